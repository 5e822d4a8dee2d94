using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>A call about studies, as its answer reads and writes it.</summary>
internal sealed class StudyRequest(MarketApi api, HttpContext context)
{
    private const int HashLength = 64;
    private const string From = "from";

    /// <summary>The request.</summary>
    public HttpContext Context => context;

    /// <summary>The clock of the host.</summary>
    public TimeProvider Clock => api.Options.RealClock;

    /// <summary>A hash in the address.</summary>
    /// <exception cref="MalformedException">It is none.</exception>
    public string Hash(string name)
    {
        var text = (string?)context.Request.RouteValues[name] ?? "";
        return text.Length == HashLength && text.All(char.IsAsciiHexDigitLower)
            ? text
            : throw new MalformedException(name, "expected 64 hexadecimal digits");
    }

    /// <summary>From which outcome on, in the address; 0 if nothing is said.</summary>
    public int FromOutcome() => (int)(new QueryParameters(context.Request.Query, StudyOperations.OfEvents)
        .Number(From, int.MaxValue) ?? 0);

    /// <summary>The body.</summary>
    /// <exception cref="RequestFaultException">It is too large, or no JSON.</exception>
    public async Task<T> Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        RequestBody.CheckIsJson(context.Request);
        var limits = api.Options.Limits;
        var body = await RequestBody.Read(context.Request, limits.BatchBytesMax, context.RequestAborted);
        try
        {
            return Parse(body, type, limits);
        }
        finally
        {
            RequestBody.GiveBack(context.Request, body);
        }
    }

    /// <summary>Waits for the host, but not for ever.</summary>
    public ValueTask<T> InTime<T>(ValueTask<T> pending) => api.InTime(pending);

    /// <summary>Answers with a study, or says why it was refused.</summary>
    public string Send(StudyAnswer answer) => answer.Refusal is { } refusal
        ? Endpoint.Tell(context, StudyProblems.Of(refusal), answer.Detail)
        : Send(answer.Study, ApiJson.Default.StudyDocument);

    /// <summary>Answers with a document, or says that there is nothing of this name.</summary>
    public string Send<T>(T? document, JsonTypeInfo<T> type)
        where T : class
    {
        if (document is null)
        {
            return Endpoint.Tell(context, RequestProblems.Of(RequestFault.NotFound));
        }

        context.Response.Headers.CacheControl = "no-store";
        var scratch = JsonScratch.Take();
        JsonSerializer.Serialize(scratch.Writer, document, type);
        scratch.SendTo(context.Response, StatusCodes.Status200OK, "application/json");
        return "found";
    }

    /// <summary>Answers with bytes, or says that there is nothing of this name.</summary>
    public string Send(byte[]? bytes, string type)
    {
        if (bytes is null)
        {
            return Endpoint.Tell(context, RequestProblems.Of(RequestFault.NotFound));
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.BodyWriter.Write(bytes);
        return "found";
    }

    private static T Parse<T>(in ReadOnlySequence<byte> body, JsonTypeInfo<T> type, ApiLimits limits)
        where T : class
    {
        var reader = new BodyReader(RequestBody.ReaderOf(body, limits), "$");
        var value = reader.Read(type);
        reader.End();
        return value;
    }
}
