namespace FlashSale.Marketplace;

/// <summary>What became of a payment.</summary>
public enum PayResult : byte
{
    /// <summary>All open orders of the checkout are paid; or were, by the same request.</summary>
    Paid = 1,

    /// <summary>The deposit is paid; the balance is due in its window (rule LST-3).</summary>
    DepositPaid,

    /// <summary>
    /// Some orders are paid; those whose goods could not be had are closed and their money is returned.
    /// </summary>
    PaidInPart,

    /// <summary>The goods were gone; the orders are closed and the money is returned (rule INV-1).</summary>
    SoldOut,

    /// <summary>The orders were closed before; the money is returned (rule INV-2).</summary>
    TooLate,

    /// <summary>The window for the balance has not begun; nothing was moved.</summary>
    TooEarly,

    /// <summary>The buyer's balance is too small; nothing was moved.</summary>
    InsufficientFunds,

    /// <summary>No such checkout, or no such channel.</summary>
    UnknownCheckout,

    /// <summary>
    /// The buyer would have more units than the listing allows one buyer; the orders are closed and the money
    /// is returned (rule INV-3).
    /// </summary>
    LimitReached,

    /// <summary>
    /// The listing was withdrawn, or its store may not sell, before the units were held; the orders are
    /// closed and the money is returned (rules INV-1, STO-1).
    /// </summary>
    NotForSale,

    /// <summary>This payment was made by another channel; nothing was moved (rule ORD-4).</summary>
    IdReused,
}

/// <summary>The answer to a payment.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Amount">
/// What is paid for the checkout's orders by now; for a late payment, what was returned.
/// </param>
public readonly record struct PayAnswer(PayResult Result, Money Amount);
