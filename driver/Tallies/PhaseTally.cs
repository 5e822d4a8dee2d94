using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>How orders ended: at which step, and with which answer.</summary>
/// <param name="Step">The last step that was asked for.</param>
/// <param name="Outcome">How its answer counts.</param>
/// <param name="Reason">Why, in the words of the API.</param>
public readonly record struct OrderEnd(LoadStep Step, LoadOutcome Outcome, string Reason)
{
    /// <summary>
    /// Whether its time is among the latencies: that of every answer by the market's rules, and of orders
    /// that waited for an answer as long as they may.
    /// </summary>
    /// <remarks>
    /// Other errors and throttled orders are counted, but not timed: a refused connection is quick, and would
    /// flatter the orders that were answered.
    /// </remarks>
    public bool IsTimed => Outcome is LoadOutcome.Done or LoadOutcome.Refused
        || (Outcome == LoadOutcome.Error && Reason == LoadAnswer.NoAnswer.Reason);
}

/// <summary>
/// What was counted of the orders that were to begin in one phase; several threads may count.
/// </summary>
/// <remarks>Which orders are among the latencies: <see cref="OrderEnd.IsTimed"/>.</remarks>
public sealed class PhaseTally
{
    private readonly ConcurrentDictionary<OrderEnd, StrongBox<long>> _ends = new();
    private long _planned;
    private long _issued;
    private long _dropped;

    /// <summary>Orders planned.</summary>
    public long Planned => Volatile.Read(ref _planned);

    /// <summary>Orders begun.</summary>
    public long Issued => Volatile.Read(ref _issued);

    /// <summary>Orders not begun, because as many as allowed waited for answers.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>From the moment at which an order should have begun to its last answer.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>From the moment at which an order did begin to its last answer.</summary>
    public LatencyHistogram Service { get; } = new();

    /// <summary>How late orders began: what the driver itself adds.</summary>
    public LatencyHistogram Lag { get; } = new();

    /// <summary>How many orders ended how, in a fixed order.</summary>
    public IReadOnlyList<(OrderEnd End, long Count)> Ends =>
    [
        .. _ends.Select(end => (End: end.Key, Count: Volatile.Read(ref end.Value.Value)))
            .OrderBy(end => end.End.Outcome).ThenBy(end => end.End.Step)
            .ThenBy(end => end.End.Reason, StringComparer.Ordinal),
    ];

    /// <summary>How many orders ended with such an answer.</summary>
    public long CountOf(LoadOutcome outcome) =>
        _ends.Where(end => end.Key.Outcome == outcome).Sum(end => Volatile.Read(ref end.Value.Value));

    /// <summary>Counts planned orders.</summary>
    public void Plan(long orders) => Interlocked.Add(ref _planned, orders);

    /// <summary>Counts an order that begins, and how late.</summary>
    public void Issue(TimeSpan lag)
    {
        Interlocked.Increment(ref _issued);
        Lag.Record(lag);
    }

    /// <summary>Counts an order that is not begun.</summary>
    public void Drop() => Interlocked.Increment(ref _dropped);

    /// <summary>Counts an order that ended.</summary>
    public void Finish(in OrderEnd end, TimeSpan latency, TimeSpan service)
    {
        Interlocked.Increment(ref _ends.GetOrAdd(end, static _ => new StrongBox<long>()).Value);
        if (end.IsTimed)
        {
            Latency.Record(latency);
            Service.Record(service);
        }
    }

    /// <summary>Adds what another process counted of the same phase.</summary>
    public void Add(PhaseTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        AddCounts(other.Planned, other.Issued, other.Dropped, other.Ends);
        Latency.Add(other.Latency);
        Service.Add(other.Service);
        Lag.Add(other.Lag);
    }

    internal void AddCounts(
        long planned, long issued, long dropped, IEnumerable<(OrderEnd End, long Count)> ends)
    {
        Interlocked.Add(ref _planned, planned);
        Interlocked.Add(ref _issued, issued);
        Interlocked.Add(ref _dropped, dropped);
        foreach (var (end, count) in ends)
        {
            Interlocked.Add(ref _ends.GetOrAdd(end, static _ => new StrongBox<long>()).Value, count);
        }
    }
}
