using FlashSale.Tests.Stores;

namespace FlashSale.Tests.Texts;

// What is seen of a text that people write, and when two texts are the same (rule STO-4).
public sealed class ShownTextTests
{
    // From the Unicode database.
    [Theory]
    [InlineData("\uFF21\uFF22\uFF23", "ABC")]
    [InlineData("\uFB01ne", "fine")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u00E9", "\u00E9")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1E69", "\u1E69")]
    [InlineData("s\u0323\u0307", "\u1E69")]
    [InlineData("s\u0307\u0323", "\u1E69")]
    [InlineData("\uFF76\uFF9E", "\u30AC")]
    [InlineData("\u304C", "\u304C")]
    [InlineData("\u304B\u3099", "\u304C")]
    [InlineData("\uD55C\uAE00", "\uD55C\uAE00")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\u338F", "kg")]
    [InlineData("\u2460", "1")]
    [InlineData("\u00B2", "2")]
    [InlineData(
        "\uFDFA",
        "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 \u0648\u0633\u0644\u0645")]
    [InlineData("\u00C5", "\u00C5")]
    [InlineData("\u03A9", "\u03A9")]
    [InlineData("\u8C48", "\u8C48")]
    [InlineData("\u01C6", "d\u017E")]
    [InlineData("\uFB00", "ff")]
    [InlineData("\u1E9B\u0323", "\u1E69")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u09C7\u09BE", "\u09CB")]
    [InlineData("\u0F73", "\u0F71\u0F72")]
    [InlineData("\u210C", "H")]
    [InlineData("\u32FF", "\u4EE4\u548C")]
    [InlineData("\uFF71", "\u30A2")]
    [InlineData("\u2126", "\u03A9")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("\u0340", "\u0300")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")]
    [InlineData("\u1100\uAC00\u11A8", "\u1100\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    public void Form_kc_is_unicodes(string text, string expected) =>
        Assert.Equal(expected, Compatibility.Of(text));

    [Fact]
    public void The_form_of_a_form_is_itself_for_every_letter()
    {
        for (var letter = 0; letter <= 0x10FFFF; letter++)
        {
            if (letter is < 0xD800 or > 0xDFFF)
            {
                var once = Compatibility.Of(char.ConvertFromUtf32(letter));
                Assert.Equal(once, Compatibility.Of(once));
            }
        }
    }

    [Theory]
    [MemberData(nameof(SameNames.Rows), MemberType = typeof(SameNames))]
    public void Names_that_look_the_same_have_one_key(string one, string other, bool same) =>
        Assert.Equal(same, ShownText.Key(one) == ShownText.Key(other));

    [Theory]
    [InlineData("Tea\u202Eesuoh", "Teaesuoh")] // right-to-left override
    [InlineData("a\u200Bb\uFEFFc\u00ADd", "abcd")] // what nobody sees
    [InlineData("a\u0007b\nc\u2028d", "a b c d")]
    [InlineData("\u2066x\u2069 \u061C\u200Fy\u200E", "x y")]
    [InlineData("t\U000E0041ag", "tag")]
    [InlineData("\u3164x\uFFFF", "x")]
    public void What_controls_turns_or_hides_is_not_shown(string text, string shown)
    {
        Assert.False(ShownText.IsSound(text));
        Assert.Equal(shown, ShownText.Of(text));
        Assert.True(ShownText.IsSound(shown));
    }

    [Theory]
    [InlineData("Tea house 茶馆")]
    [InlineData("👩\u200D💻 ❤\uFE0F")] // pictures that are put together
    [InlineData("می\u200Cخواهم")]
    [InlineData("ＡＢＣ ﬁ é")]
    public void All_else_is_shown_as_it_was_written(string text)
    {
        Assert.True(ShownText.IsSound(text));
        Assert.Same(text, ShownText.Of(text));
    }

    [Fact]
    public void Readers_get_names_and_titles_as_they_are_shown()
    {
        var store = new StoreView(new StoreId(1), "a\u202Eb", default, default, default, default);
        var listing = new ListingView(new ListingId(1), "a\u2067b", default, default, default);

        Assert.Equal(("ab", "ab"), (store.Name, listing.Title));
        Assert.Equal("cd", (store with { Name = ShownText.Of("c\u200Ed") }).Name);
    }
}
