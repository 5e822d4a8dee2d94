namespace FlashSale.Marketplace;

/// <summary>What a movement does to a store's security deposit (rule STO-3).</summary>
public enum SecurityEffect : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The seller pays into it.</summary>
    Paid,

    /// <summary>The platform takes from it.</summary>
    Taken,

    /// <summary>The seller of a closed store gets all of it back.</summary>
    Returned,
}

/// <summary>What is true of all movements of a kind.</summary>
/// <param name="From">Which account the money leaves; null for that of the order's payer.</param>
/// <param name="To">Which account it enters; null for that of the order's payer.</param>
/// <param name="Caller">
/// Who may ask for it: buyers and sellers for their own money, operators for the rest; null where nobody may,
/// because money moves so when something happens to an order.
/// </param>
/// <param name="Security">What it does to the store's security deposit.</param>
public readonly record struct MovementRule(
    AccountKind? From, AccountKind? To, Caller? Caller, SecurityEffect Security = SecurityEffect.None)
{
    /// <summary>Whether it is money of an order: the orders themselves say how much it must be.</summary>
    public bool IsOfOrder => Caller is null;

    /// <summary>Whether an account of this owner is an end of it.</summary>
    public bool Touches(AccountOwner owner) =>
        (From is { } from && AccountTable.OwnerOf(from) == owner)
        || (To is { } to && AccountTable.OwnerOf(to) == owner);
}

/// <summary>
/// Between which accounts each kind of movement goes, who may ask for it, and what follows for the store.
/// </summary>
/// <remarks>Rules ESC-1 to ESC-6, STO-3, STO-5. A kind without a row here does not compile.</remarks>
public static class MovementTable
{
    /// <summary>The rule of a kind; null if there is no such kind.</summary>
    public static MovementRule? Find(MovementKind kind) =>
        kind is > 0 and <= (MovementKind)Movement.KindMax ? Of(kind) : null;

#pragma warning disable CS8524 // What is no kind throws; a kind without a row is an error of its own.
    /// <summary>The rule of a kind.</summary>
    public static MovementRule Of(MovementKind kind) => kind switch
    {
        MovementKind.BuyerTopUp => new(AccountKind.Bank, AccountKind.Buyer, Caller.Anyone),
        MovementKind.Payment => new(null, AccountKind.Escrow, null),
        MovementKind.Release => new(AccountKind.Escrow, AccountKind.Store, null),
        MovementKind.Commission => new(AccountKind.Escrow, AccountKind.Platform, null),
        MovementKind.Refund => new(AccountKind.Escrow, null, null),
        MovementKind.Return => new(AccountKind.Store, null, null),
        MovementKind.CommissionReturn => new(AccountKind.Platform, null, null),
        MovementKind.DepositForfeited => new(AccountKind.Escrow, AccountKind.Store, null),
        MovementKind.DepositPaid => new(
            AccountKind.Bank, AccountKind.StoreDeposit, Caller.Anyone, SecurityEffect.Paid),
        MovementKind.DepositReturned => new(
            AccountKind.StoreDeposit, AccountKind.Bank, Caller.Operator, SecurityEffect.Returned),
        MovementKind.ViolationFee => new(
            AccountKind.StoreDeposit, AccountKind.Platform, Caller.Operator, SecurityEffect.Taken),
        MovementKind.Compensation => new(
            AccountKind.StoreDeposit, AccountKind.Buyer, Caller.Operator, SecurityEffect.Taken),
        MovementKind.Freeze => new(AccountKind.Store, AccountKind.StoreFrozen, Caller.Operator),
        MovementKind.Unfreeze => new(AccountKind.StoreFrozen, AccountKind.Store, Caller.Operator),
        MovementKind.Withdrawal => new(AccountKind.Store, AccountKind.Bank, Caller.Anyone),
        MovementKind.Loan => new(AccountKind.Lender, AccountKind.Store, Caller.Operator),
        MovementKind.LoanRepayment => new(AccountKind.Store, AccountKind.Lender, Caller.Anyone),
        MovementKind.FrozenPaidOut => new(AccountKind.StoreFrozen, AccountKind.Buyer, Caller.Operator),
        MovementKind.AnnualFee => new(AccountKind.Store, AccountKind.Platform, Caller.Operator),
        MovementKind.AnnualFeeReturned => new(AccountKind.Platform, AccountKind.Store, Caller.Operator),
        MovementKind.Promotion => new(AccountKind.Store, AccountKind.Platform, Caller.Anyone),
        MovementKind.LostSales => new(AccountKind.Bank, AccountKind.Store, Caller.Operator),
    };
#pragma warning restore CS8524
}
