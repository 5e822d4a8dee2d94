using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Benchmarks;

/// <summary>
/// What a study of ten thousand runs takes beside its runs: plan, statistics, tables, report.
/// </summary>
/// <remarks>The values of its measures are drawn, so that no run has to be made.</remarks>
internal sealed class StudyReportTime : IRow
{
    private const double SecondsMax = 10;
    private const int Checks = 16;
    private const ushort Values = 1;

    private const string Arms = """
        arms: [ { name: one }, { name: other, set: { capacity.gatewayShareOfPeak: 0.9 } } ]
        seeds: 5000
        """;

    private const string Sweep = """
        vary:
          - { path: capacity.gatewayShareOfPeak, as: gateway, from: 0.5, to: 1.5, steps: 25 }
          - { path: behaviour.paying.neverShare, as: never, from: 0.05, to: 0.2, steps: 40 }
        seeds: 10
        """;

    public string Name => "study-report";

    public string What => "statistics and report of studies of 10,000 runs, in seconds of the processor";

    public IReadOnlyList<Figure> Measure(Bench bench) =>
    [
        .. Of(bench, "2 arms × 5,000 seeds", Arms), .. Of(bench, "1,000 points × 10 seeds", Sweep),
    ];

    public void Dispose()
    {
    }

    private static IEnumerable<Figure> Of(Bench bench, string what, string design)
    {
        StudyPlan? plan = null;
        var planned = Bench.CpuTime(() => plan = Plan(design));
        var measures = StudyMeasure.All(plan!.Study).Value!;
        var runs = new StudyRuns(plan, measures, [.. plan.Orders.Select(Drawn)]);
        var folder = new StudyFolder(Path.Combine(bench.Folder, "study"));
        var written = Bench.CpuTime(() => folder.Write(
            runs, StudyCurves.Of(runs, new RunCache(folder.Path)), execution: null));
        yield return new Figure($"plan, {what}", "s", planned.TotalSeconds);
        yield return new Figure(
            $"report, {what}", "s", written.TotalSeconds, FigureBar.AtMost(SecondsMax));
    }

    private static StudyPlan Plan(string design)
    {
        var text = $$"""
            name: ten-thousand
            question: What do ten thousand runs say?
            base: quick
            {{design}}
            budget: { runsMax: 20000 }
            measures:
              gmv: { value: gmvYuan, better: more, show: percent, matters: 0.01 }
              givenUp: { value: abandoned / ordersPlaced, better: less, matters: 0.005 }
              early: { value: "at(gmv_yuan, 10min) / gmvYuan", better: more }
            """;
        return StudyReader.Read(text, "benchmark").Value is { } study
            ? StudyPlan.Of(study, RunKey.Code).Value!
            : throw new InvalidDataException("the study of the benchmark is damaged");
    }

    private static MeasuredRun Drawn(RunOrder order)
    {
        var draws = Draws.For(order.Seed, order.Point, Values);
        return new MeasuredRun(
            order,
            new RunOutcome
            {
                Key = order.Key,
                Status = RunStatus.Done,
                StateHash = draws.Next().ToString("x16", CultureInfo.InvariantCulture),
                Checks = Checks,
            },
            [1e11 * (1 + draws.Unit()), draws.Unit() / 10, draws.Unit()]);
    }
}
