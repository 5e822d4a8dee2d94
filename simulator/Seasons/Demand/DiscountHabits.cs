namespace FlashSale.Simulator;

/// <summary>What stores do with their prices on a festival (rule DEM-2; MODELS M10).</summary>
public sealed record DiscountHabits
{
    /// <summary>The share of listings that are cheaper on the day (F: 35 % of cosmetics in 2016).</summary>
    public double CheaperShare { get; init; } = 0.35;

    /// <summary>The share of all listings that go at half price (F: the lowest twentieth, 2016).</summary>
    public double HalfPriceShare { get; init; } = 0.05;

    /// <summary>The smallest discount of the others that are cheaper (assumed).</summary>
    public double DepthFrom { get; init; } = 0.05;

    /// <summary>The largest discount of these (assumed).</summary>
    public double DepthTo { get; init; } = 0.40;

    /// <summary>The share of brand stores that never discount (assumed; S0: strong brands do not).</summary>
    public double StrongBrandShare { get; init; } = 0.5;

    /// <summary>The share of stores whose discounts are fake: raised before, cut on the day (assumed).
    /// </summary>
    public double FakeShare { get; init; } = 0.1;

    /// <summary>How many days before the day these raise their prices (assumed).</summary>
    public int RaisedDays { get; init; } = 14;

    internal static DiscountHabits Read(Block block)
    {
        var usual = new DiscountHabits();
        var habits = new DiscountHabits
        {
            CheaperShare = block.Share("cheaperShare", usual.CheaperShare),
            HalfPriceShare = block.Share("halfPriceShare", usual.HalfPriceShare),
            DepthFrom = block.Number("depthFrom", usual.DepthFrom, Depth),
            DepthTo = block.Number("depthTo", usual.DepthTo, Depth),
            StrongBrandShare = block.Share("strongBrandShare", usual.StrongBrandShare),
            FakeShare = block.Share("fakeShare", usual.FakeShare),
            RaisedDays = (int)block.Count("raisedDays", usual.RaisedDays, 1, LowestPrice.DaysBefore - 1),
        };
        if (habits.DepthTo < habits.DepthFrom)
        {
            block.Refuse("depthTo", "it is below depthFrom", "at least depthFrom");
        }

        if (habits.HalfPriceShare > habits.CheaperShare)
        {
            block.Refuse("halfPriceShare", "it is above cheaperShare", "at most cheaperShare");
        }

        return habits;
    }

    private static NumberRange Depth => new(0.01, 0.9);
}
