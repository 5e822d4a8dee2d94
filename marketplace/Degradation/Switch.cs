namespace FlashSale.Marketplace;

/// <summary>What the platform can do without for a while to carry the peak (rule CAP-2).</summary>
public enum Switch : byte
{
    /// <summary>Orders that are paid and not shipped cannot be refunded on request (rule ORD-3).</summary>
    RefundsOfUnshippedOff = 1,

    /// <summary>Store coupons are neither given nor taken.</summary>
    CouponsFrozen,

    /// <summary>Messages to sellers are sent later.</summary>
    SellerMessagesDelayed,

    /// <summary>Search ranks by fewer things.</summary>
    SearchSimplified,
}
