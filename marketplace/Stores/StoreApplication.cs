namespace FlashSale.Marketplace;

/// <summary>A store that a seller wants to open (rules STO-1, STO-3, STO-4).</summary>
/// <param name="Id">Chosen by whoever opens it, never used for another store.</param>
/// <param name="Owner">The person or organisation behind it (rule IDN-4).</param>
/// <param name="Market">Which market it is for.</param>
/// <param name="Tier">Which deposit a brand store owes.</param>
/// <param name="Name">Its name, unique in the market.</param>
/// <param name="Deposit">What is paid in now; it opens when that is all it owes.</param>
public readonly record struct StoreApplication(
    StoreId Id, SellerId Owner, MarketKind Market, DepositTier Tier, string Name, Money Deposit)
{
    /// <summary>An application that pays all that the store will owe, so that it opens at once.</summary>
    public static StoreApplication Paid(
        StoreId id, SellerId owner, MarketKind market, string name, StorePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        const DepositTier tier = DepositTier.Middle;
        return new(id, owner, market, tier, name, policy.SecurityOf(market, tier));
    }
}
