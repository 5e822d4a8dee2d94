using System.Buffers.Text;

namespace FlashSale.Driver;

/// <summary>Reads the answers of an HTTP/1.1 server from the bytes of a connection.</summary>
/// <remarks>Only what Kestrel sends: a length, or chunks without trailers.</remarks>
internal sealed class HttpAnswer
{
    private byte[] _joined = new byte[4_096];

    /// <summary>The status of the answer read last.</summary>
    public int Status { get; private set; }

    /// <summary>Whether the server ends the connection after it.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Reads one whole answer.</summary>
    /// <param name="bytes">What came so far.</param>
    /// <param name="body">Its body, to be used before the next call.</param>
    /// <returns>How many bytes it has; 0 if more must come.</returns>
    /// <exception cref="InvalidDataException">The bytes are no such answer.</exception>
    public int TryRead(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> body)
    {
        body = default;
        var headEnd = bytes.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return 0;
        }

        var head = bytes[..(headEnd + 2)];
        if (!head.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(head[9..], out int status, out _))
        {
            throw new InvalidDataException("no HTTP/1.1");
        }

        Status = status;
        IsLast = head.IndexOf("Connection: close\r\n"u8) >= 0;
        var start = headEnd + 4;
        if (head.IndexOf("Transfer-Encoding: chunked\r\n"u8) >= 0)
        {
            return TryReadChunks(bytes, start, out body);
        }

        var length = LengthIn(head);
        if (bytes.Length - start < length)
        {
            return 0;
        }

        body = bytes.Slice(start, length);
        return start + length;
    }

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        return at < 0 ? 0
            : Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length
            : throw new InvalidDataException("no length");
    }

    private int TryReadChunks(ReadOnlySpan<byte> bytes, int start, out ReadOnlySpan<byte> body)
    {
        body = default;
        var (at, joined) = (start, 0);
        while (true)
        {
            var lineEnd = bytes[at..].IndexOf("\r\n"u8);
            if (lineEnd < 0)
            {
                return 0;
            }

            if (!Utf8Parser.TryParse(bytes.Slice(at, lineEnd), out int length, out _, 'x'))
            {
                throw new InvalidDataException("no chunk");
            }

            at += lineEnd + 2;
            if (bytes.Length - at < length + 2)
            {
                return 0;
            }

            if (length == 0)
            {
                body = _joined.AsSpan(0, joined);
                return at + 2;
            }

            Grow(joined + length);
            bytes.Slice(at, length).CopyTo(_joined.AsSpan(joined));
            joined += length;
            at += length + 2;
        }
    }

    private void Grow(int length)
    {
        if (length > _joined.Length)
        {
            Array.Resize(ref _joined, Math.Max(length, _joined.Length * 2));
        }
    }
}
