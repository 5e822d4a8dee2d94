namespace FlashSale.Simulator;

/// <summary>What is for sale: stores, listings, prices, stock and how demand spreads over them.</summary>
public sealed record Catalogue
{
    /// <summary>
    /// Stores at full scale (F: 180,000 brands in 2018); a sample has at least <see cref="StoresMin"/>.
    /// </summary>
    public int Stores { get; init; } = 180_000;

    /// <summary>Stores of one seller on average (assumed); big sellers have more (rule IDN-4).</summary>
    public double StoresPerSeller { get; init; } = 1;

    /// <summary>Listings at full scale (assumed); a sample has at least <see cref="ListingsMin"/>.</summary>
    public int Listings { get; init; } = 15_000_000;

    /// <summary>How fast demand falls with a listing's rank (rule DEM-1; F: 0.65 to 0.90 measured).</summary>
    public double ZipfExponent { get; init; } = 0.78;

    /// <summary>The spread of prices within a category: the standard deviation of ln(price).</summary>
    /// <remarks>
    /// Measured in one store of 28,010 orders, from its mean of 107 and median of 75 yuan (FACTS E2).
    /// </remarks>
    public double PriceSpread { get; init; } = 0.84;

    /// <summary>
    /// The share of listings with a festival price (F: 35 % were cheaper on 11 November 2016).
    /// </summary>
    public double FestivalPriceShare { get; init; } = FestivalPriceShareUsual;

    private const double FestivalPriceShareUsual = 0.35;

    /// <summary>
    /// What a festival price takes off, as a share of the price (assumed; F: one in twenty halves it).
    /// </summary>
    public double FestivalDiscount { get; init; } = FestivalDiscountUsual;

    internal const double FestivalDiscountUsual = 0.25;

    /// <summary>
    /// Stock of an ordinary listing in multiples of its expected sales (assumed; S0: 10 % unsold is a loss).
    /// </summary>
    public double StockCover { get; init; } = 2.0;

    /// <summary>The categories of goods.</summary>
    public IReadOnlyList<GoodsCategory> Categories { get; init; } = GoodsCategory.Typical;

    /// <summary>Listings that everybody wants: little stock, in buckets (rule INV-4).</summary>
    public IReadOnlyList<HotListing> HotListings { get; init; } = HotListing.Typical;

    /// <summary>Coupons that stores give in the festival (rule CRT-2).</summary>
    public IReadOnlyList<CouponCampaign> Coupons { get; init; } = [];

    /// <summary>A sample never has fewer stores.</summary>
    public const int StoresMin = 200;

    /// <summary>A sample never has fewer listings.</summary>
    public const int ListingsMin = 4_000;

    /// <summary>What is for sale unless a scenario says otherwise: no festival prices before 2009.</summary>
    internal static Catalogue Usual(FestivalFacts festival) => new()
    {
        FestivalPriceShare = festival.Year >= FestivalFacts.FirstFestival ? FestivalPriceShareUsual : 0,
    };

    internal static Catalogue Read(Block block, Catalogue usual)
    {
        var catalogue = new Catalogue
        {
            Stores = (int)block.Count("stores", usual.Stores, StoresMin, 50_000_000),
            StoresPerSeller = block.Number("storesPerSeller", usual.StoresPerSeller, new(1, 100)),
            Listings = (int)block.Count("listings", usual.Listings, ListingsMin, 1_000_000_000),
            ZipfExponent = block.Number("zipfExponent", usual.ZipfExponent, new(0, 3)),
            PriceSpread = block.Number("priceSpread", usual.PriceSpread, new(0, 3)),
            FestivalPriceShare = block.Share("festivalPriceShare", usual.FestivalPriceShare),
            FestivalDiscount = block.Number("festivalDiscount", usual.FestivalDiscount, new(0, 0.9)),
            StockCover = block.Number("stockCover", usual.StockCover, new(0, 1_000)),
            Categories = block.Blocks("categories", usual.Categories, Limits.CategoriesMax,
                GoodsCategory.Read),
            HotListings = block.Blocks("hotListings", usual.HotListings, 1_000, HotListing.Read),
            Coupons = block.Blocks("coupons", usual.Coupons, Limits.CategoriesMax, CouponCampaign.Read),
        };
        Check(block, catalogue);
        return catalogue;
    }

    private static void Check(Block block, Catalogue catalogue)
    {
        var names = catalogue.Categories.Select(category => category.Name).ToList();
        block.SumToOne("categories", catalogue.Categories.Select(category => category.ShareOfOrders));
        block.NamesOnce("categories", names);
        CouponCampaign.Check(block, "coupons", catalogue.Coupons, names);
        foreach (var hot in catalogue.HotListings.Where(hot => !names.Contains(hot.Category,
            StringComparer.Ordinal)))
        {
            block.Refuse("hotListings", $"«{hot.Category}» is no category", string.Join(", ", names));
        }

        var hotShare = catalogue.HotListings.Sum(hot => hot.ShareOfOrders);
        if (hotShare > HotShareMax)
        {
            block.Refuse("hotListings",
                FormattableString.Invariant($"hot listings have {hotShare:0.###} of the orders"),
                FormattableString.Invariant($"at most {HotShareMax} together"));
        }
    }

    private const double HotShareMax = 0.5;
}
