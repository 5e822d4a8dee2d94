using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Answers one kind of question.</summary>
internal sealed class QueryEndpoint(MarketApi api, QueryOperation operation)
{
    /// <summary>Answers a request; gives the word of the answer.</summary>
    public async Task<string> Answer(HttpContext context)
    {
        var answer = await api.InTime(Ask(context.Request));
        if (answer is null)
        {
            return Endpoint.Tell(context, RequestProblems.Of(RequestFault.NotFound));
        }

        context.Response.Headers.CacheControl = "no-store";
        var scratch = JsonScratch.Take();
        JsonSerializer.Serialize(scratch.Writer, answer, operation.Answer);
        scratch.SendTo(context.Response, StatusCodes.Status200OK, "application/json");
        return "found";
    }

    private ValueTask<object?> Ask(HttpRequest request)
    {
        Span<byte> text = stackalloc byte[AddressIds.LengthMax];
        var ids = new IdParts(text[..AddressIds.Copy(request, operation.Ids, text)], "address");
        var parameters = new QueryParameters(request.Query, operation.Parameters);
        return operation.Ask(api, ref ids, parameters);
    }
}
