using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>
/// Arms that go on from one past: they end as whole runs where only their course differs, and what they set
/// otherwise holds from the moment on.
/// </summary>
public sealed class ForkTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 5)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_an_arms_course_is_its_fork_ends_as_a_run_of_the_whole(int seed)
    {
        var draws = Draws.For((ulong)seed, 0, 77);
        var at = Moment(ref draws, -20 * 3_600, 3 * 86_400);
        var past = Festivals.Small() with
        {
            Seed = (ulong)seed,
            Shocks = [.. Troubles(ref draws, -20 * 3_600, (int)at.TotalSeconds - 1)],
            Changes = [PayWithin(at - (2 * Minute), "9min")],
        };
        var arm = past with
        {
            Shocks = [.. Troubles(ref draws, (int)at.TotalSeconds, 5 * 86_400), .. past.Shocks],
            Switches = [Refunds(at, at + TimeSpan.FromHours(3))],
            Changes = [.. past.Changes, PayWithin(at, "3min"), PayWithin(at + Minute, "20min")],
        };

        Same(Run(arm), Forked(past, at, arm));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(0)]
    [InlineData(90_000)]
    public void An_arm_equal_to_its_base_ends_as_the_base(int atSeconds)
    {
        var (past, again) = (Festivals.Small(), Festivals.Small() with { Name = "again" });

        var fork = Forked(past, TimeSpan.FromSeconds(atSeconds), again);

        Same(Run(again), fork);
        Assert.Equal(Run(past).Summary.StateHash, fork.Summary.StateHash);
    }

    [Fact]
    public void What_the_base_had_planned_for_later_is_not_in_the_fork()
    {
        var past = Festivals.Small() with { Shocks = [Snow(1, 4)] };
        var arm = past with { Shocks = [] };

        Same(Run(arm), Forked(past, -Minute, arm));
    }

    [Fact]
    public void A_change_that_has_begun_goes_on_in_its_steps()
    {
        var steps = PayWithin(-(5 * Minute), "3min") with { Until = 5 * Minute, Steps = 11 };
        var past = Festivals.Small() with { Changes = [steps] };
        var arm = past with { Changes = [steps, PayWithin(2 * Minute, "20min")] };

        Same(Run(arm), Forked(past, Minute, arm));
    }

    [Fact]
    public void A_capacity_of_the_arm_holds_from_the_moment_on()
    {
        var past = Festivals.Small();
        var slow = past with
        {
            Festival = past.Festival with { PeakPaymentsPerSecond = 40_000 },
            Capacity = new Capacity { GatewayShareOfPeak = 0.1, PackedPerDay = 0.05, DeliveredPerDay = 0.02 },
        };

        var (usual, fork) = (Run(past), Forked(past, -Minute, slow));

        var after = usual.Summary;
        Assert.Equal(Before(-Minute, usual), Before(-Minute, fork));
        Assert.True(fork.Summary.Audit.Passed);
        Assert.True(fork.Summary.Refusals.Single(one => one.Kind == "gateway").Count
            > 2 * after.Refusals.Single(one => one.Kind == "gateway").Count);
        Assert.True(fork.Summary.PaymentQueue.WaitSeconds.P99 > after.PaymentQueue.WaitSeconds.P99);
        Assert.True(fork.Summary.DeliveryDays.P50 > 1.5 * after.DeliveryDays.P50);
        Assert.Equal(fork.Summary.StateHash, Forked(past, -Minute, slow).Summary.StateHash);
    }

    private static IEnumerable<string> Before(TimeSpan moment, RunResult run) => run.Timeline
        .Where(row => row.EndSeconds <= moment.TotalSeconds).Select(Text);

    private static void Same(RunResult whole, RunResult fork)
    {
        Assert.True(whole.Summary.Audit.Passed);
        Assert.Equal(whole.Summary.StateHash, fork.Summary.StateHash);
        Assert.Equal(whole.Timeline.Select(Text), fork.Timeline.Select(Text));
        Assert.Equal(SummaryJson.Write(whole.Summary), SummaryJson.Write(fork.Summary));
    }

    private static string Text(TimelineRow row) =>
        $"{row.Seconds} {string.Join(' ', Measures.All.Select(measure => row[measure]))}";

    private static RunResult Run(Scenario scenario)
    {
        var run = Simulation.Create(scenario);
        run.RunToEnd();
        return run.Finish(Festivals.Stamp);
    }

    private static RunResult Forked(Scenario past, TimeSpan at, Scenario arm)
    {
        var run = Simulation.Create(past);
        run.RunUntil(at - TimeSpan.FromMilliseconds(1));
        var fork = run.ForkInto(arm);
        fork.RunToEnd();
        return fork.Finish(Festivals.Stamp);
    }

    private static TimeSpan Moment(ref Draws draws, int fromSeconds, int untilSeconds) =>
        TimeSpan.FromSeconds(fromSeconds + (int)((untilSeconds - fromSeconds) * draws.Unit()));

    private static List<Shock> Troubles(ref Draws draws, int fromSeconds, int untilSeconds)
    {
        var troubles = new List<Shock>();
        foreach (var kind in Enum.GetValues<ShockKind>())
        {
            var from = kind == ShockKind.Snow
                ? TimeSpan.FromSeconds(fromSeconds) : Moment(ref draws, fromSeconds, untilSeconds);
            troubles.Add(new Shock
            {
                Kind = kind,
                From = from,
                Until = from + TimeSpan.FromMilliseconds(1 + (3 * 86_400_000 * draws.Unit())),
                CapacityFactor = draws.Happens(0.3) ? 0 : draws.Unit(),
                Confidence = kind == ShockKind.Snow ? 0.5 : 1,
            });
        }

        return troubles;
    }

    private static Shock Snow(double fromDays, double untilDays) => new()
    {
        Kind = ShockKind.Snow,
        From = TimeSpan.FromDays(fromDays),
        Until = TimeSpan.FromDays(untilDays),
        CapacityFactor = 0.1,
    };

    private static PlannedSwitch Refunds(TimeSpan from, TimeSpan until) => new()
    {
        Switch = Switch.RefundsOfUnshippedOff,
        From = from,
        Until = until,
    };

    private static PolicyChange PayWithin(TimeSpan at, string length) => new()
    {
        At = at,
        Policy = [new("inventory.payWithin", length), new("inventory.festivalPayWithin", length)],
    };
}
