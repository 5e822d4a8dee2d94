using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

// Rules ESC-3, ESC-5, ORD-3: money goes back to the payer that it came from.
[Trait("engine", "ESC-3"), Trait("engine", "ESC-5"), Trait("engine", "ORD-3")]
public sealed class SplitTenderTests
{
    /// <summary>The stories by their names.</summary>
    public static TheoryData<string> Stories => [.. SplitTender.Stories.Keys];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Each_part_of_an_order_s_money_goes_back_to_its_own_payer(string story)
    {
        var clock = new SetClock();
        using var engine = MarketEngine.Open(new MemoryStorage(), new EngineOptions(), clock);

        await new SplitTender(engine.Marketplace, clock.Set).Tell(story);
    }

    private sealed class SetClock : TimeProvider
    {
        private DateTimeOffset _now = Fixtures.Noon;

        public Task Set(DateTimeOffset now)
        {
            _now = now;
            return Task.CompletedTask;
        }

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
