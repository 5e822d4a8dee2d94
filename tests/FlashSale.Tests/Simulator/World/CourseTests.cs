using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>
/// What a scenario plans for a run happens, and nothing else changes (LOG-2, ESC-5, CAP-1, CAP-2, GOV-1).
/// </summary>
public sealed class CourseTests
{
    private static readonly RunStamp Stamp = new("commit", "command", TimeSpan.FromSeconds(1), 1, "machine");

    [Fact]
    [Trait("simulator", "LOG-1"), Trait("simulator", "LOG-2")]
    public void Snow_holds_parcels_up_until_it_is_over()
    {
        var usual = After(Festivals.Small(), days: 5);
        var snow = After(Festivals.Small() with { Shocks = [Trouble(ShockKind.Snow, from: 1, until: 6)] },
            days: 5);

        Assert.Equal(usual.Summary.Day.OrdersPaid, snow.Summary.Day.OrdersPaid);
        Assert.True(Delivered(usual) > 0);
        Assert.InRange((double)Delivered(snow) / Delivered(usual), 0, 0.05);
    }

    [Fact]
    [Trait("simulator", "LOG-2")]
    public void A_strike_in_one_region_leaves_the_others_alone()
    {
        var strike = Trouble(ShockKind.CourierStrike, from: 0, until: 9) with { Regions = ["east"] };
        var usual = After(Festivals.Small(), days: 8);
        var struck = After(Festivals.Small() with { Shocks = [strike] }, days: 8);

        Assert.InRange((double)Delivered(struck) / Delivered(usual), 0.6, 0.8);
    }

    [Fact]
    [Trait("simulator", "ESC-5")]
    public void Without_channels_nobody_pays_and_after_the_outage_they_do()
    {
        var outage = new Shock
        {
            Kind = ShockKind.ChannelOutage,
            From = TimeSpan.FromMinutes(5),
            Until = TimeSpan.FromMinutes(10),
        };
        var simulation = Simulation.Create(Festivals.Small() with { Shocks = [outage] });
        simulation.RunUntil(TimeSpan.FromMinutes(6));
        var paid = simulation.Progress.OrdersPaid;
        simulation.RunUntil(TimeSpan.FromMinutes(9.9));
        Assert.Equal(paid, simulation.Progress.OrdersPaid);

        simulation.RunUntil(TimeSpan.FromMinutes(15));
        Assert.True(simulation.Progress.OrdersPaid > paid);
    }

    [Theory]
    [InlineData(0.000_2, 0.5, 1)] // 49 orders a second of the sample: steps of 2 %
    [InlineData(0.001, 0.99, 0)] // 486: steps of 0.2 %
    [InlineData(0.000_2, 1, 0)] // nothing is asked about the gateway
    public void A_sample_that_rounds_what_is_asked_about_the_gateway_says_so(
        double scale, double shareOfPeak, int warnings)
    {
        var scenario = Festivals.Small() with
        {
            Scale = scale,
            Capacity = new Capacity { GatewayShareOfPeak = shareOfPeak },
        };

        Assert.Equal(warnings, SampleWarnings.Of(scenario).Count);
        Assert.All(SampleWarnings.Of(scenario), warning =>
            Assert.Contains("49 whole orders a second for 49.1: what changes its rate by less than 2.0%",
                warning, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("simulator", "CAP-1")]
    public void A_gateway_that_admits_less_makes_buyers_try_again()
    {
        var limit = new Shock
        {
            Kind = ShockKind.GatewayLimit,
            From = TimeSpan.Zero,
            Until = TimeSpan.FromHours(1),
            CapacityFactor = 0.2,
        };
        var usual = After(Festivals.Small(), days: 1).Summary;
        var limited = After(Festivals.Small() with { Shocks = [limit] }, days: 1).Summary;

        Assert.True(limited.Retries > usual.Retries * 2);
        Assert.True(limited.Abandoned > usual.Abandoned);
    }

    [Fact]
    [Trait("simulator", "CAP-2")]
    public void Switched_off_refunds_are_refused()
    {
        var off = new PlannedSwitch
        {
            Switch = Switch.RefundsOfUnshippedOff,
            From = TimeSpan.Zero,
            Until = TimeSpan.FromDays(1),
        };
        var run = After(Festivals.Small() with { Switches = [off] }, days: 1).Summary;

        Assert.True(run.Refusals.Single(refusal => refusal.Kind == "refunds switched off").Count > 0);
        Assert.Equal(0, run.RefundReasons.Single(reason => reason.Kind == "before shipping").Count);
    }

    [Fact]
    [Trait("simulator", "GOV-1")]
    public void A_change_of_the_policy_holds_from_its_moment()
    {
        var change = new PolicyChange
        {
            At = TimeSpan.Zero,
            Policy = [new("inventory.payWithin", "1min"), new("inventory.festivalPayWithin", "1min")],
        };
        var usual = After(Festivals.Small(), days: 1).Summary;
        var hurried = After(Festivals.Small() with { Changes = [change] }, days: 1).Summary;

        Assert.True(
            LatePayments(hurried) > LatePayments(usual) * 1.5,
            $"{LatePayments(hurried)} late payments, usually {LatePayments(usual)}");
    }

    [Fact]
    public void A_change_in_more_steps_than_it_has_seconds_ends_where_it_should()
    {
        var change = new PolicyChange
        {
            At = TimeSpan.FromSeconds(-2.5),
            Until = TimeSpan.FromSeconds(3),
            Steps = 100,
            Policy = [new("inventory.payWithin", "1min")],
        };
        var run = Simulation.Create(Festivals.Small() with { Changes = [change] });

        run.RunUntil(TimeSpan.FromSeconds(5));

        Assert.Equal(1, run.Market.Policies.At(run.Scenario.Festival.Midnight.AddSeconds(4))
            .Inventory.PayWithin.TotalMinutes);
    }

    [Fact]
    public void What_is_planned_for_later_does_not_change_what_was_before()
    {
        var shock = Trouble(ShockKind.Snow, from: 1, until: 3);
        var usual = Simulation.Create(Festivals.Small());
        var snow = Simulation.Create(Festivals.Small() with { Shocks = [shock] });
        usual.RunUntil(TimeSpan.FromHours(23));
        snow.RunUntil(TimeSpan.FromHours(23));

        Assert.Equal(usual.StateHash(), snow.StateHash());
    }

    [Fact]
    public void A_fork_keeps_the_trouble_that_lasts()
    {
        var scenario = Festivals.Small() with
        {
            Shocks = [Trouble(ShockKind.Snow, from: 1, until: 6) with { CapacityFactor = 0.5,
                Confidence = 0.5 }],
        };
        var run = Simulation.Create(scenario);
        run.RunUntil(TimeSpan.FromDays(3));
        var fork = run.Fork();
        run.RunToEnd();
        fork.RunToEnd();

        Assert.Equal(run.StateHash(), fork.StateHash());
    }

    private static Shock Trouble(ShockKind kind, double from, double until) => new()
    {
        Kind = kind,
        From = TimeSpan.FromDays(from),
        Until = TimeSpan.FromDays(until),
    };

    private static double LatePayments(RunSummary run) =>
        run.RefundReasons.Single(reason => reason.Kind == "late payment").Count;

    private static long Delivered(RunResult run) => run.Timeline.Sum(row => row[Measures.Delivered]);

    private static RunResult After(Scenario scenario, double days)
    {
        var simulation = Simulation.Create(scenario);
        simulation.RunUntil(TimeSpan.FromDays(days));
        var result = simulation.Finish(Stamp);
        Assert.True(result.Summary.Audit.Passed);
        return result;
    }
}
