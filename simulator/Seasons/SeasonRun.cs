using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>A season on its way: the market, what is planned, who sells, and what was recorded.</summary>
internal sealed class SeasonRun(SeasonWorld world, Market market, Agenda agenda) : IMarketRun
{
    private readonly long _startTicks = world.Calendar.StartsAt.UtcTicks;

    public SeasonWorld World { get; } = world;

    public Market Market { get; } = market;

    public Agenda Agenda { get; } = agenda;

    /// <summary>Owners and stores.</summary>
    public StoreRoll Stores { get; } = new();

    public SeasonRecorder Recorder { get; } = new();

    /// <summary>
    /// How much of its usual strength the platform's enforcement has: less while it is tired of a protest
    /// (rule GOV-5).
    /// </summary>
    public double Enforcement { get; set; } = 1;

    /// <summary>
    /// Who screens what is published and changed (rule LST-2); null where nobody does.
    /// </summary>
    public ScreeningDesk? Screening { get; set; }

    /// <summary>Milliseconds since the first midnight.</summary>
    public long NowMs { get; private set; }

    /// <summary>The moment that the season stands at.</summary>
    public DateTimeOffset Now => new(_startTicks + (NowMs * TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>The first midnight as Unix time in ms: what the market counts from.</summary>
    public long StartUnixMs => (_startTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>How far the season is after so many events.</summary>
    public Progress ProgressAfter(long events, bool isOver) => new(
        TimeSpan.FromMilliseconds(NowMs), Money.FromFen(Recorder.Days.Sum(day => day[SeasonMeasures.Gmv])),
        Market.View.Orders.Placed, Recorder.Days.Sum(day => day[SeasonMeasures.Paid]), events,
        isOver ? 1 : (double)NowMs / (World.Calendar.Days * SeasonDay.Ms));

    /// <summary>The market's time goes on to a time.</summary>
    public void MoveTo(long ms)
    {
        NowMs = ms;
        Market.AdvanceTo(Now);
    }

    /// <summary>Goes on to what comes next until a time, planned or due; false if nothing does.</summary>
    /// <remarks>What falls due in the market and what is planned happen in one order.</remarks>
    /// <param name="untilMs">The time.</param>
    /// <param name="planned">What was planned; null where a deadline of the market fell due.</param>
    public bool TryGoOn(long untilMs, out AgendaEvent? planned)
    {
        var due = Market.View.NextDeadlineMs;
        var dueMs = due == long.MaxValue ? long.MaxValue : due - StartUnixMs;
        var limit = Math.Max(Math.Min(untilMs, dueMs), Agenda.NowMs);
        var isPlanned = Agenda.TryNext(limit, out var next);
        planned = isPlanned ? next : null;
        if (isPlanned || dueMs <= untilMs)
        {
            MoveTo(isPlanned ? next.At : dueMs);
            return true;
        }

        return false;
    }

    /// <summary>Milliseconds from the first midnight to a moment, rounded up.</summary>
    public long MsOf(DateTimeOffset moment)
    {
        var ticks = moment.UtcTicks - _startTicks;
        return (ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
    }

    /// <summary>Writes what is planned, the market, who sells, and what was recorded.</summary>
    public void Save(StateWriter writer)
    {
        Agenda.Save(writer);
        Market.Save(writer);
        Stores.Save(writer);
        Recorder.Save(writer);
    }

    /// <summary>Reads it back, to go on as an arm.</summary>
    /// <param name="reader">The bytes.</param>
    /// <param name="past">What it was until then.</param>
    /// <param name="arm">What it goes on as.</param>
    /// <param name="nowMs">The time that it stands at.</param>
    public static SeasonRun Load(
        StateReader reader, SeasonScenario past, SeasonScenario arm, long nowMs)
    {
        var agenda = Agenda.Load(reader);
        var market = Market.Load(reader, SeasonPolicies.AtStart(past));
        var run = new SeasonRun(new SeasonWorld(arm), market, agenda);
        run.MoveTo(nowMs);
        run.Stores.Load(reader);
        run.Recorder.Load(reader);
        return run;
    }

    /// <summary>Plans an event; what should have been earlier happens now.</summary>
    public void Plan(long at, EventKind kind, int entity, long extra) =>
        Agenda.Plan(Math.Max(at, NowMs), (int)kind, entity, extra);

    /// <summary>Plans what somebody means to do; false if that is nothing.</summary>
    public bool Plan(in Intention intention, long extra)
    {
        if (intention.IsAny)
        {
            Plan(NowMs + intention.AfterMs, intention.Act, intention.Entity, extra);
        }

        return intention.IsAny;
    }
}
