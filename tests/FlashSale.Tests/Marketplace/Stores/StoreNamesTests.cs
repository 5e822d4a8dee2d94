using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Stores;

// Rule STO-4
public sealed class StoreNamesTests
{
    [Theory]
    [MemberData(nameof(SameNames.Rows), MemberType = typeof(SameNames))]
    public void No_two_stores_share_a_mark_however_it_is_typed(string name, string typed, bool same)
    {
        var names = new StoreNames();
        names.Claim(name, new StoreId(1));

        Assert.Equal(
            same ? StoreNameResult.Taken : StoreNameResult.Claimed, names.Claim(typed, new StoreId(2)));
        Assert.Equal(same ? 1 : 2, names.Count);
    }

    [Theory]
    [MemberData(nameof(SameNames.Rows), MemberType = typeof(SameNames))]
    public async Task An_engine_opens_no_second_store_under_a_mark(string name, string typed, bool same)
    {
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions(), new EngineRun.StoppedClock());

        var first = await engine.Marketplace.OpenStore(
            Fixtures.Application(new StoreId(1)) with { Name = name });
        var second = await engine.Marketplace.OpenStore(
            Fixtures.Application(new StoreId(2)) with { Name = typed });

        Assert.Equal(OpenStoreResult.Opened, first);
        Assert.Equal(same ? OpenStoreResult.NameTaken : OpenStoreResult.Opened, second);
    }

    // Rows of a cluster are keyed by the form of before: for the names that there are it is the form of now.
    [Theory]
    [InlineData("Tao Mark", true)]
    [InlineData("淘宝女装", true)]
    [InlineData("Café", true)]
    [InlineData("ガラス", true)]
    [InlineData("Cafe\u0301", false)]
    [InlineData("Tao\u200B Mark", false)]
    public void The_key_of_before_is_that_of_now_unless_a_name_was_typed_strangely(string name, bool same) =>
        Assert.Equal(same, StoreNames.KeyBefore(name) == StoreNames.Key(name));

    [Fact]
    public void What_is_empty_too_long_or_holds_control_characters_is_no_name()
    {
        var names = new StoreNames();
        var longest = new string('x', Limits.NameLengthMax);

        Assert.Equal(StoreNameResult.Claimed, names.Claim(longest + "   ", new StoreId(1)));
        Assert.All(
            new[] { "", "  ", "a\u0007b", "\u200B\u202E", longest + "x" },
            name => Assert.Equal(StoreNameResult.NotAName, names.Claim(name, new StoreId(1))));
    }
}
