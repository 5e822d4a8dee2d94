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
        var (found, next) = Page(
            query.From.Value, view.Listings, query.ListingsMax,
            at => view.ListingView(new ListingId(at)) is { } one && query.Matches(one) ? one : null);
        return new ListingPage(found, next is { } id ? new ListingId(id) : null);
    }

    /// <inheritdoc cref="IMarketBrowser.FindStores"/>
    public static StorePage Stores(MarketView view, StoreId from, int max)
    {
        var (found, next) = Page(from.Value, view.Stores, max, at => view.StoreView(new StoreId(at)));
        return new StorePage(found, next is { } id ? new StoreId(id) : null);
    }

    /// <inheritdoc cref="IMarketBrowser.FindApplications"/>
    public static StorePage Applications(MarketView view, StoreId from, int max)
    {
        var (found, next) = Page(from.Value, view.Stores, max, at =>
            ApplicationLifecycle.IsOpen(view.Certification(new StoreId(at)).Status)
                ? view.StoreView(new StoreId(at))
                : null);
        return new StorePage(found, next is { } id ? new StoreId(id) : null);
    }

    /// <inheritdoc cref="IMarketBrowser.FindSellers"/>
    public static SellerPage Sellers(MarketView view, SellerId from, int max)
    {
        ListingQuery.CheckPage(max);
        var ids = view.SellersFrom(from).Take(max + 1).ToList();
        return new SellerPage(
            [.. ids.Take(max).Select(id => view.SellerView(id)!)], ids.Count > max ? ids[max] : null);
    }

    /// <inheritdoc cref="IMarketBrowser.FindCaseFiles"/>
    public static CaseFilePage CaseFiles(MarketView view, SellerId from, int max)
    {
        ListingQuery.CheckPage(max);
        var ids = view.CaseFilesFrom(from).Take(max + 1).ToList();
        return new CaseFilePage(
            [.. ids.Take(max).Select(id => view.Cases(id)!)], ids.Count > max ? ids[max] : null);
    }

    /// <inheritdoc cref="IMarketBrowser.FindTrail"/>
    public static TrailPage Trail(MarketView view, TrailQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return TrailPage.Of(query, view.TrailBefore(query.Before), RowsMax);
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

    private static (List<T> Found, int? Next) Page<T>(int from, int rows, int max, Func<int, T?> rowAt)
        where T : class
    {
        ListingQuery.CheckPage(max);
        var found = new List<T>();
        var at = Math.Max(0, from);
        var end = Math.Min(rows, at > int.MaxValue - RowsMax ? int.MaxValue : at + RowsMax);
        for (; at < end && found.Count < max; at++)
        {
            if (rowAt(at) is { } row)
            {
                found.Add(row);
            }
        }

        return (found, at < rows ? at : null);
    }
}
