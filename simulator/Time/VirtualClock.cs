namespace FlashSale.Simulator;

/// <summary>The clock of a simulated market: it stands still between the events of an agenda.</summary>
/// <param name="agenda">Whose time it shows.</param>
/// <param name="midnight">The moment that the agenda calls 0: as a rule the festival's midnight.</param>
public sealed class VirtualClock(Agenda agenda, DateTimeOffset midnight) : TimeProvider
{
    private static readonly TimeZoneInfo China =
        TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

    /// <summary>China has one time zone and no summer time.</summary>
    public override TimeZoneInfo LocalTimeZone => China;

    /// <summary>Timestamps count milliseconds.</summary>
    public override long TimestampFrequency => TimeSpan.MillisecondsPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => midnight.AddMilliseconds(agenda.NowMs).ToUniversalTime();

    /// <inheritdoc/>
    public override long GetTimestamp() => agenda.NowMs;

    /// <summary>
    /// Not offered: whoever wants to be woken plans an event, so that all events have one order.
    /// </summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("A virtual clock has no timers: plan an event in the agenda.");
}
