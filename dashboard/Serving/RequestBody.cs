using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FlashSale.Dashboard;

/// <summary>The body of a request, read as a whole.</summary>
internal static class RequestBody
{
    private const string Json = "application/json";
    private const string Utf8 = "utf-8";

    /// <summary>Reads it up to a size; the caller gives it back with <see cref="GiveBack"/>.</summary>
    /// <exception cref="RequestFaultException">It is too large.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> Read(
        HttpRequest request, int bytesMax, CancellationToken stop)
    {
        if (request.ContentLength > bytesMax)
        {
            throw new RequestFaultException(RequestFault.TooLarge);
        }

        while (true)
        {
            var part = await request.BodyReader.ReadAsync(stop);
            if (part.Buffer.Length > bytesMax)
            {
                throw new RequestFaultException(RequestFault.TooLarge);
            }

            if (part.IsCompleted)
            {
                return part.Buffer;
            }

            request.BodyReader.AdvanceTo(part.Buffer.Start, part.Buffer.End);
        }
    }

    /// <summary>Whether a request says that it has no body.</summary>
    public static bool IsLeftOut(HttpRequest request) => request.ContentLength == 0
        || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };

    /// <summary>Gives the memory of a body back.</summary>
    public static void GiveBack(HttpRequest request, in ReadOnlySequence<byte> body) =>
        request.BodyReader.AdvanceTo(body.End);

    /// <summary>Checks that a body is JSON by its content type.</summary>
    /// <exception cref="RequestFaultException">It is not.</exception>
    public static void CheckIsJson(HttpRequest request)
    {
        if (request.ContentType is not { } type || (type != Json && !IsJsonInUtf8(type)))
        {
            throw new RequestFaultException(RequestFault.NotJson);
        }
    }

    // Words in any case, quoted or not, with white space around them (RFC 9110 8.3); parameters that JSON
    // does not know mean nothing.
    private static bool IsJsonInUtf8(string text) =>
        MediaTypeHeaderValue.TryParse(text, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && type.Parameters.All(one => !one.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(one.Value).Equals(Utf8, StringComparison.OrdinalIgnoreCase));

    /// <summary>A strict reader of a body in one piece.</summary>
    public static Utf8JsonReader ReaderOf(ReadOnlySpan<byte> body, ApiLimits limits) =>
        new(body, new JsonReaderOptions { MaxDepth = limits.JsonDepthMax });

    /// <summary>A strict reader of a body.</summary>
    public static Utf8JsonReader ReaderOf(in ReadOnlySequence<byte> body, ApiLimits limits) =>
        body.IsSingleSegment
            ? ReaderOf(body.FirstSpan, limits)
            : new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = limits.JsonDepthMax });
}
