namespace FlashSale.Dashboard;

/// <summary>
/// A listing whose screening is open (rule LST-2): its score in 1/1,000 of honest listings' deviation, since
/// when it waits, and when it is sold though nobody has looked.
/// </summary>
internal sealed record WaitingDocument(
    ListingId Listing,
    StoreId Store,
    string Title,
    byte Category,
    int Brand,
    bool BrandKnown,
    Money PriceFen,
    PublicationStatus Publication,
    int ScoreMilli,
    DateTimeOffset Since,
    DateTimeOffset? ProvisionalAt)
{
    public static WaitingDocument Of(WaitingListing one)
    {
        var (view, open) = (one.Listing, one.Publication);
        return new WaitingDocument(
            view.Id, view.Listing.Store, view.Title, view.Listing.Category.Value, view.Listing.Brand,
            open.IsBrandKnown, view.Listing.Price, view.Listing.Publication, open.ScoreMilli, open.Since,
            open.DueAt(view.Listing.Publication));
    }
}

/// <summary>Listings that wait, those first whom reviewers take first, and the reviewers' day.</summary>
internal sealed record WaitingPageDocument(
    IReadOnlyList<WaitingDocument> Publications, int Waiting, int ReviewedToday, int ReviewsPerDay,
    bool ByRisk)
{
    public static WaitingPageDocument Of(WaitingListings waiting) => new(
        [.. waiting.First.Select(WaitingDocument.Of)], waiting.Count, waiting.Pool.TakenToday,
        waiting.Pool.PerDay, waiting.Pool.IsByRisk);
}
