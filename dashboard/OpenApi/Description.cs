using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Gives the OpenAPI document to whoever asks; it is made once.</summary>
internal sealed class Description
{
    private readonly byte[] _document = ApiDescription.Make();

    /// <summary>Answers a request; gives the word of the answer.</summary>
    public Task<string> Answer(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = _document.Length;
        context.Response.BodyWriter.Write(_document);
        return Task.FromResult("found");
    }
}
