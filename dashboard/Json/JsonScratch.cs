using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>
/// A thread's own buffer for an answer that is written at once: no answer allocates a writer.
/// </summary>
internal sealed class JsonScratch
{
    private const int BytesKept = 1 << 20; // a rare large answer is not kept for ever

    [ThreadStatic]
    private static JsonScratch? _ofThread;

    private readonly ArrayBufferWriter<byte> _bytes = new(4_096);

    private JsonScratch() => Writer = new Utf8JsonWriter(_bytes, new() { SkipValidation = true });

    /// <summary>Writes into the buffer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>This thread's buffer, empty; use it up before the next await.</summary>
    public static JsonScratch Take()
    {
        if (_ofThread is not { } scratch || scratch._bytes.Capacity > BytesKept)
        {
            _ofThread = scratch = new JsonScratch();
        }

        scratch._bytes.ResetWrittenCount();
        scratch.Writer.Reset(scratch._bytes);
        return scratch;
    }

    /// <summary>Gives what was written to the client.</summary>
    public void SendTo(HttpResponse response, int status, string contentType)
    {
        Writer.Flush();
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = _bytes.WrittenCount;
        response.BodyWriter.Write(_bytes.WrittenSpan);
    }

    /// <summary>A copy of what was written.</summary>
    public byte[] ToArray()
    {
        Writer.Flush();
        return _bytes.WrittenSpan.ToArray();
    }
}
