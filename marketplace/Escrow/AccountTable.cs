namespace FlashSale.Marketplace;

/// <summary>Whose accounts those of a kind are: what <see cref="AccountId.Owner"/> numbers.</summary>
public enum AccountOwner : byte
{
    /// <summary>The market's own, of which there is one.</summary>
    Market = 1,

    /// <summary>The world's, one for each payment channel.</summary>
    Channel,

    /// <summary>A buyer's.</summary>
    Buyer,

    /// <summary>A store's.</summary>
    Store,
}

/// <summary>Whose accounts those of each kind are.</summary>
public static class AccountTable
{
    // By the number of a kind. It is data, not a switch: every movement of money asks it several times.
    private static ReadOnlySpan<AccountOwner> Owners =>
    [
        0, // no kind
        AccountOwner.Channel, // Bank
        AccountOwner.Market, // Escrow
        AccountOwner.Buyer, // Buyer
        AccountOwner.Store, // Store
        AccountOwner.Store, // StoreFrozen
        AccountOwner.Store, // StoreDeposit
        AccountOwner.Market, // Platform
        AccountOwner.Market, // Lender
    ];

    /// <summary>Whose the accounts of a kind are; 0 if there is no such kind.</summary>
    public static AccountOwner OwnerOf(AccountKind kind) =>
        (int)kind < Owners.Length ? Owners[(int)kind] : default;
}
