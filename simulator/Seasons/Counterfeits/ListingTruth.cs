namespace FlashSale.Simulator;

/// <summary>What a listing of a season really sells: hidden from every rule (rule TRU-1).</summary>
internal enum ListingTruth
{
    /// <summary>What it says.</summary>
    Genuine = 1,

    /// <summary>Goods of the seller's own brand (rule TRU-15).</summary>
    OwnBrand,

    /// <summary>Fakes far below the brand's price.</summary>
    CheapFake,

    /// <summary>Fakes that are sold as genuine.</summary>
    CloseFake,
}
