namespace FlashSale.Marketplace;

/// <summary>The limits that no policy can lift: they bound the size of messages, rows and tables.</summary>
public static class Limits
{
    /// <summary>Lines in a cart and in a checkout (rule CRT-1; assumed).</summary>
    public const int LinesPerCartMax = 120;

    /// <summary>Units in one line.</summary>
    public const int UnitsPerLineMax = 9_999;

    /// <summary>Units of one listing, over all buckets and restockings.</summary>
    public const int StockMax = 1_000_000_000;

    /// <summary>Buckets that the stock of a hot listing may be split into (rule INV-4).</summary>
    public const int BucketsMax = 64;

    /// <summary>The price of one unit, in yuan.</summary>
    public const long PriceYuanMax = 10_000_000;

    /// <summary>
    /// What one checkout or one transfer may be worth, in yuan: so small that no sum of them overflows.
    /// </summary>
    public const long AmountYuanMax = 1_000_000_000;

    /// <summary>Categories of goods.</summary>
    public const int CategoriesMax = 64;

    /// <summary>Regions that parcels go to: provinces and the like.</summary>
    public const int RegionsMax = 64;

    /// <summary>Characters in a name: of a store, a listing, a brand.</summary>
    public const int NameLengthMax = 100;
}
