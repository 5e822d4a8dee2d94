using System.Collections.Concurrent;

namespace FlashSale.Simulator;

/// <summary>
/// What the people of a live market share: the market, its clock, and an agenda that anybody may add to.
/// </summary>
/// <remarks>
/// Events happen one after another on one thread; what they ask of the market is answered on any thread,
/// which then only adds further events.
/// </remarks>
internal sealed class LiveRun(World world, IMarketplace market, TimeProvider clock)
{
    private readonly ConcurrentQueue<AgendaEvent> _added = new();
    private readonly Agenda _agenda = new(MsOf(world, clock.GetUtcNow()));
    private readonly long _endMs = MsOf(world, clock.GetUtcNow()) + (Agenda.HorizonMs / 2);
    private int _inFlight;
    private volatile Exception? _fault;

    public World World { get; } = world;

    public IMarketplace Market { get; } = market;

    /// <summary>The moment of the market.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>That moment in milliseconds since midnight.</summary>
    public long NowMs => MsOf(World, Now);

    /// <summary>Calls that wait for their answers.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Why they cannot go on: the market has stopped; null while they can.</summary>
    public Exception? Fault => _fault;

    /// <summary>Events that are planned.</summary>
    public long Planned => _agenda.Count + _added.Count;

    /// <summary>How far the agenda is behind the clock.</summary>
    public TimeSpan Lag => TimeSpan.FromMilliseconds(Math.Max(0, NowMs - _agenda.NowMs));

    /// <summary>Milliseconds from midnight to a moment.</summary>
    public long MsOf(DateTimeOffset moment) => MsOf(World, moment);

    /// <summary>The moment of so many milliseconds since midnight.</summary>
    public DateTimeOffset MomentOf(long ms) =>
        World.Scenario.Festival.Midnight.ToUniversalTime().AddMilliseconds(ms);

    /// <summary>Plans an event, from any thread.</summary>
    public void Plan(double atMs, LiveKind kind, int entity, long extra) =>
        _added.Enqueue(new AgendaEvent((long)atMs, extra, entity, (int)kind));

    /// <summary>The next event that is due; only from the thread on which they happen.</summary>
    public bool TryNext(out AgendaEvent next)
    {
        while (_added.TryDequeue(out var added))
        {
            var at = Math.Clamp(added.At, _agenda.NowMs, _endMs);
            _agenda.Plan(at, added.Kind, added.Entity, added.Extra);
        }

        return _agenda.TryNext(Math.Clamp(NowMs, _agenda.NowMs, _endMs), out next);
    }

    /// <summary>
    /// Asks the market something for an event; if it is busy, the event happens again a little later.
    /// </summary>
    public void Ask(AgendaEvent cause, Func<Task> ask)
    {
        Interlocked.Increment(ref _inFlight);
        _ = Run();

        async Task Run()
        {
            try
            {
                await ask();
            }
            catch (MarketBusyException)
            {
                const int againMs = 1_000;
                Plan(NowMs + againMs, (LiveKind)cause.Kind, cause.Entity, cause.Extra);
            }
#pragma warning disable CA1031 // Nobody awaits this: whatever went wrong is thrown where they live.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _fault = fault;
            }
            finally
            {
                Interlocked.Decrement(ref _inFlight);
            }
        }
    }

    private static long MsOf(World world, DateTimeOffset moment) =>
        (moment.UtcTicks - world.Scenario.Festival.Midnight.UtcTicks) / TimeSpan.TicksPerMillisecond;
}
