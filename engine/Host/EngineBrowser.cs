namespace FlashSale.Engine;

/// <summary>
/// Questions about the whole market, over an engine; each holds the writer for a short time.
/// </summary>
internal sealed class EngineBrowser(MarketEngine engine) : IMarketBrowser
{
    public ValueTask<ListingPage> FindListings(ListingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return engine.Ask(market => MarketPages.Listings(market.View, query));
    }

    public ValueTask<StorePage> FindStores(StoreId from, int storesMax) =>
        engine.Ask(market => MarketPages.Stores(market.View, from, storesMax));

    public ValueTask<SellerPage> FindSellers(SellerId from, int sellersMax) =>
        engine.Ask(market => MarketPages.Sellers(market.View, from, sellersMax));

    public ValueTask<IReadOnlyList<SwitchFlip>> FindSwitchFlips() =>
        engine.Ask<IReadOnlyList<SwitchFlip>>(market => [.. market.View.Switches.Trace]);

    public ValueTask<MarketStatistics?> FindStatistics() =>
        engine.Ask<MarketStatistics?>(market => MarketPages.Statistics(market.View, market.Now));
}
