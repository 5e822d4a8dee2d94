using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>A simulated market on its way: the market, what is planned, and what was recorded.</summary>
internal sealed class Run : IMarketRun
{
    private readonly long _midnightTicks;

    public Run(World world, Market market, Agenda agenda, RunRecorder recorder)
    {
        World = world;
        Market = market;
        Agenda = agenda;
        Recorder = recorder;
        Coupons = new StoreCoupons(world, market);
        Foresight = new OrderForesight(market);
        agenda.Foresight = Foresight;
        _midnightTicks = world.Scenario.Festival.Midnight.UtcTicks;
    }

    /// <summary>Midnight as Unix time in ms: what the market counts from.</summary>
    public long MidnightUnixMs =>
        (_midnightTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    public World World { get; }

    public Market Market { get; }

    public Agenda Agenda { get; }

    public RunRecorder Recorder { get; }

    /// <summary>Fetches the orders that come next; it changes nothing.</summary>
    public OrderForesight Foresight { get; }

    /// <summary>What stores still give.</summary>
    public StoreCoupons Coupons { get; }

    /// <summary>Who gave up before.</summary>
    public Disappointed Disappointed { get; } = new();

    /// <summary>Milliseconds since midnight.</summary>
    public long NowMs => Agenda.NowMs;

    /// <summary>The moment that the agenda stands at.</summary>
    public DateTimeOffset Now => MomentOf(NowMs);

    /// <summary>The moment of so many milliseconds since midnight.</summary>
    public DateTimeOffset MomentOf(long ms) =>
        new(_midnightTicks + (ms * TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>
    /// Milliseconds from midnight to a moment, rounded up: nothing happens before its time.
    /// </summary>
    public long MsOf(DateTimeOffset moment)
    {
        var ticks = moment.UtcTicks - _midnightTicks;
        var ms = ticks / TimeSpan.TicksPerMillisecond;
        return ms * TimeSpan.TicksPerMillisecond < ticks ? ms + 1 : ms;
    }

    /// <summary>Plans an event; what should have been earlier happens now.</summary>
    public void Plan(long at, EventKind kind, int entity, long extra) =>
        Agenda.Plan(Math.Max(at, NowMs), (int)kind, entity, extra);

    /// <summary>Plans what comes before all else of its millisecond: the scenario's course.</summary>
    public void PlanFirst(long at, EventKind kind, int entity) =>
        Agenda.PlanFirst(Math.Max(at, NowMs), (int)kind, entity);

    /// <summary>A buyer gives a checkout up, and remembers it (rule DEM-4).</summary>
    public void GiveUp(CheckoutId checkout, GivenUp reason)
    {
        Disappointed.Add(checkout.Buyer);
        Recorder.Abandoned(NowMs, (int)reason);
    }

    /// <summary>Plans what a buyer means to do; false if that is nothing.</summary>
    public bool Plan(in Intention intention, long extra)
    {
        if (intention.IsAny)
        {
            Plan(NowMs + intention.AfterMs, intention.Act, intention.Entity, extra);
        }

        return intention.IsAny;
    }
}
