namespace FlashSale.Simulator;

/// <summary>
/// How buyers and stores draw each other, week by week (rule DEM-5; the order and signs of the coefficients
/// are those of Chu and Manchanda 2016, the numbers assumed).
/// </summary>
public sealed record NetworkTerms
{
    /// <summary>Buyers who join in a week whatever happens, as a share of all.</summary>
    public double BuyersAlone { get; init; } = 0.02;

    /// <summary>How much the growth of stores adds to that of buyers.</summary>
    public double BuyersByStores { get; init; } = 0.6;

    /// <summary>How much the growth of buyers adds to their own.</summary>
    public double BuyersByBuyers { get; init; } = 0.05;

    /// <summary>Buyers who leave in a week.</summary>
    public double BuyersLeave { get; init; } = 0.005;

    /// <summary>Stores that open in a week whatever happens, as a share of all.</summary>
    public double StoresAlone { get; init; } = 0.01;

    /// <summary>How much the growth of buyers adds to that of stores.</summary>
    public double StoresByBuyers { get; init; } = 0.2;

    /// <summary>Buyers for whom those of the season stand at its start, in millions.</summary>
    public double BuyersAtStart { get; init; } = 160;

    /// <summary>The most buyers that there can be, in millions; both gains end there.</summary>
    public double BuyersMax { get; init; } = 800;

    internal static NetworkTerms Read(Block block)
    {
        var usual = new NetworkTerms();
        var terms = new NetworkTerms
        {
            BuyersAlone = block.Number("buyersAlone", usual.BuyersAlone, Weekly),
            BuyersByStores = block.Number("buyersByStores", usual.BuyersByStores, new(0, 5)),
            BuyersByBuyers = block.Number("buyersByBuyers", usual.BuyersByBuyers, new(0, 0.9)),
            BuyersLeave = block.Number("buyersLeave", usual.BuyersLeave, Weekly),
            StoresAlone = block.Number("storesAlone", usual.StoresAlone, Weekly),
            StoresByBuyers = block.Number("storesByBuyers", usual.StoresByBuyers, new(0, 1)),
            BuyersAtStart = block.Number("buyersAtStart", usual.BuyersAtStart, new(0.001, 5_000)),
            BuyersMax = block.Number("buyersMax", usual.BuyersMax, new(0.001, 5_000)),
        };
        if (terms.BuyersAtStart > terms.BuyersMax)
        {
            block.Refuse("buyersAtStart", "it is above buyersMax", "at most buyersMax");
        }

        return terms;
    }

    private static NumberRange Weekly => new(0, 0.2);
}
