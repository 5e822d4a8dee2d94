using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Tests.Driver;

// A load that is stopped tells of the time that was driven, and of nothing else.
public sealed class PartialRunTests
{
    private static readonly PhaseSpan[] Spans =
    [
        new("warm-up", 0, 2, IsWarmUp: true), new("rush", 2, 6), new("late", 6, 12),
    ];

    private static readonly LoadPlan Plan = new()
    {
        Gates = new LoadGates { RateReachedMin = 0.99 },
        Phases =
        [
            new("rush", TimeSpan.FromSeconds(4), new LoadGates { GoodputMin = 95 }),
            new("late", TimeSpan.FromSeconds(10), new LoadGates { LatencyMsP99Max = 0.0001 }),
        ],
    };

    [Fact]
    public void Rates_are_over_the_time_that_was_driven()
    {
        var tally = StoppedAfter(4.5);
        var all = PhaseFigures.OfAll(tally).Figures;

        Assert.Equal((2.5, 2, 5), (all.Seconds, all.FromSecond, all.UntilSecond));
        Assert.Equal((100.0, 100.0, 1.0), (all.PlannedPerSecond, all.Goodput, all.RateReached));
        Assert.Equal(["warm-up", "rush"], PhaseFigures.OfDriven(tally).Select(phase => phase.Name));
        Assert.Equal([100, 100, 100, 100, 50], SecondRow.Of(tally).Select(row => row.Planned));
        Assert.Equal(4.5, tally.EndedAt!.Value.TotalSeconds, 0.002);
    }

    [Fact]
    public void Gates_are_judged_by_what_was_driven_and_others_are_named()
    {
        var result = ResultOf(StoppedAfter(4.5));

        Assert.Equal(
            [
                ("rush", "goodputMin", true, null),
                ("late", "latencyMsP99Max", false, "the phase was not driven"),
                ("all", "rateReachedMin", true, null),
            ],
            result.Summary.Gates.Select(gate => (gate.Phase, gate.Gate, gate.Passed, gate.NotJudged)));
        Assert.True(result.Summary.IsPartial);
        Assert.False(result.Summary.Passed);
        Assert.Equal((100.0, 4.5, 12), (
            result.Summary.PeakPlanned, Math.Round(result.Summary.StoppedAfterSeconds!.Value, 1),
            result.Summary.PlannedSeconds));
    }

    [Fact]
    public void A_stop_in_the_warm_up_measures_nothing()
    {
        var result = ResultOf(StoppedAfter(1.5));

        Assert.Equal((0, 0.0, (double?)null), (
            result.Summary.All.Planned, result.Summary.All.Goodput, result.Summary.All.LatencyMs.P99));
        Assert.All(result.Summary.Gates, gate => Assert.NotNull(gate.NotJudged));
        Assert.Equal("warm-up", Assert.Single(result.Summary.Phases).Name);
    }

    [Fact]
    public void A_load_that_never_began_has_a_result_and_a_report()
    {
        var plan = PlannedLoad.Of(Plan, ArrivalCurve.Constant(100, 10), 2);
        var result = DriveResult.Of(Fixed, plan, plan.NotBegun(), "single", "buy");
        var path = Directory.CreateTempSubdirectory("flashsale-");
        try
        {
            new DriveFolder(path.FullName).Write(result);

            Assert.Equal(0, result.Summary.StoppedAfterSeconds);
            var page = File.ReadAllText(Path.Combine(path.FullName, "report.html"));
            Assert.Contains("stopped before an order", page, StringComparison.Ordinal);
            Assert.NotNull(LoadComparison.Of(("a", result), ("b", result)).Page());
        }
        finally
        {
            path.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_stop_when_all_orders_have_begun_leaves_the_load_whole()
    {
        var load = new VirtualLoad(ArrivalCurve.Constant(100, 3));
        load.Play();
        load.Loop.Stop();
        load.Loop.Advance();

        Assert.Null(load.Tally.EndedAt);
    }

    [Fact]
    public void Several_processes_that_were_stopped_add_up()
    {
        var whole = StoppedAfter(4.5);
        var sum = new LoadTally(Spans, drainSeconds: 20);
        foreach (var number in Enumerable.Range(0, 3))
        {
            TallyFile.AddTo(sum, TallyFile.Write(StoppedAfter(4.5, new Shard(number, 3))));
        }

        Assert.Equal(whole.EndedAt, sum.EndedAt);
        Assert.Equal(
            SecondRow.Of(whole).Select(row => row.Planned), SecondRow.Of(sum).Select(row => row.Planned));
        Assert.Equal(PhaseFigures.OfAll(whole).Figures.Goodput, PhaseFigures.OfAll(sum).Figures.Goodput);
    }

    private static Scenario Fixed => Scenario.FromFacts(new FestivalFacts
    {
        Year = 2016,
        GmvYuan = 120.7e9,
        AverageOrderYuan = 183.7,
        PeakOrdersPerSecond = 175_000,
    });

    private static DriveResult ResultOf(LoadTally tally) => DriveResult.Of(
        Fixed, PlannedLoad.Of(Plan, ArrivalCurve.Constant(100, 10), 2), tally, "single", "buy");

    private static LoadTally StoppedAfter(double seconds, Shard? shard = null)
    {
        var load = new VirtualLoad(
            ArrivalCurve.Constant(100, 12), shard: shard, spacing: Spacing.Even, phases: Spans);
        load.Play(stopAfterSeconds: seconds);
        return load.Tally;
    }
}
