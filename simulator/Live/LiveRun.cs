using System.Collections.Concurrent;

namespace FlashSale.Simulator;

/// <summary>
/// What the people of a live market share: the market, its clock, and an agenda that anybody may add to.
/// </summary>
/// <remarks>
/// Events happen one after another on one thread; what they ask of the market is answered on any thread,
/// which then only adds further events.
/// </remarks>
internal sealed class LiveRun
{
    private readonly ConcurrentQueue<AgendaEvent> _added = new();
    private readonly TimeProvider _clock;
    private readonly Agenda _agenda;
    private readonly long _endMs;
    private int _inFlight;
    private readonly IMarketBrowser _browser;
    private volatile Exception? _fault;
    private volatile PolicyTimeline _policies;

    public LiveRun(World world, IMarketplace market, IMarketBrowser browser, TimeProvider clock)
    {
        (World, Market, _browser, _clock) = (world, market, browser, clock);
        _policies = PolicyTimeline.Of(world.Policy);
        _agenda = new Agenda(NowMs);
        _endMs = NowMs + (Agenda.HorizonMs / 2);
    }

    public World World { get; }

    public IMarketplace Market { get; }

    /// <summary>The policies of the market, as they were known last (rule GOV-1).</summary>
    public PolicyTimeline Policies => _policies;

    /// <summary>Who gave up before.</summary>
    public Disappointed Disappointed { get; } = new();

    /// <summary>The moment of the market.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Milliseconds since midnight that have passed wholly.</summary>
    public long NowMs => (long)Math.Floor((Now - World.Scenario.Festival.Midnight).TotalMilliseconds);

    /// <summary>Calls that wait for their answers.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Why they cannot go on: the market has stopped; null while they can.</summary>
    public Exception? Fault => _fault;

    /// <summary>How far the agenda is behind the clock.</summary>
    public TimeSpan Lag => TimeSpan.FromMilliseconds(Math.Max(0, NowMs - _agenda.NowMs));

    /// <summary>When time confirms the receipt of a shipped order (rule ORD-2).</summary>
    public DateTimeOffset ConfirmBy(OrderView order) =>
        OrderDeadlines.ConfirmBy(order.ShippedAt!.Value, World.IsFestival(order), Policies);

    /// <summary>Asks which policies the market has: operators change them, too.</summary>
    public async Task Learn()
    {
        try
        {
            _policies = await _browser.FindPolicies();
        }
        catch (MarketBusyException)
        {
            // What was known counts until the next question.
        }
    }

    /// <summary>Plans what somebody means to do, from any thread.</summary>
    public void Plan(in Intention intention, long extra)
    {
        if (intention.IsAny)
        {
            Plan(NowMs + intention.AfterMs, intention.Act, intention.Entity, extra);
        }
    }

    /// <summary>Plans what happens to an order at a moment, rounded up to ms, from any thread.</summary>
    public void PlanAt(DateTimeOffset moment, EventKind kind, OrderId order) =>
        Plan(MsOf(moment), kind, 0, order.Packed);

    /// <summary>Plans an event so many ms after midnight, from any thread.</summary>
    public void Plan(long atMs, EventKind kind, int entity, long extra) =>
        _added.Enqueue(new AgendaEvent(atMs, extra, entity, (int)kind));

    /// <summary>The next event until a time; only from the thread on which they happen.</summary>
    public bool TryNext(long untilMs, out AgendaEvent next)
    {
        while (_added.TryDequeue(out var added))
        {
            var at = Math.Clamp(added.At, _agenda.NowMs, _endMs);
            _agenda.Plan(at, added.Kind, added.Entity, added.Extra);
        }

        return _agenda.TryNext(Math.Clamp(untilMs, _agenda.NowMs, _endMs), out next);
    }

    /// <summary>
    /// Lets an event happen; if the market is busy, it happens again a little later.
    /// </summary>
    public async Task Happen(AgendaEvent next, Func<AgendaEvent, Task> act)
    {
        Interlocked.Increment(ref _inFlight);
        try
        {
            await act(next);
        }
        catch (MarketBusyException)
        {
            const int againMs = 1_000;
            Plan(NowMs + againMs, (EventKind)next.Kind, next.Entity, next.Extra);
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

    private long MsOf(DateTimeOffset moment) =>
        (long)Math.Ceiling((moment - World.Scenario.Festival.Midnight).TotalMilliseconds);
}
