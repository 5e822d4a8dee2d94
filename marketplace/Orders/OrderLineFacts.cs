namespace FlashSale.Marketplace;

/// <summary>All that a line of an order keeps, laid open for hosts that store lines one by one.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Units">Units ordered.</param>
/// <param name="Returned">Units refunded.</param>
/// <param name="Price">The price of one unit before reductions.</param>
/// <param name="ToPay">What the buyer pays for the line after all reductions.</param>
/// <param name="Bucket">The bucket that holds the units (rule INV-4).</param>
/// <param name="Hold">When the units are taken out of sale (rule INV-1).</param>
public readonly record struct OrderLineFacts(
    ListingId Listing, int Units, int Returned, Money Price, Money ToPay, int Bucket, HoldMode Hold)
{
    /// <summary>The first thing that no line of an order can be, in words, or null.</summary>
    internal string? Problem() => this switch
    {
        { Listing.Value: < 0 } => "listing: 0 or more",
        { Units: < 1 or > Limits.UnitsPerLineMax } => $"units: 1 to {Limits.UnitsPerLineMax}",
        _ when Returned < 0 || Returned > Units => "returned: 0 to the units",
        _ when !ListingTerms.IsPrice(Price) => $"price: above 0, at most {Limits.PriceYuanMax} yuan",
        _ when ToPay.IsNegative || ToPay > Price * Units => "to pay: 0 to the price of all units",
        { Bucket: < 0 or >= Limits.BucketsMax } => $"bucket: 0 to {Limits.BucketsMax - 1}",
        { Hold: not (HoldMode.AtOrder or HoldMode.AtPayment) } => "hold: at-order or at-payment",
        _ => null,
    };
}
