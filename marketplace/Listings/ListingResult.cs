namespace FlashSale.Marketplace;

/// <summary>What became of publishing or changing a listing.</summary>
public enum ListingResult : byte
{
    /// <summary>
    /// It is on sale on these terms, or is screened first (rule LST-2); or it is changed as asked.
    /// </summary>
    Published = 1,

    /// <summary>
    /// The id was used for a listing on other terms; or the client's name for a change stands for another.
    /// </summary>
    IdReused,

    /// <summary>No such store, or it may not sell now.</summary>
    StoreNotOpen,

    /// <summary>The terms are not allowed; <see cref="ListingTerms.Problem"/> says which.</summary>
    BadTerms,

    /// <summary>No such listing, or its id is outside the market's range.</summary>
    UnknownListing,

    /// <summary>A penalty keeps the store from promotions (rule TRU-6).</summary>
    Banned,
}
