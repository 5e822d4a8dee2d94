using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>
/// A scenario is calibrated once, to its facts; what it changes otherwise acts afterwards, and its effect
/// shows.
/// </summary>
public sealed class InterventionTests
{
    private static readonly Lazy<(Simulation Run, RunSummary Summary)> Usual =
        new(() => AfterTheDay(Festivals.Small()));

    [Fact]
    public void An_arm_equal_to_the_base_ends_in_the_state_of_the_base()
    {
        var scenario = Festivals.Small();
        var arm = Simulation.Create(World.Of(scenario, CalibratedWorld.Of(scenario)));
        var named = Simulation.Create(scenario with { Name = "another", Description = "the same" });
        arm.RunUntil(TimeSpan.FromHours(1));
        named.RunUntil(TimeSpan.FromHours(1));
        var alone = Simulation.Create(scenario);
        alone.RunUntil(TimeSpan.FromHours(1));

        Assert.Equal(alone.StateHash(), arm.StateHash());
        Assert.Equal(alone.StateHash(), named.StateHash());
    }

    [Fact]
    public void Arms_share_what_the_facts_fix_and_another_world_is_refused()
    {
        var held = CalibratedWorld.Of(Festivals.Small());
        var arm = World.Of(NeverPay(Festivals.Small(), 0.4) with { Channels = Channels(0.9, 0.1) }, held);

        Assert.Same(held.Demand, arm.Demand);
        Assert.Same(held.Wants, arm.Wants);
        Assert.Same(held.Assortment, arm.Assortment);
        Assert.Equal(held.Buyers.Checkouts, arm.Buyers.Checkouts);
        Assert.Throws<ArgumentException>(() => World.Of(Festivals.Small() with { Seed = 2 }, held));
        Assert.Throws<ArgumentException>(() => World.Of(
            Festivals.Small() with { Population = new Population { OrdersPerBuyer = 3 } }, held));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.40)]
    public void Who_never_pays_is_lost_to_the_festival(double neverShare)
    {
        var (_, arm) = AfterTheDay(NeverPay(Festivals.Small(), neverShare));
        var usual = Usual.Value.Summary;
        var expected = (1 - neverShare) / 0.86;
        var checkouts = Usual.Value.Run.Market.Orders.Placed / 1.46;

        // Each checkout pays or does not; 4 standard deviations, and a little for what is sold out.
        var margin = 4 * Math.Sqrt(0.86 * 0.14 / checkouts) + 0.01;
        var seen = (double)arm.Day.OrdersPaid / usual.Day.OrdersPaid;
        Assert.InRange(seen, expected - margin, expected + margin);
        Assert.Equal(usual.Calibration!.Orders, arm.Calibration!.Orders);
        Assert.Equal(usual.Calibration.By, arm.Calibration.By);
        Assert.Equal(
            [new RunParameter("behaviour.paying.neverShare",
                neverShare.ToString(CultureInfo.InvariantCulture))],
            arm.Calibration.Interventions);
    }

    [Fact, Trait("simulator", "INV-2")]
    public void A_window_of_a_minute_loses_what_those_were_worth_who_pay_later()
    {
        PolicySetting[] minute =
        [
            new("inventory.payWithin", "1min"), new("inventory.festivalPayWithin", "1min"),
        ];
        var (_, arm) = AfterTheDay(Festivals.Small() with { Policy = minute });
        var usual = Usual.Value.Summary;

        // By the habits: 90 % of those who pay do so within 51 s, 95 % within 191 s; the channel takes one.
        var small = Festivals.Small();
        var (paying, phones) = (small.Behaviour.Paying, small.Festival.MobileShare!.Value);
        var within = (Minutes: paying.ShareWithin(TimeSpan.FromSeconds(59), phones),
            Usual: 0.65 * paying.ShareWithin(TimeSpan.FromMinutes(30), phones)
                + 0.35 * paying.ShareWithin(TimeSpan.FromMinutes(15), phones));
        var expected = within.Minutes / within.Usual;
        Assert.InRange((double)arm.Day.OrdersPaid / usual.Day.OrdersPaid, expected - 0.02, expected + 0.02);
        Assert.True(arm.GmvYuan < 0.96m * usual.GmvYuan);
    }

    [Theory]
    [InlineData("inventory.payWithin", "2min")]
    [InlineData("carts.reductionPerStep", "0")]
    [InlineData("carts.reductionPerStep", "100")]
    [InlineData("stores.consumerDeposit", "2000")]
    public void A_policy_and_the_same_numbers_as_a_change_before_the_first_visit_are_one(
        string field, string value)
    {
        PolicySetting[] policy = [new(field, value)];
        PolicyChange Change(double days) => new() { At = TimeSpan.FromDays(days), Policy = policy };
        var set = TimelineOf(Festivals.Small() with { Policy = policy });

        Assert.Equal(set, TimelineOf(Festivals.Small() with { Changes = [Change(-1)] }));
        Assert.Equal(set, TimelineOf(Festivals.Small() with { Changes = [Change(-3)] }));
        Assert.Equal(
            field.StartsWith("stores.", StringComparison.Ordinal),
            set == TimelineOf(Festivals.Small()));
    }

    [Fact]
    public void A_discount_leaves_list_prices_and_moves_those_of_the_day()
    {
        var (usual, half) = (World.Of(Festivals.Small()), World.Of(Discount(0.5)));
        var listings = Enumerable.Range(0, usual.Assortment.Listings.Length).ToList();
        var cheap = listings.First(usual.Prices.HasFestivalPrice);

        Assert.All(listings, listing =>
            Assert.Equal(usual.Prices.ListPrice(listing), half.Prices.ListPrice(listing)));
        var paid = half.Prices.FestivalPrice(cheap).Yuan / usual.Prices.ListPrice(cheap).Yuan;
        Assert.Equal(0.5, (double)paid, precision: 1);
    }

    private static Scenario NeverPay(Scenario scenario, double share) => scenario with
    {
        Behaviour = scenario.Behaviour with
        {
            Paying = scenario.Behaviour.Paying with { NeverShare = share },
        },
    };

    private static Scenario Discount(double discount)
    {
        var scenario = Festivals.Small();
        return scenario with { Catalogue = scenario.Catalogue with { FestivalDiscount = discount } };
    }

    private static IReadOnlyList<ChannelPlan> Channels(double balance, double bank) =>
    [
        ChannelPlan.Typical[0] with { ShareOfBuyers = balance, ShareOfCapacity = balance },
        ChannelPlan.Typical[1] with { ShareOfBuyers = bank, ShareOfCapacity = bank },
    ];

    private static (Simulation Run, RunSummary Summary) AfterTheDay(Scenario scenario)
    {
        var run = Simulation.Create(scenario);
        run.RunUntil(TimeSpan.FromDays(1));
        return (run, run.Finish(Festivals.Stamp).Summary);
    }

    private static string TimelineOf(Scenario scenario)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var result = AfterTheDay(scenario).Run.Finish(Festivals.Stamp);
        TimelineCsv.Write(text, result.Timeline, new DateOnly(2018, 11, 11));
        return text.ToString();
    }
}
