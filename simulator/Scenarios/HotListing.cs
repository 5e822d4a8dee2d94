namespace FlashSale.Simulator;

/// <summary>A listing that far more buyers want than can have it (rule INV-4).</summary>
public sealed record HotListing
{
    /// <summary>What it is called in the report.</summary>
    public required string Title { get; init; }

    /// <summary>One of the catalogue's categories.</summary>
    public required string Category { get; init; }

    /// <summary>The price in yuan, before the prices are scaled to the festival's average order.</summary>
    public required double PriceYuan { get; init; }

    /// <summary>Units at full scale; a sample has at least one.</summary>
    public required long Stock { get; init; }

    /// <summary>Into how many buckets the stock is split.</summary>
    public int Buckets { get; init; } = 1;

    /// <summary>The share of all intended orders that want it.</summary>
    public required double ShareOfOrders { get; init; }

    /// <summary>Units that one buyer may have (rule INV-3); 0 is no limit.</summary>
    public int UnitsPerBuyer { get; init; } = 2;

    /// <summary>Four hot listings whose stock lasts from seconds to hours; assumed.</summary>
    public static IReadOnlyList<HotListing> Typical { get; } =
    [
        Of("Phone of the year", "Phones & digital", 2_999, 100_000, 16, 0.0006),
        Of("Half-price down jacket", "Apparel & shoes", 399, 200_000, 8, 0.0008),
        Of("Face cream, two for one", "Beauty & personal care", 299, 500_000, 8, 0.0010),
        Of("Robot vacuum cleaner", "Household appliances", 1_299, 300_000, 4, 0.0004),
    ];

    internal static HotListing Read(Block block) => new()
    {
        Title = block.Text("title", null, Limits.NameLengthMax),
        Category = block.Text("category", null, Limits.NameLengthMax),
        PriceYuan = block.Number("priceYuan", null, new(0.01, Limits.PriceYuanMax)),
        Stock = block.Count("stock", null, 0, Limits.StockMax),
        Buckets = (int)block.Count("buckets", 1, 1, Limits.BucketsMax),
        ShareOfOrders = block.Share("shareOfOrders", null),
        UnitsPerBuyer = (int)block.Count("unitsPerBuyer", 2, 0, Limits.UnitsPerLineMax),
    };

    private static HotListing Of(
        string title, string category, double yuan, long stock, int buckets, double orders) => new()
        {
            Title = title,
            Category = category,
            PriceYuan = yuan,
            Stock = stock,
            Buckets = buckets,
            ShareOfOrders = orders,
        };
}
