namespace FlashSale.Marketplace;

/// <summary>How a search treats a listing of whoever cheated in search (rule SRC-2).</summary>
public enum SearchStanding : byte
{
    /// <summary>Like all others.</summary>
    Usual = 1,

    /// <summary>It comes behind all that are not demoted, and so behind the third page.</summary>
    Demoted,

    /// <summary>It is not found.</summary>
    Screened,
}
