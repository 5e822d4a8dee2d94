namespace FlashSale.Simulator;

/// <summary>The runs of a study that there are, by point and seed, with the values of its measures.</summary>
public sealed class StudyRuns
{
    private readonly Dictionary<(int Point, ulong Seed), MeasuredRun> _runs;
    private readonly Dictionary<string, int> _points;

    /// <summary>The runs of a plan.</summary>
    /// <param name="plan">What was planned.</param>
    /// <param name="measures">Its measures, as their values stand in the runs.</param>
    /// <param name="runs">The runs that there are, in any order.</param>
    /// <param name="wholes">What became of the plan's runs of the whole; null if it has none.</param>
    public StudyRuns(
        StudyPlan plan, IReadOnlyList<StudyMeasure> measures, IReadOnlyList<MeasuredRun> runs,
        IReadOnlyList<RunOutcome>? wholes = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Wholes = wholes ?? [];
        (Plan, Measures) = (plan, measures);
        _runs = runs.ToDictionary(run => (run.Order.Point, run.Order.Seed));
        _points = plan.Points.ToDictionary(point => point.Name, point => point.Number);
        All = [.. plan.Orders.Select(order => Of(order.Point, order.Seed)).OfType<MeasuredRun>()];
        ByPoint = All.ToLookup(run => run.Order.Point);
    }

    /// <summary>What was planned.</summary>
    public StudyPlan Plan { get; }

    /// <summary>The runs at the second scale; null of a study that has none.</summary>
    public StudyRuns? ScaleCheck { get; init; }

    /// <summary>All runs, with those at the second scale.</summary>
    public IEnumerable<MeasuredRun> Whole => All.Concat(ScaleCheck?.All ?? []);

    /// <summary>The measures.</summary>
    public IReadOnlyList<StudyMeasure> Measures { get; }

    /// <summary>What became of runs of the whole that forks are compared with.</summary>
    public IReadOnlyList<RunOutcome> Wholes { get; }

    /// <summary>The runs in the plan's order.</summary>
    public IReadOnlyList<MeasuredRun> All { get; }

    /// <summary>The runs of each point by its number, in the plan's order.</summary>
    public ILookup<int, MeasuredRun> ByPoint { get; }

    /// <summary>A run; null if it is not there.</summary>
    public MeasuredRun? Of(int point, ulong seed) => _runs.GetValueOrDefault((point, seed));

    /// <summary>The place of a measure by its name.</summary>
    internal int MeasureOf(string name) =>
        Measures.Select((measure, at) => (measure.Name, at)).First(one => one.Name == name).at;

    /// <summary>A measure by its name, as sentences speak of it.</summary>
    internal JudgedMeasure JudgedOf(string name) => Measures[MeasureOf(name)].Judged;

    /// <summary>
    /// The values of a measure at a point, one for each seed: null where the run failed or has none. Null in
    /// all while a run is not there.
    /// </summary>
    internal IReadOnlyList<double?>? Values(AskedRuns asked, int measure)
    {
        if (!_points.TryGetValue(asked.Point.Name, out var point))
        {
            return null;
        }

        var runs = asked.Seeds.Select(seed => Of(point, seed)).ToList();
        return runs.Contains(null) ? null
            : [.. runs.Select(run => run!.Outcome.HasFigures ? run.Values[measure] : null)];
    }

    /// <summary>The states in which the runs of a point ended; none unless all of them are there.</summary>
    internal IReadOnlyList<string> Hashes(AskedRuns asked)
    {
        var runs = !_points.TryGetValue(asked.Point.Name, out var point) ? []
            : asked.Seeds.Select(seed => Of(point, seed)).OfType<MeasuredRun>()
                .Where(run => run.Outcome.HasFigures).ToList();
        return runs.Count < asked.Seeds.Count ? [] : [.. runs.Select(run => run.Outcome.StateHash)];
    }

    /// <summary>The values of a measure at several points, seed by seed, of seeds that all have.</summary>
    internal IReadOnlyList<IReadOnlyList<double>> WholeSeeds(
        IReadOnlyList<int> points, int measure) =>
    [
        .. Plan.Seeds.Select(seed => points.Select(point => Of(point, seed))
                .Where(run => run?.Outcome.HasFigures == true).Select(run => run!.Values[measure])
                .OfType<double>().ToList())
            .Where(values => values.Count == points.Count),
    ];
}
