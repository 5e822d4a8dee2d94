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

    private readonly PriorityQueue<SearchedListing, (int Sales, long PublishedAt, int Id)> _kept =
        new(WorstFirst);

    /// <summary>The listings, in no order.</summary>
    public IEnumerable<SearchedListing> All => _kept.UnorderedItems.Select(one => one.Element);

    /// <summary>Adds a listing, maybe in the place of another.</summary>
    public void Add(SearchedListing listing)
    {
        var rank = (listing.Sales, listing.PublishedAt.ToUnixTimeSeconds(), listing.Id.Value);
        if (_kept.Count < listingsMax)
        {
            _kept.Enqueue(listing, rank);
        }
        else
        {
            _kept.EnqueueDequeue(listing, rank);
        }
    }
}
