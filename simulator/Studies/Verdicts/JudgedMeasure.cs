namespace FlashSale.Simulator;

/// <summary>Which side of a measure is the better one.</summary>
public enum BetterSide
{
    /// <summary>Neither: differences are «higher» or «lower».</summary>
    Neither = 1,

    /// <summary>More is better.</summary>
    More,

    /// <summary>Less is better.</summary>
    Less,
}

/// <summary>How differences of a measure are shown.</summary>
public enum ShownDifference
{
    /// <summary>In the measure's unit; of shares in points.</summary>
    InUnits = 1,

    /// <summary>As a relative change in percent: the difference is a mean of ln(second/first).</summary>
    InPercent,
}

/// <summary>A measure as sentences speak of it.</summary>
/// <param name="Name">What it is called: «p99 wait».</param>
/// <param name="Unit">Its unit: «s», «yuan», «orders»; of a share «share».</param>
/// <param name="Better">Which side is better.</param>
/// <param name="Shown">How differences are shown.</param>
/// <param name="Phrase">What follows an amount; without it «in» and the name.</param>
public sealed record JudgedMeasure(
    string Name, string Unit, BetterSide Better = BetterSide.Neither,
    ShownDifference Shown = ShownDifference.InUnits, string? Phrase = null)
{
    /// <summary>The unit of a share.</summary>
    public const string Share = "share";

    /// <summary>
    /// What matters in the unit of the difference: of a relative change, given as a share, ln(1 + share).
    /// </summary>
    public double? InDifference(double? matters) => Shown == ShownDifference.InPercent && matters is { } share
        ? ExactMath.Ln(1 + share) : matters;

    /// <summary>
    /// The same for a difference that is shown otherwise, because a value of no sign has no relative change:
    /// then nothing is known to matter.
    /// </summary>
    public double? InDifference(double? matters, ShownDifference shown) =>
        shown == Shown ? InDifference(matters) : null;

    /// <summary>What follows an amount: «of the day's GMV after ten minutes», «in p99 wait».</summary>
    public string Place => Phrase ?? $"in {Name}";
}
