namespace FlashSale.Marketplace;

/// <summary>Why money moves.</summary>
/// <remarks>Rules ESC-1 to ESC-6. The numbers are stored in journals and are never reused.</remarks>
public enum MovementKind : byte
{
    /// <summary>A buyer puts money into the balance.</summary>
    BuyerTopUp = 1,

    /// <summary>A buyer pays an order, or its deposit or balance: into escrow.</summary>
    Payment = 2,

    /// <summary>An order is settled: from escrow to the store.</summary>
    Release = 3,

    /// <summary>An order is settled: from escrow to the platform.</summary>
    Commission = 4,

    /// <summary>Money in escrow goes back to the payer.</summary>
    Refund = 5,

    /// <summary>Money that was already released goes back to the payer, from the store.</summary>
    Return = 6,

    /// <summary>Commission on returned money goes back to the payer, from the platform.</summary>
    CommissionReturn = 7,

    /// <summary>A store pays its security deposit (rule STO-3).</summary>
    DepositPaid = 8,

    /// <summary>A closed store gets its deposit back.</summary>
    DepositReturned = 9,

    /// <summary>A fee for a violation, from a store's deposit to the platform.</summary>
    ViolationFee = 10,

    /// <summary>Compensation to a buyer, from a store's deposit.</summary>
    Compensation = 11,

    /// <summary>A store's earnings are frozen (rule ESC-4).</summary>
    Freeze = 12,

    /// <summary>Frozen earnings are set free.</summary>
    Unfreeze = 13,

    /// <summary>A store withdraws earnings to its bank.</summary>
    Withdrawal = 14,

    /// <summary>A loan to a store (rule FIN-1).</summary>
    Loan = 15,

    /// <summary>A store repays a loan.</summary>
    LoanRepayment = 16,

    /// <summary>A presale buyer did not pay the balance in time: the deposit goes to the store.</summary>
    DepositForfeited = 17,

    /// <summary>Frozen earnings of a store go to a buyer who complained (rule ESC-4).</summary>
    FrozenPaidOut = 18,

    /// <summary>A part of a brand store's annual fee, from its earnings to the platform (STO-5).</summary>
    AnnualFee = 19,

    /// <summary>What a brand store gets back of it for a good year (rule STO-5).</summary>
    AnnualFeeReturned = 20,

    /// <summary>A store pays the platform for being promoted (rule STO-5).</summary>
    Promotion = 21,

    /// <summary>The platform pays for sales that an overturned penalty cost a store (rule TRU-8).</summary>
    LostSales = 22,
}

/// <summary>
/// One movement of money: the same amount leaves one account and enters another (rule ESC-2).
/// </summary>
public readonly record struct Movement(MovementKind Kind, AccountId From, AccountId To, Money Amount)
{
    /// <summary>The highest number of a kind, for tables by kind.</summary>
    public const int KindMax = (int)MovementKind.LostSales;
}

/// <summary>What became of a movement.</summary>
public enum MoveResult : byte
{
    /// <summary>Both accounts have changed.</summary>
    Moved = 1,

    /// <summary>The account it should come from has too little; nothing has changed.</summary>
    InsufficientFunds,
}
