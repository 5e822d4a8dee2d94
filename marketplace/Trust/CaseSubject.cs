namespace FlashSale.Marketplace;

/// <summary>What a case is opened about.</summary>
/// <param name="Store">The store of the seller.</param>
/// <param name="Market">Its market, which decides on fines.</param>
/// <param name="Stores">All stores of the seller, which a verdict may concern (rules IDN-4, TRU-7).</param>
public readonly record struct CaseSubject(StoreId Store, MarketKind Market, IReadOnlyList<StoreId> Stores)
{
    /// <summary>Whether what a case is to be opened about is the seller's.</summary>
    /// <param name="command">What it is to be about.</param>
    /// <param name="owner">Whose the store is; null if there is none.</param>
    /// <param name="store">At which store the listing is; null if there is none.</param>
    public static bool IsKnown(in OpenCase command, SellerId? owner, StoreId? store) =>
        owner == command.Seller && (command.Listing == Case.NoListing || store == command.Store);
}
