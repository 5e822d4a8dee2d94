namespace FlashSale.Engine;

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
