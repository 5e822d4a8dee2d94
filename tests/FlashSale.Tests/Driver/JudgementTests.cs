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

        Assert.Equal(3, Recovery.After(rows, 15));
        Assert.Equal(0, Recovery.After(rows, 20));
        Assert.Null(Recovery.After([.. rows.Take(17)], 15));
        Assert.Null(Recovery.After(rows, 0));
    }

    [Theory]
    [InlineData(1_000, 7_300)]
    [InlineData(1_000, 300)]
    [InlineData(64_000, 10)]
    public async Task The_search_ends_close_below_the_breaking_point(double first, double breaksAt)
    {
        var figures = PhaseFigures.Of(new PhaseSpan("load", 0, 1), new PhaseTally());

        var tries = await PeakSearch.Run(
            first, 0.05, rate => Task.FromResult(new PeakTry(rate, rate <= breaksAt, figures)),
            CancellationToken.None);

        Assert.InRange(PeakSearch.Peak(tries)!.Rate, breaksAt * 0.93, breaksAt);
        Assert.InRange(tries.Count, 3, 40);
    }

    [Fact]
    public async Task A_rate_that_failed_once_is_tried_again_before_it_is_believed()
    {
        var figures = ResultOf(new VirtualLoad(ArrivalCurve.Constant(10, 5))).Summary.All;
        var number = 0;
        var tries = await PeakSearch.Run(
            1_000, 0.05,
            rate => Task.FromResult(new PeakTry(rate, rate <= 5_000 && number++ % 3 != 0, figures)),
            CancellationToken.None);

        Assert.Equal([(1_000, false), (1_000, true), (2_000, true)], tries.Take(3).Select(one => (
            (int)one.Rate, one.Holds)));
        Assert.InRange(PeakSearch.Peak(tries)!.Rate, 5_000 * 0.93, 5_000);
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
            Assert.Contains("latencyMsP99Max failed in all", page, StringComparison.Ordinal);
            Assert.Contains("failures=\"1\"", File.ReadAllText(folder.JUnitPath), StringComparison.Ordinal);
            Assert.All(
                LoadComparison.Of(("a", result), ("b", read)).Rows, row => Assert.Equal("=", row.Change));
        }
        finally
        {
            path.Delete(recursive: true);
        }
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
                Audit = new MarketAudit(true, [new MarketCheck("units", true, "all")]),
                Latencies = DriveLatencies.Of(sum.Latency),
            },
            SecondRow.Of(load.Tally));
    }

    private static LoadVerdict VerdictOf(VirtualLoad load) =>
        DriveSummary.VerdictOf(
            PhaseFigures.OfAll(load.Tally).Figures, new LoadPlan().DriverLateMsP99Max);
}
