using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Tests.Driver;

// What a load test says of itself: gates, verdict, recovery, the breaking point, the files.
public sealed class JudgementTests
{
    [Fact]
    public void A_gate_holds_or_fails_by_what_was_measured_from_the_intended_start()
    {
        var load = new VirtualLoad(ArrivalCurve.Constant(200, 10));
        load.Market.Stalls = (TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
        load.Play();
        var gates = new LoadGates
        {
            RateReachedMin = 0.99,
            LatencyMsP50Max = 10,
            LatencyMsP99Max = 100,
            ErrorShareMax = 0,
            SoldOutShareMax = 0,
            DoneShareMin = 1,
        };

        var checks = GateChecks.Of(gates, PhaseFigures.OfAll(load.Tally).Figures);

        Assert.Equal(["latencyMsP99Max"], checks.Where(check => !check.Passed).Select(check => check.Gate));
        Assert.Equal(6, checks.Count);
        Assert.InRange(checks.Single(check => !check.Passed).Value!.Value, 1_800, 2_010);
    }

    [Fact]
    public void A_load_that_found_no_room_or_began_late_is_not_believed()
    {
        var crowded = new VirtualLoad(
            ArrivalCurve.Constant(200, 3), limits: new OpenLoopLimits { InFlightMax = 10 },
            answerTime: TimeSpan.FromSeconds(1));
        crowded.Play();
        var late = new VirtualLoad(ArrivalCurve.Constant(200, 3));
        late.Loop.Begin();
        late.Clock.Move(2);
        late.Loop.Advance();
        var sound = new VirtualLoad(ArrivalCurve.Constant(200, 3));
        sound.Play();

        Assert.Equal(LoadVerdict.InFlightFull, VerdictOf(crowded));
        Assert.Equal(LoadVerdict.DriverSaturated, VerdictOf(late));
        Assert.Equal(LoadVerdict.Sound, VerdictOf(sound));
    }

    [Fact]
    public void Recovery_is_the_first_of_three_seconds_that_are_as_before()
    {
        var load = new VirtualLoad(ArrivalCurve.Constant(200, 30));
        load.Market.Stalls = (TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(18));
        load.Play();
        var rows = SecondRow.Of(load.Tally);

        Assert.Equal(3, RecoveryTime.After(rows, 15));
        Assert.Equal(0, RecoveryTime.After(rows, 20));
        Assert.Null(RecoveryTime.After([.. rows.Take(17)], 15));
        Assert.Null(RecoveryTime.After(rows, 0));
    }

    [Theory]
    [InlineData(1_000, 7_300)]
    [InlineData(1_000, 300)]
    [InlineData(64_000, 10)]
    [InlineData(0.2, 7)]
    public async Task The_search_ends_close_below_the_breaking_point(double first, double breaksAt)
    {
        var tries = await PeakSearch.Run(
            first, 0.05, Bounds, rate => Task.FromResult(new PeakTry(rate, rate <= breaksAt, Nothing)),
            CancellationToken.None);

        Assert.InRange(PeakSearch.Peak(tries)!.Rate, breaksAt * 0.93, breaksAt);
        Assert.InRange(tries.Count, 3, 40);
    }

    [Fact]
    public async Task A_rate_holds_or_fails_when_two_tries_agree()
    {
        var number = 0;
        var tries = await PeakSearch.Run(
            1_000, 0.05, Bounds,
            rate => Task.FromResult(new PeakTry(rate, rate <= 5_000 && number++ % 3 != 0, Nothing)),
            CancellationToken.None);

        Assert.Equal(
            [(1_000, false), (1_000, true), (1_000, true), (2_000, false), (2_000, true), (2_000, true)],
            tries.Take(6).Select(one => ((int)one.Rate, one.Holds)));
        Assert.InRange(PeakSearch.Peak(tries)!.Rate, 5_000 * 0.93, 5_000);
    }

    [Fact]
    public void The_better_of_two_tries_is_no_peak()
    {
        var (slow, quick) = (FiguresOf(90), FiguresOf(40));

        Assert.Null(PeakSearch.Peak([new(100, false, slow), new(100, true, quick)]));
        var peak = PeakSearch.Peak([new(100, true, quick), new(100, true, slow)])!;
        Assert.Equal(90, peak.Figures.LatencyMs.P99);
    }

    [Fact]
    public async Task A_search_never_leaves_the_rates_that_can_be_driven()
    {
        var high = await PeakSearch.Run(
            1_000, 0.05, Bounds, rate => Task.FromResult(new PeakTry(rate, true, Nothing)),
            CancellationToken.None);
        var low = await PeakSearch.Run(
            1_000, 0.05, Bounds, rate => Task.FromResult(new PeakTry(rate, false, Nothing)),
            CancellationToken.None);

        Assert.Equal(Bounds.Most, PeakSearch.Peak(high)!.Rate);
        Assert.All(high.Concat(low), one => Assert.InRange(one.Rate, Bounds.Least, Bounds.Most));
    }

    [Fact]
    public void The_files_of_a_load_test_can_be_read_again_and_need_no_network()
    {
        var result = ResultOf(new VirtualLoad(ArrivalCurve.Ramp(10, 300, 10)));
        var path = Directory.CreateTempSubdirectory("flashsale-");
        try
        {
            var folder = new DriveFolder(path.FullName);
            folder.Write(result);
            var read = folder.Read()!;

            Assert.Equal(DriveFolder.TextOf(result.Summary), DriveFolder.TextOf(read.Summary));
            Assert.Equal(result.Timeline.Select(row => $"{row}"), read.Timeline.Select(row => $"{row}"));
            var page = File.ReadAllText(folder.ReportPath);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>quick", page, StringComparison.Ordinal);
            Assert.Contains("99 % of the orders took up to", page, StringComparison.Ordinal);
            Assert.Contains("failures=\"1\"", File.ReadAllText(folder.JUnitPath), StringComparison.Ordinal);
            Assert.All(
                LoadComparison.Of(("a", result), ("b", read)).Rows, row => Assert.Equal("=", row.Change));
        }
        finally
        {
            path.Delete(recursive: true);
        }
    }

    private static readonly PhaseFigures Nothing = FiguresOf(1);

    private static (double Least, double Most) Bounds => (0.1, 1e6);

    private static PhaseFigures FiguresOf(double ms)
    {
        var tally = new PhaseTally();
        tally.Finish(
            new OrderEnd(LoadStep.Pay, LoadOutcome.Done, "done"), TimeSpan.FromMilliseconds(ms),
            TimeSpan.FromMilliseconds(ms));
        return PhaseFigures.Of(new PhaseSpan("load", 0, 1), tally);
    }

    private static DriveResult ResultOf(VirtualLoad load)
    {
        load.Play();
        var (all, sum) = PhaseFigures.OfAll(load.Tally);
        return new DriveResult(
            new DriveSummary
            {
                Scenario = "<b>quick</b>",
                Way = "single",
                Mix = "buy",
                Verdict = LoadVerdict.Sound,
                All = all,
                Phases = [all],
                Gates = GateChecks.Of(new LoadGates { LatencyMsP99Max = 0 }, all),
                Chaos = [new ChaosOutcome(3, "run", "true", null, 1)],
                Audit = new AuditSummary(true, [new RunCheck("units", true, "all")]),
                Latencies = DriveLatencies.Of(sum.Latency),
            },
            SecondRow.Of(load.Tally));
    }

    private static LoadVerdict VerdictOf(VirtualLoad load) =>
        DriveSummary.VerdictOf(
            PhaseFigures.OfAll(load.Tally).Figures, new LoadPlan().DriverLateMsP99Max);
}
