using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Tells whether the market answers: for a load balancer, so without a key.</summary>
internal sealed class Readiness(MarketApi api)
{
    /// <summary>Answers a request.</summary>
    public async Task Answer(HttpContext context)
    {
        var (status, word) = await Ask();
        var scratch = JsonScratch.Take();
        JsonSerializer.Serialize(scratch.Writer, new HealthDocument(word), ApiJson.Default.HealthDocument);
        scratch.SendTo(context.Response, status, "application/json");
    }

    private async ValueTask<(int Status, string Word)> Ask()
    {
        try
        {
            await api.InTime(api.Reader.FindBalance(AccountId.Platform));
            return (StatusCodes.Status200OK, "ready");
        }
        catch (MarketBusyException)
        {
            return (StatusCodes.Status200OK, "busy");
        }
        catch (Exception fault) when (fault is MarketHaltedException or TimeoutException)
        {
            return (StatusCodes.Status503ServiceUnavailable, "halted");
        }
    }
}
