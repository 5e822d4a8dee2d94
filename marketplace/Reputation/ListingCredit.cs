namespace FlashSale.Marketplace;

/// <summary>When a listing last moved points between its store and a buyer (rule REP-2). 16 bytes.</summary>
/// <param name="Buyer">The buyer.</param>
/// <param name="Listing">The listing.</param>
/// <param name="OfStoreSecond">
/// When a verdict on the store last counted, in seconds since 2000; 0 is never.
/// </param>
/// <param name="OfBuyerSecond">
/// When a verdict on the buyer last counted, in seconds since 2000; 0 is never.
/// </param>
public readonly record struct ListingCredit(
    BuyerId Buyer, ListingId Listing, int OfStoreSecond, int OfBuyerSecond)
    : ICreditRow
{
    bool ICreditRow.IsEmpty => OfStoreSecond == 0 && OfBuyerSecond == 0;

    ulong ICreditRow.Key => KeyOf(Buyer, Listing);

    bool ICreditRow.IsOver(in CreditMoment now) =>
        Math.Max(OfStoreSecond, OfBuyerSecond) <= now.CountsAgainUpTo;

    internal static ulong KeyOf(BuyerId buyer, ListingId listing) =>
        ((ulong)(uint)buyer.Value << 32) | (uint)listing.Value;

    internal DateTimeOffset? LastCountedAt(RatedSide side) =>
        CreditMoment.ToMoment(side == RatedSide.Store ? OfStoreSecond : OfBuyerSecond);

    internal ListingCredit At(in CreditMoment now) => this with
    {
        OfStoreSecond = OfStoreSecond <= now.CountsAgainUpTo ? 0 : OfStoreSecond,
        OfBuyerSecond = OfBuyerSecond <= now.CountsAgainUpTo ? 0 : OfBuyerSecond,
    };

    internal ListingCredit With(BuyerId buyer, ListingId listing, int second, RatedSide side) => new(
        buyer,
        listing,
        side == RatedSide.Store ? second : OfStoreSecond,
        side == RatedSide.Buyer ? second : OfBuyerSecond);
}
