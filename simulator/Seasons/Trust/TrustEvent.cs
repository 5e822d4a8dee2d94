namespace FlashSale.Simulator;

/// <summary>
/// What can happen to a buyer in a market that changes how far the buyer trusts it (rule DEM-9).
/// </summary>
internal enum TrustEvent
{
    /// <summary>A fake was noticed.</summary>
    FakeNoticed = 1,

    /// <summary>A parcel came later than promised, or not at all.</summary>
    Late,

    /// <summary>A refund was refused: a dispute was lost.</summary>
    RefundRefused,

    /// <summary>An order ended well.</summary>
    Good,
}
