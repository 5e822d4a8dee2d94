namespace FlashSale.Engine;

/// <summary>Reads the listings of a market for an index of searches, some at a time.</summary>
/// <param name="sales">The sales of each listing in the last days.</param>
/// <param name="policy">The numbers of levels.</param>
/// <param name="before">What an index of before held, by listing; it saves work.</param>
public sealed class SearchReader(
    IReadOnlyDictionary<int, int> sales, ReputationPolicy policy,
    IReadOnlyDictionary<int, SearchedListing>? before = null)
{
    private const int RowsMax = 512; // so few that nobody's command waits for long

    private readonly Dictionary<StoreId, StoreView?> _stores = [];
    private readonly List<(ListingView Listing, StoreView? Store, DateTimeOffset PublishedAt)> _read = [];
    private readonly List<SearchedListing> _found = [];
    private int _at;

    /// <summary>What was found so far.</summary>
    public IReadOnlyCollection<SearchedListing> Found => _found;

    /// <summary>Reads the next listings, between two commands; whether there are more.</summary>
    public bool Read(MarketView market)
    {
        for (var end = Math.Min(market.Listings, _at + RowsMax); _at < end; _at++)
        {
            if (market.ListingView(new ListingId(_at)) is not { } listing)
            {
                continue;
            }

            if (!_stores.TryGetValue(listing.Listing.Store, out var store))
            {
                _stores[listing.Listing.Store] = store = market.StoreView(listing.Listing.Store);
            }

            _read.Add((listing, store, market.PublishedAt(listing.Id)));
        }

        return _at < market.Listings;
    }

    /// <summary>Keeps what can be ordered of what was read; on any thread, while nothing is read.</summary>
    public void Sift()
    {
        foreach (var (listing, store, publishedAt) in _read)
        {
            var sold = sales.GetValueOrDefault(listing.Id.Value);
            var known = before?.GetValueOrDefault(listing.Id.Value);
            if (SearchedListing.Of(listing, store, sold, publishedAt, policy, known) is { } searched)
            {
                _found.Add(searched);
            }
        }

        _read.Clear();
    }
}
