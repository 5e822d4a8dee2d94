namespace FlashSale.Marketplace;

/// <summary>What became of a refund.</summary>
public enum RefundResult : byte
{
    /// <summary>The money went back; or had, by the same request.</summary>
    Refunded = 1,

    /// <summary>Refunds of unshipped orders are switched off (rule CAP-2).</summary>
    SwitchedOff,

    /// <summary>The time for returns is over (rule ORD-3); a dispute is the way.</summary>
    TooLate,

    /// <summary>The order's status does not allow it: it is not paid, on its way, or closed.</summary>
    NotAllowed,

    /// <summary>The line or the number of units is not of the order.</summary>
    BadLine,

    /// <summary>The store has too little to give back.</summary>
    InsufficientFunds,

    /// <summary>No such order.</summary>
    UnknownOrder,
}

/// <summary>The answer to a refund.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Amount">
/// What went back by this request; nothing if the units had come back before by others.
/// </param>
public readonly record struct RefundAnswer(RefundResult Result, Money Amount);
