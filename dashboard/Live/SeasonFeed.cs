using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Answers the page of a season: how it stands, with its days from one on.</summary>
internal sealed class SeasonFeed(ISeasonWatch? season)
{
    /// <summary>Answers; without a season that there is none.</summary>
    public async Task Answer(HttpContext context)
    {
        var asked = context.Request.Query["from"].ToString();
        var from = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? day : 0;
        try
        {
            await context.Response.WriteAsJsonAsync(
                new SeasonDocument(season is null ? null : await season.Read(from, context.RequestAborted)),
                SeasonPageJson.Default.SeasonDocument, cancellationToken: context.RequestAborted);
        }
        catch (MarketBusyException)
        {
            Endpoint.Tell(context, RequestProblems.Of(RequestFault.Busy));
        }
    }
}

/// <summary>The answer.</summary>
/// <param name="Season">The season; null if none is played here.</param>
internal sealed record SeasonDocument(SeasonReading? Season);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SeasonDocument))]
internal sealed partial class SeasonPageJson : JsonSerializerContext;
