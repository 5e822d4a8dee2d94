namespace FlashSale.Grains;

/// <summary>The listings that reviewers looked at on one day, as they are stored.</summary>
/// <param name="Day">The day, as <see cref="ChinaTime.DayOf"/> counts.</param>
/// <param name="Listings">The listings, by their numbers.</param>
[GenerateSerializer, Immutable, Alias("flashsale.row.listing-review-day")]
internal sealed record ListingReviewDay([property: Id(0)] int Day, [property: Id(1)] int[] Listings);

/// <summary>The reviewers of listings, and whom they looked at today (rule LST-2).</summary>
internal sealed class ListingReviewGrain(GrainRoom room) : Grain, IListingReviewGrain
{
    private static readonly RowKey Key = new(RowKind.ListingReviewDay, 0);

    private readonly HashSet<int> _taken = [];
    private GrainRows _rows = null!;
    private int _day;

    private int Taken => _day == ChinaTime.DayOf(room.Now) ? _taken.Count : 0;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        var kept = await _rows.Load<ListingReviewDay>(Key) ?? new ListingReviewDay(0, []);
        _day = kept.Day;
        _taken.UnionWith(kept.Listings);
    }

    public async Task<bool> Take(ListingId listing)
    {
        var taken = Taken;
        if (taken > 0 && _taken.Contains(listing.Value))
        {
            return true;
        }

        if (!ReviewPool.Of(taken, room.Policy.Screening).HasTime)
        {
            return false;
        }

        if (taken == 0)
        {
            _taken.Clear();
        }

        _day = ChinaTime.DayOf(room.Now);
        _taken.Add(listing.Value);
        _rows.Put(Key, new ListingReviewDay(_day, [.. _taken.Order()]));
        await _rows.Save();
        return true;
    }

    public Task<ReviewPool> Pool() => Task.FromResult(ReviewPool.Of(Taken, room.Policy.Screening));
}
