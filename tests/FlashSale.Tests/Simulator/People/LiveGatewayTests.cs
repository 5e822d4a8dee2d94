using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.People;

/// <summary>A market that is served admits what the gateway of its scenario admits (CAP-1, A7).</summary>
[Trait("simulator", "CAP-1")]
public sealed class LiveGatewayTests
{
    private const int Seconds = 40;

    // Small, and yet many more want in than the gateway lets through.
    private static readonly Scenario Scenario = Festivals.Small() with { Scale = 0.000_05 };

    [Fact]
    public async Task In_the_rush_as_many_orders_are_placed_as_in_the_simulation()
    {
        var simulation = Simulation.Create(Scenario);
        simulation.RunUntil(TimeSpan.FromSeconds(Seconds));
        var simulated = simulation.Market.Orders.Placed - DepositsOf(simulation);

        var lived = await LiveOrders();

        var admitted = Scenario.Festival.PeakOrdersPerSecond * Scenario.Scale * Seconds;
        Assert.InRange(simulated, 0.95 * admitted, 1.05 * admitted);
        Assert.InRange(lived, 0.95 * simulated, 1.05 * simulated);
    }

    private static long DepositsOf(Simulation simulation) => simulation.Market.AllOrders()
        .Count(order => order.PlacedAt < Scenario.Festival.Midnight);

    private static async Task<long> LiveOrders()
    {
        var midnight = Scenario.Festival.Midnight;
        var clock = new SetClock(midnight.AddDays(-1).AddHours(-1));
        var festival = LiveFestival.Of(Scenario);
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions { Policy = festival.Policy }, clock);
        Assert.True(await festival.Fill(engine.Marketplace));
        var buyers = festival.LetLive(engine.Marketplace, engine.Browser, clock);
        while (buyers.TryNext(Seconds * 1_000, out var next))
        {
            clock.Now = midnight.AddMilliseconds(next.At);
            await buyers.Happen(next);
        }

        return await engine.Ask(market => market.View.AllOrders()
            .Count(order => order.PlacedAt >= midnight));
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
