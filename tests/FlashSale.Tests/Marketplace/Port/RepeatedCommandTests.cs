using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

// ORD-4: the first answer, whatever has happened since.
public sealed class RepeatedCommandTests
{
    public static TheoryData<string> Names => [.. RepeatedCommands.All.Keys];

    [Fact]
    public void Every_command_of_the_port_is_in_the_table() => Assert.Equal(
        CommandNames.All.Order(),
        RepeatedCommands.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_command_sent_again_gets_the_first_answer(string name)
    {
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions { Policy = RepeatedCommands.RulesOf(name) },
            new StandingClock());

        await RepeatedCommands.All[name](engine.Marketplace);

        Assert.True((await engine.Marketplace.Audit()).Passed);
    }

    [Fact]
    public void First_answers_are_in_a_snapshot_and_a_market_without_any_is_saved_as_before()
    {
        var market = Fixtures.Market(Fixtures.Terms(yuan: 90));
        var order = market.Order(units: 3);
        var first = market.Refund(order, 0, 1);
        market.Refund(order, 0, 3);

        Assert.Equal(first, Loaded(market).Refund(order, 0, 1));
        Assert.Equal("mrk2", MarkOf(market));
        Assert.Equal("mrkt", MarkOf(new Market(new Policy())));
    }

    private static Market Loaded(Market market)
    {
        using var stream = new MemoryStream(Saved(market));
        return Market.Load(new StateReader(stream), market.Policy);
    }

    private static string MarkOf(Market market) =>
        System.Text.Encoding.ASCII.GetString(Saved(market).AsSpan(0, 4));

    private static byte[] Saved(Market market)
    {
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        return stream.ToArray();
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Fixtures.Noon;
    }
}
