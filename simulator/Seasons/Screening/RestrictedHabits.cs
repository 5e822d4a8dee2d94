namespace FlashSale.Simulator;

/// <summary>Listings of restricted kinds, which nobody may sell (rule LST-2; assumed on S0).</summary>
public sealed record RestrictedHabits
{
    private const double DaysPerMonth = 30;

    /// <summary>The share of listings (S0: 40,000 of 800 million).</summary>
    public double Share { get; init; } = 0.000_05;

    /// <summary>By which share of itself that grows in thirty days.</summary>
    public double GrowthPerMonth { get; init; } = 0.02;

    /// <summary>The share of listings that are published on a day.</summary>
    internal double ShareOn(int day) =>
        Math.Min(1, Share * ExactMath.Pow(1 + GrowthPerMonth, day / DaysPerMonth));

    internal static RestrictedHabits Read(Block block)
    {
        var usual = new RestrictedHabits();
        return new RestrictedHabits
        {
            Share = block.Share("share", usual.Share),
            GrowthPerMonth = block.Share("growthPerMonth", usual.GrowthPerMonth),
        };
    }
}
