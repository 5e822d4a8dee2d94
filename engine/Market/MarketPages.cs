namespace FlashSale.Engine;

/// <summary>Answers questions about the whole market, a page at a time.</summary>
public static class MarketPages
{
    // A question that matches nothing still holds the market: a page ends after so many rows.
    private const int RowsMax = 2_048;

    /// <inheritdoc cref="IMarketBrowser.FindListings"/>
    public static ListingPage Listings(MarketView view, ListingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ListingQuery.CheckPage(query.ListingsMax);
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

    /// <inheritdoc cref="IMarketBrowser.FindStores"/>
    public static StorePage Stores(MarketView view, StoreId from, int max)
    {
        ListingQuery.CheckPage(max);
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

    /// <inheritdoc cref="IMarketBrowser.FindStatistics"/>
    public static MarketStatistics Statistics(MarketView view, DateTimeOffset now)
    {
        var (placed, alive) = view.Orders;
        return new MarketStatistics(
            now, view.Stores, view.Listings, placed, alive,
            [.. Enum.GetValues<AccountKind>().Select(kind => new AccountSum(kind, view.Sum(kind)))],
            [.. Enum.GetValues<MovementKind>().Select(kind => new MovementSum(kind, view.Movements(kind)))]);
    }
}
