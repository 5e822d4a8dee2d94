using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>One second of a load test; several threads may count.</summary>
public sealed class SecondTally
{
    /// <summary>The precision of its latencies: a sixteenth, enough for a line in a chart.</summary>
    public const int Precision = 4;

    private readonly long[] _ended = new long[(int)LoadOutcome.Error + 1];
    private LatencyHistogram? _latency;
    private long _issued;
    private long _dropped;
    private long _lagTicksMax;

    /// <summary>Orders planned in it.</summary>
    public long Planned { get; internal set; }

    /// <summary>Orders of its plan that began, then or later.</summary>
    public long Issued => Volatile.Read(ref _issued);

    /// <summary>Orders of its plan that were not begun.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>How late the latest of its plan began.</summary>
    public TimeSpan LagMax => TimeSpan.FromTicks(Volatile.Read(ref _lagTicksMax));

    /// <summary>Latencies of the orders of its plan; null if none has ended.</summary>
    public LatencyHistogram? Latency => Volatile.Read(ref _latency);

    /// <summary>Orders that ended in it, whenever they began.</summary>
    public long Ended(LoadOutcome outcome) => Volatile.Read(ref _ended[(int)outcome]);

    internal void Issue(TimeSpan lag)
    {
        Interlocked.Increment(ref _issued);
        var seen = Volatile.Read(ref _lagTicksMax);
        while (lag.Ticks > seen)
        {
            seen = Interlocked.CompareExchange(ref _lagTicksMax, lag.Ticks, seen);
        }
    }

    internal void Drop() => Interlocked.Increment(ref _dropped);

    internal void End(LoadOutcome outcome) => Interlocked.Increment(ref _ended[(int)outcome]);

    internal void Record(TimeSpan latency) => LatencyToAdd().Record(latency);

    internal void AddCounts(
        long planned, long issued, long dropped, TimeSpan lagMax, ReadOnlySpan<long> ended)
    {
        Planned += planned;
        Interlocked.Add(ref _issued, issued);
        Interlocked.Add(ref _dropped, dropped);
        _lagTicksMax = Math.Max(_lagTicksMax, lagMax.Ticks);
        for (var outcome = 0; outcome < ended.Length; outcome++)
        {
            Interlocked.Add(ref _ended[outcome], ended[outcome]);
        }
    }

    internal LatencyHistogram LatencyToAdd() => Volatile.Read(ref _latency)
        ?? Interlocked.CompareExchange(ref _latency, new LatencyHistogram(Precision), null)
        ?? _latency!;
}
