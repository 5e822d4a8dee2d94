using System.Buffers.Text;
using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>Writes ids without making texts of them first.</summary>
internal static class IdWriting
{
    private const int LengthMax = 32;

    /// <summary>Writes «b17-3.0».</summary>
    public static void WriteId(this Utf8JsonWriter writer, OrderId id)
    {
        Span<byte> text = stackalloc byte[LengthMax];
        text[0] = (byte)'b';
        var length = 1;
        Append(text, ref length, id.Buyer.Value);
        text[length++] = (byte)'-';
        Append(text, ref length, id.Checkout.Number);
        text[length++] = (byte)'.';
        Append(text, ref length, id.Part);
        writer.WriteStringValue(text[..length]);
    }

    private static void Append(Span<byte> text, ref int length, int number)
    {
        Utf8Formatter.TryFormat(number, text[length..], out var written);
        length += written;
    }
}
