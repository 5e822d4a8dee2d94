using System.Text;

namespace FlashSale.Tests.Texts;

// Bytes that are no UTF-8 are found, and never replaced.
public sealed class Utf8TextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("name: 双十一\r\n😀")]
    public void Text_in_utf8_is_read_with_or_without_a_byte_order_mark(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.Equal(text, Utf8Text.Read(bytes, out _));
        Assert.Equal(text, Utf8Text.Read([0xEF, 0xBB, 0xBF, .. bytes], out _));
    }

    public static TheoryData<byte[], int, int> Broken => new()
    {
        { [0xBB, 0xAA], 1, 1 }, // «华» in GBK
        { [.. "name: t\nseed: 1\n- "u8, 0xBB, 0xAA, 0xB6, 0xAB], 3, 3 },
        { [.. "华\n华东 "u8, 0xC0, 0x80], 2, 4 }, // an overlong nothing
        { [.. "ok\r\n"u8, 0xED, 0xA0, 0x80], 2, 1 }, // half of a letter
        { [.. "ok"u8, 0xE5, 0x8D], 1, 3 }, // cut off within a letter
        { [0xFF, 0xFE, 0x61, 0x00], 1, 1 }, // UTF-16
        { [0xEF, 0xBB, 0xBF, .. "a\n"u8, 0x80], 2, 1 },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Everything_else_is_refused_with_its_place(byte[] bytes, int line, int column)
    {
        Assert.Null(Utf8Text.Read(bytes, out var place));

        Assert.Equal(new TextPlace(line, column), place);
    }
}
