using System.Buffers.Text;
using System.Text;

namespace FlashSale.Driver;

/// <summary>
/// Reads the answers of an HTTP/1.1 server, and of whatever stands before it, from the bytes of a connection
/// (RFC 9110, RFC 9112).
/// </summary>
/// <remarks>
/// It looks at all that came since the last answer, so that it does not matter how the bytes were cut.
/// </remarks>
internal sealed class HttpAnswer
{
    private const int HeadBytesMax = 64 << 10;
    private const int BodyBytesMax = 64 << 20;
    private const int Informed = 100; // from here to 199 an answer only says that another one will come
    private const int Upgraded = 101;
    private const int Done = 200;
    private const int NoContent = 204;
    private const int NotModified = 304;
    private const int TooSlow = 408;

    private byte[] _joined = new byte[4_096];

    /// <summary>The status of the answer read last.</summary>
    public int Status { get; private set; }

    /// <summary>Whether the server ends the connection after it.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Whether it is about the connection, which was silent too long, not about a call.</summary>
    public bool IsFarewell => Status == TooSlow && IsLast;

    /// <summary>Reads one whole answer.</summary>
    /// <param name="bytes">What came so far.</param>
    /// <param name="isEnd">Whether the server has closed the connection after them.</param>
    /// <param name="body">Its body, to be used before the next call.</param>
    /// <returns>How many bytes it has; 0 if more must come.</returns>
    /// <exception cref="InvalidDataException">The bytes are no such answer.</exception>
    public int TryRead(ReadOnlySpan<byte> bytes, bool isEnd, out ReadOnlySpan<byte> body)
    {
        body = default;
        var start = 0;
        HttpHead head;
        do
        {
            var length = bytes[start..].IndexOf("\r\n\r\n"u8);
            if (length < 0)
            {
                return bytes.Length - start <= HeadBytesMax ? 0 : throw new InvalidDataException("no end");
            }

            head = HttpHead.Of(bytes.Slice(start, length + 2));
            start += length + 4;
        }
        while (head.Status is >= Informed and < Done and not Upgraded);

        (Status, IsLast) = (head.Status, head.EndsConnection);
        return head.Status is NoContent or NotModified ? start
            : head.IsChunked ? TryReadChunks(bytes, start, out body)
            : head.Length is { } known ? TryReadLength(bytes, start, known, out body)
            : TryReadRest(bytes, start, isEnd, out body);
    }

    private static int TryReadLength(
        ReadOnlySpan<byte> bytes, int start, long length, out ReadOnlySpan<byte> body)
    {
        var isWhole = bytes.Length - start >= InLimit(length);
        body = isWhole ? bytes.Slice(start, (int)length) : default;
        return isWhole ? start + (int)length : 0;
    }

    // Without a length the body ends where the connection does.
    private int TryReadRest(ReadOnlySpan<byte> bytes, int start, bool isEnd, out ReadOnlySpan<byte> body)
    {
        InLimit(bytes.Length - start);
        body = isEnd ? bytes[start..] : default;
        IsLast = true;
        return isEnd ? bytes.Length : 0;
    }

    private static long InLimit(long length) => length <= BodyBytesMax
        ? length
        : throw new InvalidDataException($"more than {BodyBytesMax} bytes");

    private int TryReadChunks(ReadOnlySpan<byte> bytes, int start, out ReadOnlySpan<byte> body)
    {
        body = default;
        var (at, joined) = (start, 0);
        while (TryReadLine(bytes, ref at, out var line))
        {
            var length = ChunkLength(line);
            if (length == 0)
            {
                body = _joined.AsSpan(0, joined);
                return AfterTrailers(bytes, at);
            }

            if (bytes.Length - at < length + 2)
            {
                return 0;
            }

            if (!bytes.Slice(at + length, 2).SequenceEqual("\r\n"u8))
            {
                throw new InvalidDataException("a chunk has another length");
            }

            InLimit(joined + length);
            Grow(joined + length);
            bytes.Slice(at, length).CopyTo(_joined.AsSpan(joined));
            joined += length;
            at += length + 2;
        }

        return 0;
    }

    // After the digits an extension may follow, which means nothing to us.
    private static int ChunkLength(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)';');
        var digits = Ascii.Trim(end < 0 ? line : line[..end]);
        var text = line[digits];
        return Utf8Parser.TryParse(text, out uint length, out var used, 'x') && used == text.Length
            ? (int)InLimit(length)
            : throw new InvalidDataException("no chunk");
    }

    private static int AfterTrailers(ReadOnlySpan<byte> bytes, int at)
    {
        var from = at;
        while (TryReadLine(bytes, ref at, out var line))
        {
            if (line.IsEmpty)
            {
                return at;
            }
        }

        return bytes.Length - from <= HeadBytesMax ? 0 : throw new InvalidDataException("no end");
    }

    private static bool TryReadLine(ReadOnlySpan<byte> bytes, ref int at, out ReadOnlySpan<byte> line)
    {
        var end = bytes[at..].IndexOf("\r\n"u8);
        if (end < 0)
        {
            line = default;
            return bytes.Length - at <= HeadBytesMax ? false : throw new InvalidDataException("no end");
        }

        line = bytes.Slice(at, end);
        at += end + 2;
        return true;
    }

    private void Grow(int length)
    {
        if (length > _joined.Length)
        {
            Array.Resize(ref _joined, Math.Max(length, _joined.Length * 2));
        }
    }
}
