namespace FlashSale.Simulator;

/// <summary>What a search looked for.</summary>
public enum SearchKind
{
    /// <summary>The first value of a factor at which a condition holds.</summary>
    Find = 1,

    /// <summary>The value of a factor at which two arms are worth the same.</summary>
    BreakEven,

    /// <summary>The best of some arms.</summary>
    Select,
}

/// <summary>What a look of a search showed, beyond chance.</summary>
public enum SearchVerdict
{
    /// <summary>The condition holds.</summary>
    Holds = 1,

    /// <summary>It does not.</summary>
    RuledOut,

    /// <summary>The difference is above 0.</summary>
    Above,

    /// <summary>The difference is below 0.</summary>
    Below,

    /// <summary>Neither is shown.</summary>
    NotTold,

    /// <summary>The arm may be the best.</summary>
    Stays,

    /// <summary>Another arm is better.</summary>
    Left,
}

/// <summary>What a search found: the part «search» of study.json.</summary>
public sealed record SearchFound
{
    internal const string Withheld = "withheld";

#pragma warning disable CS1591 // Each field is explained in docs/reference/study.md.
    public required SearchKind Kind { get; init; }

    public required string Result { get; init; }

    public required string Measure { get; init; }

    public required string Sentence { get; init; }

    public FactorSearched? Factor { get; init; }

    public TargetSearched? Target { get; init; }

    public double? Level { get; init; }

    public Interval? Range { get; init; }

    public double? Root { get; init; }

    public double? Indifference { get; init; }

    public IReadOnlyList<string> Survivors { get; init; } = [];

    public IReadOnlyList<double> FurtherSeeds { get; init; } = [];

    public IReadOnlyList<ulong> SeedsLeftOut { get; init; } = [];

    public IReadOnlyList<SearchLook> Looks { get; init; } = [];
#pragma warning restore CS1591
}

/// <summary>The factor of a search.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit in words; empty of a bare number.</param>
/// <param name="From">The level at which the search begins.</param>
/// <param name="To">The level at its end.</param>
/// <param name="Levels">How many levels there are.</param>
public sealed record FactorSearched(string Name, string Unit, double From, double To, int Levels);

/// <summary>What a measure is to be.</summary>
/// <param name="IsBelow">Whether below the value, else above.</param>
/// <param name="Value">The value.</param>
/// <param name="ShareOfFestivals">In which share of runs; null for on average.</param>
/// <param name="IsLessReference">Whether what the reference has is taken off, seed by seed.</param>
public sealed record TargetSearched(
    bool IsBelow, double Value, double? ShareOfFestivals, bool IsLessReference);

/// <summary>A step of a search: what was looked at, what was seen, and what is left to look at.</summary>
/// <param name="Aim">Why.</param>
/// <param name="Point">The point or the arm.</param>
/// <param name="Level">The value of the factor; null of an arm.</param>
/// <param name="Runs">How many seeds have a value.</param>
/// <param name="Mean">The mean, or the share of festivals.</param>
/// <param name="Low">At least so much; of arms the interval of the mean.</param>
/// <param name="High">At most so much.</param>
/// <param name="Verdict">What it shows.</param>
/// <param name="From">After this look, the last level without what is sought; null of no bisection.</param>
/// <param name="To">The first level with it.</param>
public sealed record SearchLook(
    SearchAim Aim, string Point, double? Level, int Runs, double Mean, double? Low, double? High,
    SearchVerdict Verdict, double? From = null, double? To = null);
