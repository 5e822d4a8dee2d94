namespace FlashSale.Marketplace;

/// <summary>
/// The market's queue is full: nothing was done; the same request may be sent again after a while.
/// </summary>
public sealed class MarketBusyException(TimeSpan retryAfter)
    : Exception($"The market is busy; send the request again after {retryAfter.TotalMilliseconds:0} ms.")
{
    /// <summary>How long to wait.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>
/// The market has stopped because it could not write, or is closed. Whether this request was done is unknown:
/// send it again to the market that is started in its place.
/// </summary>
public sealed class MarketHaltedException(string reason, Exception? cause = null) : Exception(reason, cause);
