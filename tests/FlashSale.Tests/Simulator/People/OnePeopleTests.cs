using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.People;

/// <summary>
/// A simulation and the people of a live market play one people: where they see the same, they do the same.
/// </summary>
public sealed class OnePeopleTests
{
    // No gateway stands before one market and not before the other; and whatever is rare happens.
    private static readonly Scenario Scenario = Festivals.Small() with
    {
        Scale = 0.000_001,
        Capacity = new Capacity { GatewayShareOfPeak = 1_000 },
        Behaviour = new Behaviour
        {
            Rating = new RatingHabits { Share = 0.5 },
            Returning = new ReturnHabits
            {
                BeforeShippingShare = 0.1,
                PoorQualityShare = 0.5,
                DisputedShare = 0.5,
            },
        },
    };

    [Fact]
    public async Task In_the_same_market_every_order_lives_the_same_life()
    {
        var simulation = Simulation.Create(Scenario);
        simulation.RunToEnd();
        var simulated = LivesOf(simulation.Market.AllOrders());

        var acts = new HashSet<EventKind>();
        var lived = LivesOf(await Live(acts));

        Assert.InRange(simulated.Count, 1_000, 1_500);
        Assert.Equal(simulated, lived);
        Assert.Superset(
            new HashSet<EventKind>
            {
                EventKind.PutInCart, EventKind.StartPayment, EventKind.RefundUnshipped, EventKind.Confirm,
                EventKind.Return, EventKind.DecideDispute, EventKind.Rate,
            },
            acts);
    }

    private static async Task<IReadOnlyList<OrderView>> Live(HashSet<EventKind> acts)
    {
        var clock = new SetClock(Scenario.Festival.Midnight.AddDays(-1).AddHours(-1));
        var festival = LiveFestival.Of(Scenario);
        var policy = Course.Inert(festival.Policy);
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions { Policy = policy }, clock);
        Assert.True(await festival.Fill(engine.Marketplace));
        var buyers = festival.LetLive(engine.Marketplace, clock);
        while (buyers.TryNext(long.MaxValue, out var next))
        {
            clock.Now = Scenario.Festival.Midnight.AddMilliseconds(next.At);
            await buyers.Happen(next);
            acts.Add((EventKind)next.Kind);
        }

        clock.Now = Scenario.Festival.Midnight.AddDays(100);
        return await engine.Ask(market => market.View.AllOrders().ToList());
    }

    private static List<string> LivesOf(IEnumerable<OrderView> orders) =>
        [.. orders.Select(LifeOf).Order(StringComparer.Ordinal)];

    private static string LifeOf(OrderView order) =>
        $"{order} {string.Join(' ', order.Lines)}";

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
