namespace FlashSale.Marketplace;

/// <summary>The twelve kinds of misconduct (rules TRU-8, SRC-2). The numbers are stored.</summary>
/// <remarks>The seeds give the number twelve, not the kinds: these are assumed.</remarks>
public enum CaseKind : byte
{
    /// <summary>Credit that was not earned (rule SRC-2).</summary>
    CreditManipulation = 1,

    /// <summary>The same goods or the same store twice (rule SRC-2).</summary>
    DuplicateGoods = 2,

    /// <summary>A listing that sells nothing and only advertises (rule SRC-2).</summary>
    AdvertisingGoods = 3,

    /// <summary>A wrong category or wrong attributes (rule SRC-2).</summary>
    WrongCategory = 4,

    /// <summary>Words that buyers look for and that the goods are not (rule SRC-2).</summary>
    KeywordAbuse = 5,

    /// <summary>Postage out of line with the price (rule SRC-2).</summary>
    WrongPostage = 6,

    /// <summary>Goods that are not as described (rule SRC-2).</summary>
    NotAsDescribed = 7,

    /// <summary>Counterfeit goods (rule TRU-5).</summary>
    Counterfeit = 8,

    /// <summary>A rights holder's complaint was accepted (rules TRU-4, TRU-5).</summary>
    RightsInfringed = 9,

    /// <summary>Goods that may not be sold (rule LST-2).</summary>
    RestrictedGoods = 10,

    /// <summary>Fake trades (rule TRU-10).</summary>
    Brushing = 11,

    /// <summary>A promise to the buyer that was broken.</summary>
    BrokenPromise = 12,
}
