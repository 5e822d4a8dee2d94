namespace FlashSale.Marketplace;

/// <summary>The listings that reviewers looked at on one day: each takes time once (rule LST-2).</summary>
public sealed class ReviewedListings
{
    private readonly SortedSet<int> _listings = [];

    /// <summary>The day, as <see cref="ChinaTime.DayOf"/> counts.</summary>
    public int Day { get; private set; }

    /// <summary>The listings of that day, by their numbers.</summary>
    public IReadOnlyCollection<int> Listings => _listings;

    /// <summary>How many reviewers looked at on the day of a moment.</summary>
    public int CountOn(DateTimeOffset now) => ChinaTime.DayOf(now) == Day ? _listings.Count : 0;

    /// <summary>Whether reviewers have time for a listing now; then it is noted.</summary>
    public bool Take(ListingId listing, DateTimeOffset now, ScreeningPolicy policy)
    {
        var taken = CountOn(now);
        if (taken > 0 && _listings.Contains(listing.Value))
        {
            return true;
        }

        if (!ReviewPool.Of(taken, policy).HasTime)
        {
            return false;
        }

        if (taken == 0)
        {
            _listings.Clear();
        }

        Day = ChinaTime.DayOf(now);
        return _listings.Add(listing.Value);
    }

    /// <summary>Reads a day as it was stored, into one that is new.</summary>
    public void Restore(int day, IEnumerable<int> listings)
    {
        Day = day;
        _listings.UnionWith(listings);
    }
}
