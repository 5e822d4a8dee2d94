namespace FlashSale.Simulator;

/// <summary>
/// A what-if study as its file says it: a base, what is varied, seeds, measures, and how sure the answer must
/// be.
/// </summary>
/// <remarks>Keys, defaults and examples: docs/reference/study.md.</remarks>
public sealed record Study
{
    /// <summary>The most runs of a study that sets no budget.</summary>
    public const int RunsMaxUsual = 10_000;

    /// <summary>How many seeds are run when the file does not say.</summary>
    public const int SeedsUsual = 10;

    /// <summary>The name, in kebab-case: its folder is studies/NAME.</summary>
    public required string Name { get; init; }

    /// <summary>What is asked, in a sentence: the title of the report.</summary>
    public required string Question { get; init; }

    /// <summary>The file that it was read from, as the user named it.</summary>
    public string File { get; init; } = "";

    /// <summary>
    /// The scenarios that are varied, at the scale of the study, on its first seed: one of most designs.
    /// </summary>
    public required IReadOnlyList<IStudiedScenario> Bases { get; init; }

    /// <summary>The scenario that is varied; the first of several.</summary>
    public IStudiedScenario Base => Bases[0];

    /// <summary>What is done with scenarios of their kind.</summary>
    public StudiedKind Kind => Base.Studied;

    /// <summary>The moment after which a run stops, counted from midnight; null for its end.</summary>
    public TimeSpan? Horizon { get; init; }

    /// <summary>The seeds of every point, in order.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>What is read from each run.</summary>
    public required IReadOnlyList<AskedMeasure> Measures { get; init; }

    /// <summary>What is varied.</summary>
    public required StudyDesign Design { get; init; }

    /// <summary>The moment up to which all points share one past; null if each has its own.</summary>
    public AskedFork? Fork { get; init; }

    /// <summary>Which points are compared.</summary>
    public required AskedComparison Compare { get; init; }

    /// <summary>Of every statement.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How narrow the answer is to be; null for the seeds as they are.</summary>
    public AskedPrecision? Precision { get; init; }

    /// <summary>Claims that must come out.</summary>
    public IReadOnlyList<Expectation> Expect { get; init; } = [];

    /// <summary>Facts that bring the capacity of packing and couriers that was planned for them.</summary>
    public IReadOnlyList<string> Recalibrate { get; init; } = [];

    /// <summary>A second scale, at which two points are run too; null for none.</summary>
    public double? ScaleCheck { get; init; }

    /// <summary>What is kept of each of its runs.</summary>
    public KeptFigures Keep { get; init; } = KeptFigures.Timeline;

    /// <summary>What the study may cost.</summary>
    public StudyBudget Budget { get; init; } = new(RunsMaxUsual, null);

    /// <summary>The file's text with every default written out.</summary>
    public string Text { get; init; } = "";
}

/// <summary>What a study may cost.</summary>
/// <param name="RunsMax">The most runs.</param>
/// <param name="WallMax">The longest time; null for as long as it takes.</param>
public sealed record StudyBudget(int RunsMax, TimeSpan? WallMax);

/// <summary>Which points of a study are compared.</summary>
/// <param name="With">The one that others are compared with; null for the first, or the base.</param>
/// <param name="IsAllPairs">Whether every two are compared.</param>
public sealed record AskedComparison(string? With, bool IsAllPairs);
