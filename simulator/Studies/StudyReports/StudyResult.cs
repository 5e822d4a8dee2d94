namespace FlashSale.Simulator;

/// <summary>What a study found: study.json, field by field as docs/reference/study.md explains.</summary>
/// <remarks>
/// Nothing of a machine or a clock is in it: the same study and code give the same bytes for any number of
/// workers and any interruption. The order of properties is the file's.
/// </remarks>
public sealed record StudyResult
{
#pragma warning disable CS1591 // Each field is explained in docs/reference/study.md.
    public int SchemaVersion { get; init; } = 1;

    public required string Name { get; init; }

    public required string Question { get; init; }

    public required IReadOnlyList<string> Sentences { get; init; }

    public required bool Partial { get; init; }

    public required StudyBase Base { get; init; }

    public required string Code { get; init; }

    public string? Horizon { get; init; }

    public ForkFound? Fork { get; init; }

    public required IReadOnlyList<ulong> Seeds { get; init; }

    public required double Confidence { get; init; }

    public required int Comparisons { get; init; }

    public required IReadOnlyList<string> Factors { get; init; }

    public required IReadOnlyList<PointFound> Points { get; init; }

    public required IReadOnlyList<MeasureFound> Measures { get; init; }

    public required RunCounts Runs { get; init; }

    public required IReadOnlyList<LevelFound> Estimates { get; init; }

    public required IReadOnlyList<DifferenceFound> Differences { get; init; }

    public SearchFound? Search { get; init; }

    public ScaleCheckFound? ScaleCheck { get; init; }

    public IReadOnlyList<EffectFound> Effects { get; init; } = [];

    public IReadOnlyList<SwingFound> Swings { get; init; } = [];

    public IReadOnlyList<IndexFound> Indices { get; init; } = [];

    public IReadOnlyList<BoxFound> Boxes { get; init; } = [];

    public CalibrationPart? Calibration { get; init; }

    public IReadOnlyList<OpenedYear> Opened { get; init; } = [];

    public IReadOnlyList<StudyWarning> Warnings { get; init; } = [];

    public IReadOnlyList<FailedRun> Failures { get; init; } = [];

    public IReadOnlyList<ClaimFound> Expectations { get; init; } = [];
#pragma warning restore CS1591

    /// <summary>
    /// Whether every claim came out, every audit passed, and every fork that was compared with a run of the
    /// whole ended as it.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Passed => Runs.AuditFailed == 0 && Fork is not { Differing.Count: > 0 }
        && Expectations.All(claim => claim.CameOut);
}

/// <summary>The base of a study.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Hash">Its hash, on the first seed.</param>
/// <param name="CalibratedBy">The hash of what was held.</param>
/// <param name="Scale">The share of buyers that was simulated.</param>
public sealed record StudyBase(string Scenario, string Hash, string CalibratedBy, double Scale);

/// <summary>A point of a study.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Levels">The value of each factor.</param>
/// <param name="ScenarioHash">The hash of its scenario, on the first seed.</param>
/// <param name="Recalibrated">What it changes that makes it another world; none of most.</param>
public sealed record PointFound(
    string Name, IReadOnlyList<FactorLevel> Levels, string ScenarioHash, IReadOnlyList<string> Recalibrated);

/// <summary>A measure of a study.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its expression.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="IsEvent">Whether it is a yes or no of each run.</param>
/// <param name="Better">Which side is better.</param>
/// <param name="Matters">The smallest difference worth acting on.</param>
public sealed record MeasureFound(
    string Name, string Value, string Unit, bool IsEvent, BetterSide Better, double? Matters);

/// <summary>How the runs of a study ended.</summary>
/// <param name="Planned">Points times seeds.</param>
/// <param name="Done">With figures and a passed audit.</param>
/// <param name="AuditFailed">With figures and an audit that did not pass.</param>
/// <param name="Failed">Without figures.</param>
/// <param name="Checks">Checks of the audit, over all runs.</param>
public sealed record RunCounts(int Planned, int Done, int AuditFailed, int Failed, long Checks);

/// <summary>A measure at a point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Runs">Runs with a value.</param>
/// <param name="Nulls">Runs without one.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation over runs.</param>
/// <param name="Limits">The interval of the mean; null of one run.</param>
public sealed record LevelFound(
    string Point, string Measure, int Runs, int Nulls, double Mean, double Deviation, Interval? Limits);

/// <summary>A point against another in a measure.</summary>
/// <param name="First">The point that is compared with.</param>
/// <param name="Second">The other.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Pairs">Seeds that both have.</param>
/// <param name="Shown">In units, or in percent: then all numbers are of ln(second/first).</param>
/// <param name="Mean">The second less the first.</param>
/// <param name="Deviation">The standard deviation of the differences.</param>
/// <param name="Alone">The interval of this comparison alone.</param>
/// <param name="Limits">The interval that holds for all comparisons at once.</param>
/// <param name="PValue">How probable so much would be by chance.</param>
/// <param name="HolmPValue">The same among all comparisons.</param>
/// <param name="Correlation">Of the two points over seeds.</param>
/// <param name="Worth">How many times the runs independent seeds would take.</param>
/// <param name="Verdict">What can be said.</param>
/// <param name="Sentence">The same in a sentence.</param>
/// <param name="PairsNeeded">About how many pairs would tell; null if decided.</param>
public sealed record DifferenceFound(
    string First, string Second, string Measure, int Pairs, ShownDifference Shown, double Mean,
    double Deviation, Interval? Alone, Interval? Limits, double PValue, double HolmPValue,
    double? Correlation, double? Worth, VerdictKind Verdict, string Sentence, long? PairsNeeded);

/// <summary>A run without figures, or whose audit did not pass.</summary>
/// <param name="Key">The name of the run.</param>
/// <param name="Point">Its point.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="Command">The command line that repeats it, in the folder of the study.</param>
public sealed record FailedRun(
    string Key, string Point, ulong Seed, RunStatus Status, string Fault, string Command);

/// <summary>A claim and what became of it.</summary>
/// <param name="Claim">As the file says it.</param>
/// <param name="CameOut">Whether it did.</param>
/// <param name="Why">The sentence or the number that decides it.</param>
public sealed record ClaimFound(string Claim, bool CameOut, string Why);
