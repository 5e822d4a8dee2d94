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

    /// <summary>Search ranks by fewer things; not modelled, there is no ranking.</summary>
    SearchSimplified,
}

/// <summary>Which of the switches of rule CAP-2 change something.</summary>
public static class SwitchRules
{
    /// <summary>Those that do; of the others there is nothing yet that could be switched.</summary>
    public static IReadOnlyList<Switch> Modelled { get; } =
        [Switch.RefundsOfUnshippedOff, Switch.CouponsFrozen];
}
