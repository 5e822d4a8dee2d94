using System.Buffers.Text;
using System.Text;

namespace FlashSale.Driver;

/// <summary>What the head of an answer says about where the answer ends, and the connection.</summary>
/// <param name="Status">The status.</param>
/// <param name="Length">The length of the body; null if it is not given.</param>
/// <param name="IsChunked">Whether the body comes in chunks, whatever length is given.</param>
/// <param name="EndsConnection">Whether the server ends the connection afterwards.</param>
internal readonly record struct HttpHead(int Status, long? Length, bool IsChunked, bool EndsConnection)
{
    private const int StatusAt = 9; // behind «HTTP/1.1 »

    /// <summary>Reads a head: names and words in any case, with the white space that is allowed.</summary>
    /// <param name="bytes">All its lines, each with its end.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static HttpHead Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < StatusAt + 5 || !bytes.StartsWith("HTTP/1."u8) || bytes[StatusAt - 1] != ' '
            || !Utf8Parser.TryParse(bytes.Slice(StatusAt, 3), out int status, out var digits) || digits != 3
            || bytes[StatusAt + 3] is not ((byte)' ' or (byte)'\r'))
        {
            throw new InvalidDataException("no HTTP/1.1");
        }

        var isOld = bytes[StatusAt - 2] == '0';
        var head = new HttpHead(status, null, false, EndsConnection: isOld);
        var rest = AfterLine(bytes);
        while (!rest.IsEmpty)
        {
            var next = AfterFolds(rest);
            head = head.With(rest[..^next.Length]);
            rest = next;
        }

        return head;
    }

    private static ReadOnlySpan<byte> AfterLine(ReadOnlySpan<byte> lines) =>
        lines[(lines.IndexOf("\r\n"u8) + 2)..];

    // A line that begins with white space goes on with the one before.
    private static ReadOnlySpan<byte> AfterFolds(ReadOnlySpan<byte> lines)
    {
        do
        {
            lines = AfterLine(lines);
        }
        while (!lines.IsEmpty && lines[0] is (byte)' ' or (byte)'\t');

        return lines;
    }

    private HttpHead With(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            throw new InvalidDataException("a line of the head has no name");
        }

        var name = line[..colon];
        var value = line[(colon + 1)..];
        return Ascii.EqualsIgnoreCase(name, "Content-Length"u8) ? WithLength(value)
            : Ascii.EqualsIgnoreCase(name, "Transfer-Encoding"u8) ? WithCodings(value)
            : Ascii.EqualsIgnoreCase(name, "Connection"u8) ? WithConnection(value)
            : this;
    }

    // The same length said twice is one length; two lengths are none.
    private HttpHead WithLength(ReadOnlySpan<byte> value)
    {
        var known = Length;
        foreach (var part in value.Split((byte)','))
        {
            var text = Trimmed(value[part]);
            if (text.IsEmpty || text[0] is (byte)'+' or (byte)'-'
                || !Utf8Parser.TryParse(text, out long length, out var used) || used != text.Length
                || (known is { } before && before != length))
            {
                throw new InvalidDataException("no length");
            }

            known = length;
        }

        return this with { Length = known };
    }

    private HttpHead WithCodings(ReadOnlySpan<byte> value) =>
        Ascii.EqualsIgnoreCase(Trimmed(value), "chunked"u8) && !IsChunked
            ? this with { IsChunked = true }
            : throw new InvalidDataException("a coding that nobody asked for");

    private HttpHead WithConnection(ReadOnlySpan<byte> value)
    {
        var ends = EndsConnection;
        foreach (var part in value.Split((byte)','))
        {
            var word = Trimmed(value[part]);
            ends = Ascii.EqualsIgnoreCase(word, "close"u8)
                || (ends && !Ascii.EqualsIgnoreCase(word, "keep-alive"u8));
        }

        return this with { EndsConnection = ends };
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> text) => text[Ascii.Trim(text)];
}
