namespace FlashSale.Dashboard;

/// <summary>What it means for a client that the market gave no answer.</summary>
internal static class MarketFault
{
    /// <summary>The fault and when to try again; null of an exception that is a bug.</summary>
    public static (RequestFault Fault, TimeSpan? RetryAfter)? Of(Exception fault) => fault switch
    {
        MarketBusyException busy => (RequestFault.Busy, busy.RetryAfter),
        MarketHaltedException => (RequestFault.Halted, null),
        TimeoutException => (RequestFault.NoAnswer, null),
        _ => null,
    };
}
