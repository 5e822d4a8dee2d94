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

    private readonly ReviewedListings _reviewed = new();
    private GrainRows _rows = null!;

    private int Taken => _reviewed.CountOn(room.Now);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        var kept = await _rows.Load<ListingReviewDay>(Key) ?? new ListingReviewDay(0, []);
        _reviewed.Restore(kept.Day, kept.Listings);
    }

    public async Task<bool> Take(ListingId listing)
    {
        var before = Taken;
        if (!_reviewed.Take(listing, room.Now, room.Policy.Screening))
        {
            return false;
        }

        if (Taken != before)
        {
            _rows.Put(Key, new ListingReviewDay(_reviewed.Day, [.. _reviewed.Listings]));
            await _rows.Save();
        }

        return true;
    }

    public Task<ReviewPool> Pool() => Task.FromResult(ReviewPool.Of(Taken, room.Policy.Screening));
}
