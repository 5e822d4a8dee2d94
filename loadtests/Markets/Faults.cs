namespace FlashSale.LoadTests;

/// <summary>What a market in trouble throws.</summary>
internal static class Faults
{
    /// <summary>
    /// Whether an exception is an answer that did not come: it is counted, and the load goes on.
    /// </summary>
    public static bool IsOne(Exception fault) =>
        fault is MarketBusyException or MarketHaltedException or TimeoutException or GrainFaultException
            or OrleansException;
}
