namespace FlashSale.Simulator;

/// <summary>How a search for a threshold ended.</summary>
public enum FindResult
{
    /// <summary>A level was found and holds on fresh seeds.</summary>
    Confirmed = 1,

    /// <summary>Found, but on fresh seeds neither it nor any of five steps further held.</summary>
    NotConfirmed,

    /// <summary>Not even the last level holds.</summary>
    NoneIsEnough,

    /// <summary>So few seeds cannot show that it holds in such a share of festivals.</summary>
    TooFewSeeds,

    /// <summary>Two levels contradict that more is better, beyond chance.</summary>
    NotMonotone,

    /// <summary>It is not at its end: runs are wanted.</summary>
    Open,
}

/// <summary>A condition on a measure at a level, judged with a one-sided doubt.</summary>
/// <param name="Level">The place of the level.</param>
/// <param name="Runs">How many seeds have a value.</param>
/// <param name="Mean">The mean over seeds; of a share of festivals that share.</param>
/// <param name="Low">At least so much.</param>
/// <param name="High">At most so much.</param>
/// <param name="Holds">Whether the condition is shown to hold.</param>
/// <param name="IsRuledOut">Whether it is shown not to hold.</param>
public sealed record FindLook(
    int Level, int Runs, double Mean, double Low, double High, bool Holds, bool IsRuledOut);

/// <summary>The answer to where a condition begins to hold, or how far the search is.</summary>
/// <param name="Result">How it ended.</param>
public sealed record FindAnswer(FindResult Result)
{
    /// <summary>The place of the level that was found and, if confirmed, holds.</summary>
    public int? Level { get; init; }

    /// <summary>The first place that is not ruled out: the threshold may lie anywhere from it.</summary>
    public int? RangeFrom { get; init; }

    /// <summary>All levels that were looked at, in their order.</summary>
    public IReadOnlyList<FindLook> Looks { get; init; } = [];

    /// <summary>How the brackets closed, look by look.</summary>
    public IReadOnlyList<Bracket> Brackets { get; init; } = [];

    /// <summary>The looks on fresh seeds; all but the last failed.</summary>
    public IReadOnlyList<FindLook> Confirmations { get; init; } = [];

    /// <summary>How many seeds it takes at least, if there were too few.</summary>
    public int? SeedsNeeded { get; init; }
}
