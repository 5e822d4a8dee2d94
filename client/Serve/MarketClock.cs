namespace FlashSale.Client;

/// <summary>
/// The time of a market that runs as fast as asked; it stands where it is set until it begins.
/// </summary>
/// <param name="real">The clock of the people outside.</param>
/// <param name="speed">How many seconds of the market pass in one of theirs.</param>
internal sealed class MarketClock(TimeProvider real, double speed) : TimeProvider
{
    // A market's time ends with 2059.
    private static readonly DateTimeOffset Last = new(2059, 12, 31, 23, 59, 59, TimeSpan.Zero);

    // Before any market's time, which does not go back.
    private Beginning _beginning = new(DateTimeOffset.UnixEpoch, null);

    /// <summary>Sets it to a moment, where it stands.</summary>
    public void Set(DateTimeOffset at) =>
        Volatile.Write(ref _beginning, new Beginning(at.ToUniversalTime(), null));

    /// <summary>Lets time pass from that moment on.</summary>
    public void Begin() =>
        Volatile.Write(ref _beginning, _beginning with { Timestamp = real.GetTimestamp() });

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var beginning = Volatile.Read(ref _beginning);
        if (beginning.Timestamp is not { } timestamp)
        {
            return beginning.At;
        }

        var passed = real.GetElapsedTime(timestamp).TotalSeconds * speed;
        return passed < (Last - beginning.At).TotalSeconds
            ? beginning.At.AddTicks((long)(passed * TimeSpan.TicksPerSecond))
            : Last;
    }

    private sealed record Beginning(DateTimeOffset At, long? Timestamp);
}
