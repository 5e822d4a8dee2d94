namespace FlashSale.Drill;

/// <summary>
/// What the drill sells: few listings, so that buyers meet, and one that every third buyer wants.
/// </summary>
internal static class Goods
{
    /// <summary>How many listings there are; the first is the hot one.</summary>
    public const int Listings = 60;

    private const int Stores = 12;
    private const int StockOfHot = 2_000;
    private const int StockOfOthers = 1_000_000;
    private const int BucketsOfHot = 8;
    private const int HotShare = 3;

    private static readonly Money Price = Money.FromYuan(100);

    /// <summary>Opens the stores and puts the goods on sale; a repeat changes nothing.</summary>
    public static async Task Offer(IMarketplace market)
    {
        for (var store = 0; store < Stores; store++)
        {
            var opened = await market.OpenStore(StoreApplication.Paid(
                new StoreId(store), new SellerId(store), MarketKind.Consumer, $"drill store {store}",
                new StorePolicy()));
            Invariant.Holds(opened == OpenStoreResult.Opened, "the drill's stores can be opened");
        }

        for (var listing = 0; listing < Listings; listing++)
        {
            var published = await market.Publish(new ListingId(listing), Terms(listing));
            Invariant.Holds(published == ListingResult.Published, "the drill's goods can be sold");
        }
    }

    /// <summary>What a buyer wants in a checkout: one or two lines; the same for the same id.</summary>
    public static CartLine[] Wanted(CheckoutId id)
    {
        var draw = default(Fingerprint).With(id.Packed).Value;
        var first = draw % HotShare == 0 ? 0 : (int)(draw / HotShare % Listings);
        var second = (first + 1 + (int)(draw / 1_000 % (Listings - 1))) % Listings;
        return (draw & 1) == 0 ? [Line(first)] : [Line(first), Line(second)];
    }

    private static CartLine Line(int listing) => new(new ListingId(listing), 1, Price);

    private static ListingTerms Terms(int listing) => new()
    {
        Store = new StoreId(listing % Stores),
        Title = $"drill goods {listing}",
        Category = new CategoryId(0),
        Price = Price,
        Stock = listing == 0 ? StockOfHot : StockOfOthers,
        Buckets = listing == 0 ? BucketsOfHot : 1,
    };
}
