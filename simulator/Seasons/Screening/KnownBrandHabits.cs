namespace FlashSale.Simulator;

/// <summary>
/// Brands whose owners cooperate. A brand here is a hundredth of what the goods of a category sell for, so
/// that shares of brands are shares of sales (rule LST-2; all assumed).
/// </summary>
public sealed record KnownBrandHabits
{
    /// <summary>How many brands of one size each category has.</summary>
    internal const int PerCategory = 100;

    private const double DaysPerMonth = 30;

    /// <summary>The share that cooperates when the season begins.</summary>
    public double Known { get; init; } = 0.3;

    /// <summary>The share that joins in thirty days.</summary>
    public double JoinPerMonth { get; init; } = 0.01;

    /// <summary>Brands of each category that are known on a day; it is the first ones by their numbers.
    /// </summary>
    internal int KnownOn(int day) => (int)Math.Clamp(
        Math.Round(PerCategory * (Known + (JoinPerMonth * day / DaysPerMonth))), 0, PerCategory);

    internal static KnownBrandHabits Read(Block block)
    {
        var usual = new KnownBrandHabits();
        return new KnownBrandHabits
        {
            Known = block.Share("known", usual.Known),
            JoinPerMonth = block.Share("joinPerMonth", usual.JoinPerMonth),
        };
    }
}
