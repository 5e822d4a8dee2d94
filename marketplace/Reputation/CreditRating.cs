namespace FlashSale.Marketplace;

/// <summary>
/// One side's verdict on the other after a deal (rule REP-2). 0 is none: not yet, or not in this market.
/// </summary>
public enum CreditRating : byte
{
    /// <summary>One point.</summary>
    Good = 1,

    /// <summary>No point.</summary>
    Medium,

    /// <summary>One point less.</summary>
    Poor,
}

/// <summary>Who of a deal is rated: both are (rule REP-2).</summary>
public enum RatedSide : byte
{
    /// <summary>The store, by the buyer.</summary>
    Store = 1,

    /// <summary>The buyer, by the store.</summary>
    Buyer,
}
