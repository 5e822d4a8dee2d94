namespace FlashSale.Marketplace;

/// <summary>What the platform can do without for a while to carry the peak (rule CAP-2).</summary>
public enum Switch : byte
{
    /// <summary>Orders that are paid and not shipped cannot be refunded on request (rule ORD-3).</summary>
    RefundsOfUnshippedOff = 1,

    /// <summary>Store coupons are neither given nor taken.</summary>
    CouponsFrozen,

    /// <summary>Messages to sellers are sent later; not modelled, there are no messages.</summary>
    SellerMessagesDelayed,

    /// <summary>Search goes by sales alone: without scores and taste (rule SRC-1).</summary>
    SearchSimplified,
}

/// <summary>Which of the switches of rule CAP-2 change something.</summary>
public static class SwitchRules
{
    /// <summary>Those that change what becomes of orders: a simulated festival can turn these.</summary>
    public static IReadOnlyList<Switch> OfOrders { get; } =
        [Switch.RefundsOfUnshippedOff, Switch.CouponsFrozen];

    /// <summary>
    /// All that change something; of the others there is nothing yet that could be switched.
    /// </summary>
    public static IReadOnlyList<Switch> Modelled { get; } = [.. OfOrders, Switch.SearchSimplified];
}
