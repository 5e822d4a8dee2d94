namespace FlashSale.Simulator;

/// <summary>A seller of a season, with its stores (rule IDN-4).</summary>
internal struct SeasonOwner
{
    /// <summary>The day of its first store; before the season it is below 0.</summary>
    public int SinceDay;

    /// <summary>How many stores it ever opened.</summary>
    public int Stores;

    /// <summary>How many of them are open.</summary>
    public int OpenStores;

    /// <summary>What it is like, which nobody sees.</summary>
    public SellerType Type;
}
