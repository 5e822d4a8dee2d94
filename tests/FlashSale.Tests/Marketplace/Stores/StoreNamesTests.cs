namespace FlashSale.Tests.Stores;

// Rule STO-4
public sealed class StoreNamesTests
{
    [Theory]
    [InlineData("Tao Mark")]
    [InlineData("TAO MARK")]
    [InlineData("  tao   mark ")]
    [InlineData("Ｔａｏ　Ｍａｒｋ")]
    public void No_two_stores_share_a_mark_however_it_is_typed(string typed)
    {
        var names = new StoreNames();
        names.Claim("Tao Mark", new StoreId(1));

        Assert.Equal(StoreNameResult.Taken, names.Claim(typed, new StoreId(2)));
        Assert.Equal(StoreNameResult.Claimed, names.Claim(typed, new StoreId(1)));
        Assert.Equal(new StoreId(1), names.HolderOf(typed));
        Assert.Equal(1, names.Count);
    }

    [Fact]
    public void Different_names_are_different() =>
        Assert.NotEqual(StoreNames.Normalize("淘宝女装"), StoreNames.Normalize("淘宝男装"));

    [Fact]
    public void A_name_is_free_again_when_its_holder_gives_it_up_and_nobody_else_can()
    {
        var names = new StoreNames();
        names.Claim("Tao Mark", new StoreId(1));

        Assert.False(names.Release("Tao Mark", new StoreId(2)));
        Assert.True(names.Release("tao mark", new StoreId(1)));
        Assert.Equal(StoreNameResult.Claimed, names.Claim("Tao Mark", new StoreId(2)));
    }

    [Fact]
    public void What_is_empty_too_long_or_holds_control_characters_is_no_name()
    {
        var names = new StoreNames();
        var longest = new string('x', Limits.NameLengthMax);

        Assert.Equal(StoreNameResult.Claimed, names.Claim(longest + "   ", new StoreId(1)));
        Assert.All(
            new[] { "", "  ", "a\u0007b", longest + "x" },
            name => Assert.Equal(StoreNameResult.NotAName, names.Claim(name, new StoreId(1))));
    }
}
