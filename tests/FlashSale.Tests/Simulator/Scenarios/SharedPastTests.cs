using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>What an arm may have otherwise than the past that it goes on from, and what not.</summary>
public sealed class SharedPastTests
{
    private static readonly Shock Snow = new()
    {
        Kind = ShockKind.Snow,
        From = TimeSpan.FromDays(1),
        Until = TimeSpan.FromDays(2),
    };

    private static Scenario Base { get; } = Festivals.Small();

    [Fact]
    public void Interventions_that_act_while_a_market_runs_may_differ() => Assert.Null(Obstacle(Base with
    {
        Name = "arm",
        Festival = Base.Festival with { PeakPaymentsPerSecond = 60_000, PeakOrdersPerSecond = 60_000 },
        Behaviour = Base.Behaviour with
        {
            Paying = new PaymentHabits { NeverShare = 0.2, WarmUp = TimeSpan.FromSeconds(5) },
        },
        Capacity = new Capacity { DeliveredPerDay = 0.1 },
        Channels = [.. Base.Channels.Select(channel => channel with { FailureRate = 0.1 })],
        Policy = [new("inventory.payWithin", "5min"), new("carts.linesMax", "30")],
        Shocks = [Snow],
    }));

    [Fact]
    public void What_was_decided_when_the_market_opened_may_not()
    {
        var catalogue = Base.Catalogue;
        Refused(Base with { Seed = 2 }, "seed");
        Refused(Base with { Population = new Population { OrdersPerBuyer = 3 } },
            "population.ordersPerBuyer");
        Refused(Base with { Festival = Base.Festival with { GmvYuan = 1e9 } }, "festival.gmvYuan");
        Refused(Base with { Catalogue = catalogue with { StockCover = 9 } }, "catalogue.stockCover");
        Refused(Base with { Catalogue = catalogue with { FestivalDiscount = 0.9 } },
            "catalogue.festivalDiscount");
        Refused(Base with { Channels = [.. Base.Channels.Reverse()] }, "channels[0].kind");
        Refused(Base with { Policy = [new("carts.reductionStep", "100")] }, "policy.carts.reductionStep");
        Refused(Base with { Policy = [new("reputation.rateWithin", "9d")] }, "policy.reputation.rateWithin");

        static void Refused(Scenario arm, string path) =>
            Assert.Equal($"differs from the base in {path}, which was decided before", Obstacle(arm));
    }

    [Fact]
    public void Of_the_catalogue_only_returns_and_commissions_are_of_a_market_that_runs() => Assert.Equal(
        ["catalogue.categories.returnRate", "catalogue.categories.commission"],
        KeyRoles.Table.Select(row => row.Key).Where(key =>
            key.StartsWith("catalogue.", StringComparison.Ordinal) && !SharedPast.IsDecided(key)));

    [Fact]
    public void A_course_may_differ_from_the_moment_on_and_not_before()
    {
        Assert.Null(Obstacle(Base with { Shocks = [Snow with { From = At }] }));
        Assert.Equal(
            "differs from the base in shocks[1], which begins at -2min, before it",
            Obstacle(Base with { Shocks = [Snow, Snow with { From = 2 * At }] }));
        Assert.Equal(
            "differs from the base in shocks, which has one at -2min, before it",
            SharedPast.ObstacleOf(Base with { Shocks = [Snow with { From = 2 * At }] }, Base, At));
    }

    [Fact]
    public void Reductions_that_buyers_fill_their_carts_by_may_not_change_later()
    {
        var change = new PolicyChange
        {
            At = TimeSpan.Zero,
            Policy = [new("inventory.payWithin", "5min"), new("carts.reducesAcrossStores", "false")],
        };

        Assert.Equal(
            "differs from the base in changes of carts.reducesAcrossStores, by which buyers filled their "
                + "carts before",
            Obstacle(Base with { Changes = [change] }));
        Assert.Null(Obstacle(Base with { Changes = [change with { Policy = [change.Policy[0]] }] }));
    }

    [Fact]
    public void A_fork_begins_with_a_whole_second() => Assert.Equal(
        "cannot go on from 1500ms: no whole second",
        SharedPast.ObstacleOf(Base, Base, TimeSpan.FromSeconds(1.5)));

    private static TimeSpan At => TimeSpan.FromMinutes(-1);

    private static string? Obstacle(Scenario arm) => SharedPast.ObstacleOf(Base, arm, At);
}
