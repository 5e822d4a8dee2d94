using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

/// <summary>A small study: its plan, its cache, and what it finds by an engine.</summary>
internal sealed class SmallStudy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-study-");

    /// <summary>A study of one buyer in a hundred thousand.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="arm">The second arm's window for payments.</param>
    /// <param name="more">More keys of the file.</param>
    public SmallStudy(string name = "a-study", int seeds = 2, string arm = "1s", string more = "")
    {
        var study = StudyReader.Read(
            $$"""
            name: {{name}}
            question: What does it do?
            base: quick
            scale: 0.00001
            horizon: 2min
            seeds: {{seeds}}
            arms:
              - name: as-it-is
              - name: at-once
                set: { policy.inventory.payWithin: {{arm}}, policy.inventory.festivalPayWithin: {{arm}} }
            measures:
              gmv: { value: gmvYuan, better: more }
              early: { value: "at(gmv_yuan, 1min)" }
            {{more}}
            """,
            "study.yaml");
        Plan = StudyPlan.Of(study.Value!, RunKey.Code).Value!;
        Cache = new RunCache(Path.Combine(_folder.FullName, "cache"));
    }

    /// <summary>Its plan; it has one round.</summary>
    public StudyPlan Plan { get; }

    /// <summary>Its runs.</summary>
    public RunCache Cache { get; }

    /// <summary>What is posted of it.</summary>
    public PostedStudy Posted => new(Plan.Study.Name, Plan.Code, Plan.Study.Text, "", null);

    /// <summary>Its id on a cluster.</summary>
    public string Id => ClusterStudies.IdOf(Posted);

    /// <summary>Its runs as they are posted.</summary>
    public PostedRun[] Runs =>
        [.. Plan.Orders.Select(order => new PostedRun(order.Key, order.Seed, RunOrderJson.Line(order)))];

    /// <summary>Has all runs carried out.</summary>
    /// <param name="engine">By whom.</param>
    /// <param name="after">Called after each run.</param>
    public async Task<IReadOnlyList<RunOutcome>> Run(
        IRunEngine engine, Func<IReadOnlyList<RunOutcome>, Task>? after = null)
    {
        var outcomes = new List<RunOutcome>();
        await foreach (var outcome in engine.Run(Plan.Wanted, CancellationToken.None))
        {
            outcomes.Add(outcome);
            await (after?.Invoke(outcomes) ?? Task.CompletedTask);
        }

        return outcomes;
    }

    /// <summary>study.json, of what is in the cache.</summary>
    public string Json()
    {
        var measures = StudyMeasure.All(Plan.Study).Value!;
        var runs = new StudyRuns(Plan, measures,
        [
            .. Plan.Orders.Select(order => new MeasuredRun(
                order, Cache.Outcome(order.Key)!,
                StudyMeasure.ValuesOf(measures, Cache, order.Key)!)),
        ],
        [.. Plan.Wholes.Select(order => Cache.Outcome(order.Key)!)]);
        var folder = new StudyFolder(Path.Combine(_folder.FullName, "study"));
        folder.Write(runs, StudyCurves.Of(runs, Cache), execution: null);
        return File.ReadAllText(folder.JsonPath);
    }

    /// <summary>study.json as this machine finds it alone.</summary>
    public static async Task<string> JsonHere(int seeds, string more = "")
    {
        using var study = new SmallStudy(seeds: seeds, more: more);
        await study.Run(new InProcessEngine(new OrderRunner(study.Cache, "", RealClock.Instance)));
        return study.Json();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
