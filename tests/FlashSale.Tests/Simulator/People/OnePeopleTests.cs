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

    [Fact, Trait("simulator", "GOV-1")]
    public async Task Changes_of_the_policy_that_a_scenario_plans_are_lived_as_they_are_simulated()
    {
        var scenario = Scenario with { Changes = [Hurried(TimeSpan.FromMinutes(30)), Patient()] };
        var simulation = Simulation.Create(scenario);
        simulation.RunToEnd();
        var simulated = LivesOf(simulation.Market.AllOrders());

        Assert.Equal(simulated, LivesOf(await Live(scenario, [])));
        Assert.NotEqual(simulated, LivesOf(await Live(Scenario, [])));
    }

    [Fact, Trait("simulator", "CRT-2")]
    public async Task Coupons_that_stores_give_are_lived_as_they_are_simulated()
    {
        var campaign = new CouponCampaign { StoreShare = 0.5, FromYuan = 100, OffYuan = 30 };
        var scenario = Scenario with
        {
            Catalogue = Scenario.Catalogue with { Coupons = [campaign] },
        };
        var simulation = Simulation.Create(scenario);
        simulation.RunToEnd();
        var simulated = LivesOf(simulation.Market.AllOrders());

        Assert.True(simulation.Recorder.Coupons.CountOf(0) > 100);
        Assert.Equal(simulated, LivesOf(await Live(scenario, [])));
    }

    [Theory]
    [InlineData(-600, 0.0, 30)] // the market is new, ten minutes before midnight
    [InlineData(-600, 20.0, 1)] // it stood while the first change should have come
    [InlineData(960, 20.0, 30)] // it had seen that change before, and an operator has changed it back
    public async Task A_change_that_came_while_the_market_stood_is_made_up_for(
        int stoodAtSecond, double atMinute, int payWithin)
    {
        var scenario = Scenario with { Changes = [Hurried(TimeSpan.FromMinutes(15))] };
        var clock = new SetClock(scenario.Festival.Midnight.AddMinutes(atMinute));
        var festival = LiveFestival.Of(scenario);
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions { Policy = festival.Policy }, clock);
        var buyers = festival.LetLive(engine.Marketplace, engine.Browser, clock);

        await buyers.CatchUp(scenario.Festival.Midnight.AddSeconds(stoodAtSecond));

        clock.Now = clock.Now.AddSeconds(1);
        var policies = await engine.Browser.FindPolicies();
        Assert.Equal(payWithin, policies.At(clock.Now).Inventory.PayWithin.TotalMinutes);
    }

    private static PolicyChange Hurried(TimeSpan at) => new()
    {
        At = at,
        Policy =
        [
            new PolicySetting("inventory.payWithin", "1min"),
            new PolicySetting("inventory.festivalPayWithin", "1min"),
        ],
    };

    private static PolicyChange Patient() => new()
    {
        At = TimeSpan.FromDays(3),
        Policy = [new PolicySetting("orders.festivalConfirmWithin", "30d")],
    };

    private static Task<IReadOnlyList<OrderView>> Live(HashSet<EventKind> acts) => Live(Scenario, acts);

    private static async Task<IReadOnlyList<OrderView>> Live(Scenario scenario, HashSet<EventKind> acts)
    {
        var clock = new SetClock(scenario.Festival.Midnight.AddDays(-1).AddHours(-1));
        var festival = LiveFestival.Of(scenario);
        var policy = Course.Inert(festival.Policy);
        using var engine = MarketEngine.Open(
            new MemoryStorage(), new EngineOptions { Policy = policy }, clock);
        Assert.True(await festival.Fill(engine.Marketplace));
        var buyers = festival.LetLive(engine.Marketplace, engine.Browser, clock);
        await buyers.CatchUp(DateTimeOffset.MinValue);
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
