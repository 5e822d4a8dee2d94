namespace FlashSale.Marketplace;

/// <summary>
/// Gathers the listings of an index: of more than it may hold those that sold most, then the newest.
/// </summary>
internal sealed class BestListings(int listingsMax)
{
    private static readonly Comparer<(int Sales, long PublishedAt, int Id)> WorstFirst =
        Comparer<(int Sales, long PublishedAt, int Id)>.Create((x, y) =>
            x.Sales != y.Sales ? x.Sales.CompareTo(y.Sales)
            : x.PublishedAt != y.PublishedAt ? x.PublishedAt.CompareTo(y.PublishedAt)
            : y.Id.CompareTo(x.Id));

    private readonly List<SearchedListing> _all = []; // as long as there is room for all
    private readonly PriorityQueue<SearchedListing, (int Sales, long PublishedAt, int Id)> _kept =
        new(WorstFirst);

    /// <summary>The listings, in no order.</summary>
    public IEnumerable<SearchedListing> All =>
        _kept.Count == 0 ? _all : _kept.UnorderedItems.Select(one => one.Element);

    /// <summary>Adds a listing, maybe in the place of another.</summary>
    public void Add(SearchedListing listing)
    {
        if (_kept.Count == 0 && _all.Count < listingsMax)
        {
            _all.Add(listing);
            return;
        }

        if (_kept.Count == 0)
        {
            _kept.EnqueueRange(_all.Select(one => (one, RankOf(one))));
        }

        _kept.EnqueueDequeue(listing, RankOf(listing));
    }

    private static (int Sales, long PublishedAt, int Id) RankOf(SearchedListing listing) =>
        (listing.Sales, listing.PublishedAt.ToUnixTimeSeconds(), listing.Id.Value);
}
