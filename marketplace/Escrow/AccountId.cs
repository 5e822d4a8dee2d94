namespace FlashSale.Marketplace;

/// <summary>The kinds of accounts at the payment guarantor.</summary>
/// <remarks>Rules ESC-1 to ESC-6. The numbers are stored in journals and are never reused.</remarks>
public enum AccountKind : byte
{
    /// <summary>
    /// The world outside, one account for each channel: what came from it is its negative balance.
    /// </summary>
    Bank = 1,

    /// <summary>What is held for orders that are paid and not yet settled.</summary>
    Escrow = 2,

    /// <summary>A buyer's balance.</summary>
    Buyer = 3,

    /// <summary>What a store earned and may withdraw.</summary>
    Store = 4,

    /// <summary>What a store earned and may not withdraw for now (rule ESC-4).</summary>
    StoreFrozen = 5,

    /// <summary>A store's security deposit (rule STO-3).</summary>
    StoreDeposit = 6,

    /// <summary>The platform's commission, fees and fines.</summary>
    Platform = 7,

    /// <summary>
    /// What the lender has lent less what came back (rule ESC-6): it may be below zero, as the bank's.
    /// </summary>
    Lender = 8,
}

/// <summary>
/// An account: its kind and the number of its owner – channel, buyer or store; 0 where there is only one.
/// </summary>
public readonly record struct AccountId(AccountKind Kind, int Owner = 0)
{
    /// <summary>The account in which paid money waits for the end of its order.</summary>
    public static AccountId Escrow => new(AccountKind.Escrow);

    /// <summary>The world outside, where it is no matter of a payment channel.</summary>
    public static AccountId Bank => new(AccountKind.Bank);

    /// <summary>The lender's account.</summary>
    public static AccountId Lender => new(AccountKind.Lender);

    /// <summary>The platform's account.</summary>
    public static AccountId Platform => new(AccountKind.Platform);

    /// <summary>
    /// Whether the account may fall below zero: it stands for money that is not the market's.
    /// </summary>
    public bool MayOverdraw => Kind is AccountKind.Bank or AccountKind.Lender;

    /// <summary>Where a payment by this channel comes from and a refund goes back to (rule ESC-5).</summary>
    public static AccountId Payer(PaymentChannel channel, BuyerId buyer) =>
        channel == PaymentChannel.Balance
            ? new(AccountKind.Buyer, buyer.Value)
            : new(AccountKind.Bank, (int)channel);

    /// <summary>A store's earnings.</summary>
    public static AccountId Of(StoreId store) => new(AccountKind.Store, store.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Owner}";
}

/// <summary>How a buyer pays (rule ESC-5).</summary>
public enum PaymentChannel : byte
{
    /// <summary>From the buyer's balance with the guarantor.</summary>
    Balance = 1,

    /// <summary>Through the web page of a bank.</summary>
    Bank,

    /// <summary>By a bank card bound to the account.</summary>
    QuickPay,

    /// <summary>On consumer credit.</summary>
    Credit,
}
