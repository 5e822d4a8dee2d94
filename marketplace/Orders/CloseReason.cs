namespace FlashSale.Marketplace;

/// <summary>Why an order was closed without goods for the buyer. The numbers are stored.</summary>
public enum CloseReason : byte
{
    /// <summary>It was not paid in time (rule INV-2).</summary>
    NotPaid = 1,

    /// <summary>The buyer cancelled it before paying.</summary>
    Cancelled,

    /// <summary>The goods were gone when it was paid (rule INV-1).</summary>
    SoldOutAtPayment,

    /// <summary>The balance of a presale was not paid in time (rule LST-3).</summary>
    BalanceNotPaid,

    /// <summary>All of it was refunded.</summary>
    Refunded,

    /// <summary>The buyer would have had more units than the listing allows one buyer (rule INV-3).</summary>
    LimitReachedAtPayment,

    /// <summary>
    /// When it was paid the listing was withdrawn, or its store could not sell (rules INV-1, STO-1).
    /// </summary>
    NotForSaleAtPayment,
}

/// <summary>Why orders are closed whose payment was refused.</summary>
public static class CloseReasons
{
    /// <summary>The reason that belongs to what the stock of a line answered (rules INV-1, INV-3).</summary>
    /// <param name="refusal">Why the units could not be held.</param>
    public static CloseReason Of(ReserveResult refusal) => refusal switch
    {
        ReserveResult.LimitReached => CloseReason.LimitReachedAtPayment,
        ReserveResult.NotForSale => CloseReason.NotForSaleAtPayment,
        _ => CloseReason.SoldOutAtPayment,
    };
}
