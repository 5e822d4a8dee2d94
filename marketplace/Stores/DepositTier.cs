namespace FlashSale.Marketplace;

/// <summary>
/// How much security deposit a brand store pays (rule STO-3): it grows with the doubt about the brand.
/// </summary>
public enum DepositTier : byte
{
    /// <summary>A flagship or franchise store of a registered mark.</summary>
    Low = 1,

    /// <summary>
    /// A flagship or franchise store of a pending mark, or a specialty store of a registered one.
    /// </summary>
    Middle,

    /// <summary>A specialty store of a pending mark.</summary>
    High,
}
