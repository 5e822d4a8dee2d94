using System.Text;

namespace FlashSale.Marketplace;

/// <summary>A place in a text, both counted from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The character in the line.</param>
public readonly record struct TextPlace(int Line, int Column);

/// <summary>
/// Reads UTF-8 strictly: bytes that are none are found, and never replaced by «�», which would make
/// different texts the same.
/// </summary>
public static class Utf8Text
{
    /// <summary>The words for bytes that are no UTF-8, as messages have them.</summary>
    public const string Wrong = "the file is not UTF-8 from here on";

    /// <summary>What is right instead.</summary>
    public const string Allowed = "text in UTF-8, with or without a byte order mark";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without its byte order mark; null if the bytes are no UTF-8.</summary>
    /// <param name="bytes">All bytes of the text.</param>
    /// <param name="broken">Where the first wrong byte stands.</param>
    public static string? Read(ReadOnlySpan<byte> bytes, out TextPlace broken)
    {
        var text = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        broken = default;
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            broken = FirstBroken(text);
            return null;
        }
    }

    private static TextPlace FirstBroken(ReadOnlySpan<byte> text)
    {
        var (line, column) = (1, 1);
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
            text = text[length..];
        }

        return new TextPlace(line, column);
    }
}
