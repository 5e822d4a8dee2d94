using FlashSale.Simulator;

namespace FlashSale.Benchmarks;

/// <summary>
/// What it takes to read a thousand runs that are kept: their outcomes and the values of measures.
/// </summary>
/// <remarks>All are one run of a small festival's day under a thousand names.</remarks>
internal sealed class StudyAgainTime : IRow
{
    private const int Runs = 1_000;
    private const double SecondsMax = 5;

    private const string Text = """
        name: again
        question: What do a thousand runs say again?
        base: quick
        scale: 0.00001
        horizon: 1d
        arms: [ { name: one }, { name: other, set: { capacity.gatewayShareOfPeak: 0.9 } } ]
        seeds: 500
        measures:
          gmv: { value: gmvYuan, better: more, show: percent, matters: 0.01 }
          early: { value: "at(gmv_yuan, 10min) / gmvYuan", better: more }
        """;

    public string Name => "study-again";

    public string What => "reading 1,000 kept runs of a study, in seconds of the processor";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        var plan = StudyPlan.Of(StudyReader.Read(Text, "benchmark").Value!, RunKey.Code).Value!;
        var measures = StudyMeasure.All(plan.Study).Value!;
        var cache = new RunCache(Path.Combine(bench.Folder, "runs"));
        Fill(cache, plan);
        var first = Bench.CpuTime(() => Read(cache, plan, measures));
        var again = Bench.CpuTime(() => Read(cache, plan, measures));
        return
        [
            new Figure("with measures that are new", "s", first.TotalSeconds),
            new Figure("the same again", "s", again.TotalSeconds, FigureBar.AtMost(SecondsMax)),
        ];
    }

    public void Dispose()
    {
    }

    private static void Fill(RunCache cache, StudyPlan plan)
    {
        var run = Simulation.Create((Scenario)plan.Orders[0].Scenario);
        while (run.StepUntil(plan.Study.Horizon!.Value, int.MaxValue))
        {
        }

        var files = RunFiles.Of(run.Finish(new RunStamp("benchmark", "", TimeSpan.Zero, 0, "")));
        foreach (var order in plan.Orders)
        {
            cache.Discard(order.Key);
            var outcome = new RunOutcome { Key = order.Key, Status = RunStatus.Done, StateHash = order.Key };
            cache.Keep(outcome, files);
        }
    }

    private static void Read(RunCache cache, StudyPlan plan, IReadOnlyList<StudyMeasure> measures)
    {
        var kept = new StudyCache(cache, plan.Study, measures);
        foreach (var order in plan.Orders)
        {
            if (kept.Find(order.Key) is not { } run || run.Values.Contains(null))
            {
                throw new InvalidDataException($"the run {order.Key} is not kept as it was");
            }
        }
    }
}
