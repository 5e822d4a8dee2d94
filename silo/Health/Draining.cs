namespace FlashSale.Silo;

/// <summary>
/// Whether the silo was asked to stop: it finishes what it has begun and begins nothing new.
/// </summary>
internal sealed class Draining(IHostApplicationLifetime lifetime)
{
    /// <summary>How many seconds a caller should wait: by then it reaches another silo.</summary>
    public const string RetryAfterSeconds = "1";

    /// <summary>Whether nothing new is begun.</summary>
    public bool IsOn => lifetime.ApplicationStopping.IsCancellationRequested;
}
