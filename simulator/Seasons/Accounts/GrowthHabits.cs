namespace FlashSale.Simulator;

/// <summary>With how much sellers begin, when their stores grow, and what newcomers meet (GRW-3).</summary>
public sealed record GrowthHabits
{
    /// <summary>
    /// What a seller has at the start beside the goods on the shelves, in weeks of what the store will cost
    /// (assumed).
    /// </summary>
    public double StartWeeks { get; init; } = 4;

    /// <summary>A store puts one more listing on sale a week if its cash lasts for longer (M16).</summary>
    public double ExpandAtWeeks { get; init; } = 8;

    /// <summary>The most listings of a store (assumed).</summary>
    public int ListingsMax { get; init; } = 10;

    /// <summary>
    /// How much more buyers look at a store for one more listing, as a share (assumed).
    /// </summary>
    public double AppealPerListing { get; init; } = 0.05;

    /// <summary>
    /// What stores below 90 days lose of buyers' looks where incumbents are protected, as a share.
    /// </summary>
    public double IncumbentsProtection { get; init; }

    internal static GrowthHabits Read(Block block)
    {
        var usual = new GrowthHabits();
        return new GrowthHabits
        {
            StartWeeks = block.Number("startWeeks", usual.StartWeeks, new(0, 520)),
            ExpandAtWeeks = block.Number("expandAtWeeks", usual.ExpandAtWeeks, new(0, 10_000)),
            ListingsMax = (int)block.Count("listingsMax", usual.ListingsMax, 1, 200),
            AppealPerListing = block.Number("appealPerListing", usual.AppealPerListing, new(0, 1)),
            IncumbentsProtection =
                block.Number("incumbentsProtection", usual.IncumbentsProtection, new(0, 0.99)),
        };
    }

    internal void Check(Block block, SeasonTerms terms)
    {
        if (ListingsMax < terms.ListingsPerStore)
        {
            block.RefuseInside("accounts.growth.listingsMax",
                FormattableString.Invariant($"a store begins with {terms.ListingsPerStore}"),
                "at least season.listingsPerStore");
        }
    }
}
