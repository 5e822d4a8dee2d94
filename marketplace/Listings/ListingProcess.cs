namespace FlashSale.Marketplace;

/// <summary>How listings are put on sale and restocked: decided here, once for all hosts.</summary>
/// <remarks>Rules LST-1, LST-3, STO-1, ORD-4.</remarks>
public static class ListingProcess
{
    /// <summary>
    /// The answer that needs no look at the store: to terms of no category, and to a listing that is there,
    /// whatever its store does now. Null if the listing may be new.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="known">The fingerprint of the listing that is there; null if there is none.</param>
    /// <param name="policy">The categories.</param>
    public static ListingResult? Answer(ListingTerms terms, ulong? known, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(policy);
        return terms.Category.Value >= policy.Categories.Count ? ListingResult.BadTerms
            : known is not { } fingerprint ? null
            : terms.Problem() is not null ? ListingResult.BadTerms
            : fingerprint == Fingerprint.Of(terms) ? ListingResult.Published
            : ListingResult.IdReused;
    }

    /// <summary>Why a new listing is refused; null if it is to be put on sale.</summary>
    public static ListingResult? Refuse(ListingId id, ListingTerms terms, bool canSell, int listingsMax)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return !canSell ? ListingResult.StoreNotOpen
            : id.Value < 0 || id.Value >= listingsMax ? ListingResult.UnknownListing
            : terms.Problem() is not null ? ListingResult.BadTerms
            : null;
    }

    /// <summary>
    /// How many units are to be put in, so that so many were put in over all; null if that is no number.
    /// </summary>
    public static int? Restock(int unitsInTotal, int putIn) =>
        unitsInTotal is < 0 or > Limits.StockMax ? null : Math.Max(0, unitsInTotal - putIn);
}
