namespace FlashSale.Marketplace;

/// <summary>
/// How often each listing was sold on each of the last days: what search means by sales (rule SRC-1).
/// </summary>
/// <remarks>
/// A sale is a paid order that holds the listing, however many units and whatever became of it later. Days
/// are those of China. At most <see cref="SearchPolicy.SalesDaysMax"/> days are kept, and of each at most
/// <see cref="ListingsPerDayMax"/> listings. Not for several threads at once.
/// </remarks>
public sealed class SalesCount
{
    /// <summary>The listings whose sales of one day are counted; those that sell first are.</summary>
    public const int ListingsPerDayMax = 1 << 18;

    private readonly SortedList<int, Dictionary<int, int>> _days = [];

    /// <summary>The days with sales, rising.</summary>
    public IReadOnlyList<int> Days => [.. _days.Keys];

    /// <summary>Adds sales of a day; those of a day that is long over are not counted.</summary>
    public void Add(ListingId listing, int day, int sales = 1)
    {
        if (!_days.TryGetValue(day, out var counts))
        {
            if (_days.Count > 0 && day <= _days.GetKeyAtIndex(_days.Count - 1) - SearchPolicy.SalesDaysMax)
            {
                return;
            }

            _days[day] = counts = [];
            DropBefore(_days.GetKeyAtIndex(_days.Count - 1) - SearchPolicy.SalesDaysMax + 1);
        }

        if (counts.TryGetValue(listing.Value, out var before) || counts.Count < ListingsPerDayMax)
        {
            counts[listing.Value] = before + sales;
        }
    }

    /// <summary>The sales of one day by listing, in the order of the listings.</summary>
    public IEnumerable<(ListingId Listing, int Sales)> Of(int day) => _days.TryGetValue(day, out var counts)
        ? counts.OrderBy(one => one.Key).Select(one => (new ListingId(one.Key), one.Value))
        : [];

    /// <summary>Adds the sales of the last days, today included, to those of each listing.</summary>
    public void AddTo(Dictionary<int, int> sums, int today, int days)
    {
        ArgumentNullException.ThrowIfNull(sums);
        foreach (var (day, counts) in _days)
        {
            if (day <= today - days || day > today)
            {
                continue;
            }

            foreach (var (listing, sales) in counts)
            {
                sums[listing] = sums.GetValueOrDefault(listing) + sales;
            }
        }
    }

    private void DropBefore(int day)
    {
        while (_days.Count > 0 && _days.GetKeyAtIndex(0) < day)
        {
            _days.RemoveAt(0);
        }
    }
}
