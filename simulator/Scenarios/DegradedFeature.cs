namespace FlashSale.Simulator;

/// <summary>What can be switched off in the peak (rule CAP-2).</summary>
public enum DegradedFeature : byte
{
    /// <summary>Refunds of orders that are not shipped yet.</summary>
    RefundBeforeShipping = 1,

    /// <summary>Coupons.</summary>
    Coupons,

    /// <summary>Messages to sellers.</summary>
    SellerMessages,

    /// <summary>Search with all its criteria.</summary>
    FullSearch,
}
