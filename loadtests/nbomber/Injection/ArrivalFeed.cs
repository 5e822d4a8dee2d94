using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>
/// Hands planned arrivals to the copies of a scenario, each with the moment it is meant for.
/// </summary>
/// <remarks>
/// NBomber injects the copies of a second at random moments of it. Here they come a second early: every copy
/// takes the next planned arrival and waits for its moment, so that what comes when is the plan's.
/// </remarks>
internal sealed class ArrivalFeed(ArrivalSchedule schedule, TimeProvider clock)
{
    /// <summary>How much earlier copies are injected than their arrivals are meant for.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private long? _began;
    private bool _isStopped;

    /// <summary>How much of the test has passed; negative before its first arrival.</summary>
    public TimeSpan Elapsed => _began is { } began ? clock.GetElapsedTime(began) - Lead : -Lead;

    /// <summary>The next arrival, whose moment is still to come; false when there are no more.</summary>
    public bool TryTake(out Arrival arrival)
    {
        lock (_gate)
        {
            arrival = default;
            _began ??= clock.GetTimestamp();
            return !_isStopped && schedule.TryTake(TimeSpan.MaxValue, out arrival);
        }
    }

    /// <summary>Hands out no more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
        }
    }

    /// <summary>Waits for a moment of the test; timers keep whole milliseconds, rounded up.</summary>
    public Task Until(TimeSpan at)
    {
        var wait = Math.Ceiling((at - Elapsed).TotalMilliseconds);
        return wait > 0 ? Task.Delay(TimeSpan.FromMilliseconds(wait), clock) : Task.CompletedTask;
    }
}
