using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Tests.Driver;

// A gate holds, fails, or could not be judged; the third is no silence.
public sealed class GateTests
{
    private static readonly LoadPlan Plan = new()
    {
        Gates = new LoadGates { ErrorShareMax = 0 },
        Phases =
        [
            new("calm", TimeSpan.FromSeconds(4), new LoadGates { ErrorShareMax = 0, LatencyMsP99Max = 500 }),
            new("rush", TimeSpan.FromSeconds(8), new LoadGates { ErrorShareMax = 0, RateReachedMin = 0.9 }),
            new("late", TimeSpan.FromSeconds(12), new LoadGates { LatencyMsP99Max = 0.0001 }),
        ],
    };

    [Fact]
    public void Where_nothing_was_ordered_there_is_nothing_to_judge()
    {
        var gates = GatesOf(ArrivalCurve.Constant(0, 4).Then(ArrivalCurve.Constant(40, 8)));

        Assert.Equal(
            ["none calm: latencyMsP99Max", "none calm: errorShareMax", "pass rush: rateReachedMin",
                "pass rush: errorShareMax", "FAIL late: latencyMsP99Max", "pass all: errorShareMax"],
            gates.Select(gate => $"{GateWords.Mark(gate)} {gate.Phase}: {gate.Gate}"));
        Assert.Equal("not judged: no order was planned; bound 0", GateWords.Finding(gates[1]));
    }

    [Fact]
    public void A_phase_that_is_cut_off_keeps_its_gates()
    {
        var gates = GatesOf(ArrivalCurve.Constant(40, 8));

        var late = Assert.Single(gates, gate => gate.Phase == "late");
        Assert.Equal((false, false, "the phase was not driven"), (late.Passed, late.Failed, late.NotJudged));
    }

    [Fact]
    public void A_run_with_a_gate_that_could_not_be_judged_does_not_pass()
    {
        var summary = SummaryOf(ArrivalCurve.Constant(40, 8));
        var path = Directory.CreateTempSubdirectory("flashsale-");
        try
        {
            var folder = new DriveFolder(path.FullName);
            folder.Write(new DriveResult(summary, []));
            var (tests, page) = (File.ReadAllText(folder.JUnitPath), File.ReadAllText(folder.ReportPath));

            Assert.False(summary.Passed);
            Assert.Contains("failures=\"0\" skipped=\"1\"", tests, StringComparison.Ordinal);
            Assert.Contains("<skipped message=\"not judged: the phase was not driven", tests,
                StringComparison.Ordinal);
            Assert.Contains("1 not judged", page, StringComparison.Ordinal);
            Assert.Contains("not judged: the phase was not driven", page, StringComparison.Ordinal);
            Assert.Equal(summary.Gates, folder.Read()!.Summary.Gates);
        }
        finally
        {
            path.Delete(recursive: true);
        }
    }

    [Fact]
    public void An_order_that_was_only_answered_by_errors_has_no_latency_to_judge()
    {
        var tally = new PhaseTally();
        tally.Plan(1);
        var lost = new OrderEnd(LoadStep.Checkout, LoadOutcome.Error, "connection-lost");
        tally.Finish(lost, TimeSpan.Zero, TimeSpan.Zero);

        var gates = GateChecks.Of(
            new LoadGates { LatencyMsP99Max = 100, ErrorShareMax = 0 },
            PhaseFigures.Of(new PhaseSpan("rush", 0, 1), tally));

        Assert.Equal(["none", "FAIL"], gates.Select(GateWords.Mark));
        Assert.Equal(
            "100.0 % of the orders ended in an error in rush; 0.0 % are allowed",
            GateWords.Sentence(gates[1]));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("warm-up")]
    public void A_phase_has_no_name_that_a_load_test_uses_itself(string name) => Assert.Contains(
        $"a phase is called «{name}»",
        ScenarioReader.Read(
            "name: x\nfestival: {year: 2018, gmvYuan: 2e11, averageOrderYuan: 2e2, "
            + "peakOrdersPerSecond: 491e3}\n"
            + $"load:\n  phases:\n    - {{ name: {name}, until: 5s }}\n", "x.yaml").Problems.Single().Wrong,
        StringComparison.Ordinal);

    private static IReadOnlyList<GateCheck> GatesOf(ArrivalCurve curve) => SummaryOf(curve).Gates;

    private static DriveSummary SummaryOf(ArrivalCurve curve)
    {
        var plan = PlannedLoad.Of(Plan, curve, warmUpSeconds: 0);
        var load = new VirtualLoad(curve, phases: [.. plan.Phases]);
        load.Play();
        var scenario = Scenario.FromFacts(new FestivalFacts
        {
            Year = 2016,
            GmvYuan = 120.7e9,
            AverageOrderYuan = 183.7,
            PeakOrdersPerSecond = 175_000,
        });
        return DriveResult.Of(scenario, plan, load.Tally, "single", "buy").Summary;
    }
}
