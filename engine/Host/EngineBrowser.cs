namespace FlashSale.Engine;

/// <summary>
/// Questions about the whole market, over an engine; each holds the writer for a short time.
/// </summary>
internal sealed class EngineBrowser(MarketEngine engine) : IMarketBrowser
{
    // A question that matches nothing still holds the writer: a page ends after so many rows.
    private const int RowsMax = 2_048;

    public ValueTask<ListingPage> FindListings(ListingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckPage(query.ListingsMax);
        return engine.Ask(market => Listings(market.View, query));
    }

    public ValueTask<StorePage> FindStores(StoreId from, int storesMax)
    {
        CheckPage(storesMax);
        return engine.Ask(market => Stores(market.View, from, storesMax));
    }

    public ValueTask<IReadOnlyList<SwitchFlip>> FindSwitchFlips() =>
        engine.Ask<IReadOnlyList<SwitchFlip>>(market => [.. market.View.Switches.Trace]);

    public ValueTask<MarketStatistics> FindStatistics() => engine.Ask(Statistics);

    private static void CheckPage(int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, ListingQuery.PageMax);
    }

    private static ListingPage Listings(MarketView view, ListingQuery query)
    {
        var found = new List<ListingView>();
        var at = Math.Max(0, query.From.Value);
        var end = Math.Min(view.Listings, at > int.MaxValue - RowsMax ? int.MaxValue : at + RowsMax);
        for (; at < end && found.Count < query.ListingsMax; at++)
        {
            if (view.ListingView(new ListingId(at)) is { } listing && query.Matches(listing))
            {
                found.Add(listing);
            }
        }

        return new ListingPage(found, at < view.Listings ? new ListingId(at) : null);
    }

    private static StorePage Stores(MarketView view, StoreId from, int max)
    {
        var found = new List<StoreView>();
        var at = Math.Max(0, from.Value);
        var end = Math.Min(view.Stores, at > int.MaxValue - RowsMax ? int.MaxValue : at + RowsMax);
        for (; at < end && found.Count < max; at++)
        {
            if (view.StoreView(new StoreId(at)) is { } store)
            {
                found.Add(store);
            }
        }

        return new StorePage(found, at < view.Stores ? new StoreId(at) : null);
    }

    private static MarketStatistics Statistics(Market market)
    {
        var view = market.View;
        var (placed, alive) = view.Orders;
        return new MarketStatistics(
            market.Now, view.Stores, view.Listings, placed, alive,
            [.. Enum.GetValues<AccountKind>().Select(kind => new AccountSum(kind, view.Sum(kind)))],
            [.. Enum.GetValues<MovementKind>().Select(kind => new MovementSum(kind, view.Movements(kind)))]);
    }
}
