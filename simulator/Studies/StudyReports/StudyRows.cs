namespace FlashSale.Simulator;

/// <summary>A study as rows, one for each run: what runs.csv, runs.parquet and study.sqlite hold.</summary>
/// <param name="Plan">What was planned.</param>
/// <param name="Result">What was found.</param>
/// <param name="Runs">The runs, by point and seed.</param>
internal sealed record StudyRows(StudyPlan Plan, StudyResult Result, IReadOnlyList<MeasuredRun> Runs)
{
    /// <summary>The columns that every study has.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
        ["run_key", "point", "seed", "role", "status", "audit", "state_hash"];

    /// <summary>The factors, each a column.</summary>
    public IReadOnlyList<string> Factors => Result.Factors;

    /// <summary>The names of the measures, each a column.</summary>
    public IReadOnlyList<string> Measures => [.. Result.Measures.Select(measure => measure.Name)];

    /// <summary>The fixed columns of a run.</summary>
    public IReadOnlyList<string> Facts(MeasuredRun run) =>
    [
        run.Order.Key, PointOf(run).Name, FormattableString.Invariant($"{run.Order.Seed}"),
        Words.Of(run.Order.Role),
        Words.Of(run.Outcome.Status), run.Outcome.Status switch
        {
            RunStatus.Done => "passed",
            RunStatus.AuditFailed => "failed",
            _ => "",
        },
        run.Outcome.StateHash,
    ];

    /// <summary>The values of the factors of a run.</summary>
    public IReadOnlyList<FactorLevel> Levels(MeasuredRun run) => PointOf(run).Levels;

    /// <summary>The value of a measure; null if the run has none.</summary>
    public static double? Value(MeasuredRun run, int measure) =>
        run.Values.Count > measure ? run.Values[measure] : null;

    private StudyPoint PointOf(MeasuredRun run) => Plan.AllPoints[run.Order.Point];
}
