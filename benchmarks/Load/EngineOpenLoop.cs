using FlashSale.Dashboard;

namespace FlashSale.Benchmarks;

/// <summary>What came of a load that does not wait for its answers.</summary>
/// <param name="Planned">Orders that were to be sent.</param>
/// <param name="Refused">Orders that found the engine's queue full; they are not sent again.</param>
/// <param name="Done">Orders that were placed and answered.</param>
/// <param name="Latency">From the moment at which an order was to be sent to its answer.</param>
/// <param name="Lag">
/// How late orders were sent: what is more than a slice is the driver's fault, not the engine's.
/// </param>
internal sealed record OpenLoopOutcome(
    long Planned, long Refused, long Done, LatencyHistogram Latency, LatencyHistogram Lag);

/// <summary>
/// Sends checkouts at even distances whether or not they are answered, as buyers do who know nothing of each
/// other.
/// </summary>
/// <remarks>
/// An order's latency counts from the moment at which it was to be sent, so that an engine that stalls is not
/// excused from what would have come meanwhile. Orders are sent in slices of a tenth of a millisecond.
/// </remarks>
internal sealed class EngineOpenLoop(
    MarketEngine engine, TimeProvider clock, int perSecond, int firstOrder = 0)
    : ICompletion, IDisposable
{
    private const int SlicesPerSecond = 10_000;
    private const int StepsTogether = 1_024;

    private readonly LatencyHistogram _latency = new();
    private readonly LatencyHistogram _lag = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Step[] _buffer = new Step[StepsTogether];
    private long _start;
    private long _answered;
    private long _awaited = long.MaxValue;
    private long _refused;
    private bool _isOdd;
    private MarketHaltedException? _fault;

    /// <summary>Sends the load of so long a time and waits for the last answer.</summary>
    /// <exception cref="MarketHaltedException">The engine halted.</exception>
    public OpenLoopOutcome Run(TimeSpan length)
    {
        var planned = (long)(length.TotalSeconds * perSecond);
        _start = clock.GetTimestamp();
        for (var issued = 0L; issued < planned && _fault is null;)
        {
            issued += Issue(issued, Math.Min(planned, Due()));
        }

        Interlocked.Exchange(ref _awaited, planned - _refused);
        while (_fault is null && Volatile.Read(ref _answered) < planned - _refused)
        {
            _wake.Wait();
        }

        Invariant.Holds(!_isOdd, "every order is placed");
        return _fault is { } fault
            ? throw new MarketHaltedException(fault.Message, fault)
            : new OpenLoopOutcome(planned, _refused, Volatile.Read(ref _answered), _latency, _lag);
    }

    public void Complete(long token, in Answer answer)
    {
        _latency.Record(clock.GetElapsedTime(Intended(token)));
        _isOdd |= answer.Result != (byte)CheckoutResult.Placed;
        if (Interlocked.Increment(ref _answered) == Volatile.Read(ref _awaited))
        {
            _wake.Release();
        }
    }

    public void Fail(long token, MarketHaltedException fault)
    {
        _fault = fault;
        _wake.Release();
    }

    public void Dispose() => _wake.Dispose();

    /// <summary>Sends the orders from one number to another; returns how many are dealt with.</summary>
    private int Issue(long first, long end)
    {
        var count = (int)Math.Min(end - first, StepsTogether);
        if (count <= 0)
        {
            Thread.Yield(); // the slice is not over: whoever has work may have this core
            return 0;
        }

        for (var at = 0; at < count; at++)
        {
            _buffer[at] = new Step(StepKind.Place, firstOrder + (int)first + at);
        }

        _lag.Record(clock.GetElapsedTime(Intended(first)));
        _refused += count - engine.Submit<Step>(
            _buffer.AsSpan(0, count), static (log, step) => step.WriteTo(log), this, first);
        return count;
    }

    /// <summary>Orders that should have been sent by the last full slice.</summary>
    private long Due()
    {
        var slices = (clock.GetTimestamp() - _start) * SlicesPerSecond / clock.TimestampFrequency;
        return slices * perSecond / SlicesPerSecond;
    }

    private long Intended(long order) => _start + (order * clock.TimestampFrequency / perSecond);
}
