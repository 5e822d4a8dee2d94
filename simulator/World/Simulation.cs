using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>A whole festival in virtual time: buyers, stores, payments, couriers over one market.</summary>
/// <remarks>
/// The same scenario gives the same events, state and results, on every machine. A run can be stopped,
/// saved, loaded and forked between any two events. Not for several threads at once.
/// </remarks>
public sealed class Simulation
{
    private const int DaysAfterMax = 60;

    private readonly Run _run;
    private readonly Cast _cast;
    private long _events;

    private Simulation(Run run)
    {
        _run = run;
        _cast = new Cast(run);
    }

    /// <summary>What the run was made from.</summary>
    public Scenario Scenario => _run.World.Scenario;

    /// <summary>The numbers of the rules at the start.</summary>
    public Policy Policy => _run.World.Policy;

    /// <summary>The market, to look at.</summary>
    public MarketView Market => _run.Market.View;

    /// <summary>What was recorded so far.</summary>
    public RunRecorder Recorder => _run.Recorder;

    /// <summary>Whether nothing is left to happen.</summary>
    public bool IsOver => _run.Agenda.Count == 0 && _run.Market.View.NextDeadlineMs == long.MaxValue;

    /// <summary>How far the run is.</summary>
    public Progress Progress => new(
        TimeSpan.FromMilliseconds(_run.NowMs),
        Money.FromFen((long)Math.Round(_run.Recorder.Gmv.Fen / Scenario.Scale)),
        _run.Market.View.Orders.Placed,
        _run.Recorder.OrdersPaid,
        _events,
        ShareDone());

    /// <summary>A run of a scenario that stands before its first event.</summary>
    /// <param name="scenario">What to simulate.</param>
    /// <param name="log">Gets every command of the market, if the run is to be replayed later.</param>
    public static Simulation Create(Scenario scenario, CommandLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Create(World.Of(scenario), log);
    }

    /// <summary>A run of a world whose calibrated part may be shared.</summary>
    internal static Simulation Create(World world, CommandLog? log = null)
    {
        var market = new Market(Course.Inert(world.Policy)) { Log = log };
        var run = NewRun(world, new Agenda(world.Scenario.OpensAtMs), market);
        var simulation = new Simulation(run);
        StoreOpener.Open(run);
        simulation._cast.Plan();
        return simulation;
    }

    /// <summary>Lets up to so many events happen; false if the run is over.</summary>
    public bool Step(int eventsMax)
    {
        for (var left = eventsMax; left > 0; left--)
        {
            if (!TryStep(Agenda.HorizonMs / 2))
            {
                return false;
            }
        }

        return !IsOver;
    }

    /// <summary>
    /// Lets up to so many events happen until a time counted from midnight; false if none is left until then.
    /// </summary>
    public bool StepUntil(TimeSpan time, int eventsMax)
    {
        var untilMs = (long)time.TotalMilliseconds;
        for (var left = eventsMax; left > 0; left--)
        {
            if (!TryStep(untilMs))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Has somebody else told what happens in the market; who can change nothing.</summary>
    public void Watch(IMarketObserver watcher)
    {
        ArgumentNullException.ThrowIfNull(watcher);
        _run.Market.Observer = new WatchedObserver(_run.Market.Observer!, watcher);
    }

    /// <summary>Where a buyer lives, an index into the scenario's regions.</summary>
    public int RegionOf(BuyerId buyer) => _run.World.Buyers[buyer].Region;

    /// <summary>Lets everything happen up to a time, counted from midnight, this included.</summary>
    public void RunUntil(TimeSpan time)
    {
        var untilMs = (long)time.TotalMilliseconds;
        while (TryStep(untilMs))
        {
        }
    }

    /// <summary>Lets everything happen.</summary>
    public void RunToEnd()
    {
        while (Step(int.MaxValue))
        {
        }
    }

    /// <summary>Writes the run between two events; <see cref="Load"/> needs the scenario too.</summary>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteMark("simu");
        writer.WriteText(Scenario.Hash);
        writer.Write(_events);
        _run.Agenda.Save(writer);
        _run.Market.Save(writer);
        _run.Recorder.Save(writer);
        _cast.Save(writer);
    }

    /// <summary>A run that goes on where <see cref="Save"/> was called.</summary>
    /// <exception cref="InvalidDataException">The bytes are no saved run of this scenario.</exception>
    public static Simulation Load(StateReader reader, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(scenario);
        return Resume(reader, scenario, World.Of(scenario));
    }

    /// <summary>A run of an arm that goes on where a run of its base was saved.</summary>
    /// <param name="reader">The base's run, saved after <see cref="RunUntil"/>.</param>
    /// <param name="past">The base.</param>
    /// <param name="arm">The arm's world.</param>
    /// <exception cref="InvalidDataException">The bytes are no saved run of the base.</exception>
    /// <exception cref="ArgumentException">The arm differs in what was decided before.</exception>
    internal static Simulation LoadAs(StateReader reader, Scenario past, World arm)
    {
        var simulation = Resume(reader, past, arm);
        var at = TimeSpan.FromMilliseconds(simulation._run.NowMs + 1);
        if (SharedPast.ObstacleOf(past, arm.Scenario, at) is { } obstacle)
        {
            throw new ArgumentException($"{arm.Scenario.Name} {obstacle}", nameof(arm));
        }

        simulation._cast.GoOnFrom(past);
        return simulation;
    }

    /// <summary>The names of what the run counts by kind.</summary>
    public RunLabels Labels => _run.Recorder.Labels;

    /// <summary>The rows of run.sqlite, read from the market when they are asked for.</summary>
    public RunTables Tables() => new RunBooks(_run).Tables();

    /// <summary>Audits the market and makes the result of the run, whether it is over or not.</summary>
    public RunResult Finish(RunStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        var books = new RunBooks(_run);
        var ending = new RunEnding
        {
            EndAtMs = Math.Max(0, _run.NowMs),
            IsPartial = !IsOver,
            StateHash = StateHash(),
            BuyersGaveUp = _run.Disappointed.Count,
            Events = _events,
            Wall = stamp.Wall,
            PeakRssBytes = stamp.PeakRssBytes,
            Machine = stamp.Machine,
            Checks = [.. Audit().Checks.Select(check => new RunCheck(check.Name, check.Passed,
                check.Detail))],
            Escrow = books.Escrow(),
            Accounts = books.Accounts(),
            HotListings = books.HotListings(),
            CouponStores = _run.World.Coupons?.Opening.Count() ?? 0,
            CouponStoresOut = _run.Coupons.Gone().Count,
        };
        return RunResult.Of(_run.Recorder, RunManifest.Of(_run.World, stamp), ending);
    }

    /// <summary>Recomputes every invariant of the market from scratch.</summary>
    public AuditReport Audit() => _run.Market.Audit();

    /// <summary>A hash of the market's whole state.</summary>
    public string StateHash() => _run.Market.StateHash();

    /// <summary>A second run with the same past; both go on by themselves.</summary>
    public Simulation Fork() => Resume(Saved(), Scenario, _run.World);

    /// <summary>
    /// A second run with the same past that goes on as another scenario says, from the next millisecond on.
    /// </summary>
    /// <remarks>
    /// To be asked after <see cref="RunUntil"/>. Where the two differ only in their course, it ends as a run
    /// of the other from the beginning would.
    /// </remarks>
    /// <param name="arm">The other scenario, on the same seed.</param>
    /// <exception cref="ArgumentException">It differs in what was decided before.</exception>
    public Simulation ForkInto(Scenario arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        return ForkInto(World.Of(arm, _run.World.Calibrated));
    }

    /// <inheritdoc cref="ForkInto(Scenario)"/>
    internal Simulation ForkInto(World arm) => LoadAs(Saved(), Scenario, arm);

    private StateReader Saved()
    {
        var stream = new MemoryStream();
        Save(new StateWriter(stream));
        stream.Position = 0;
        return new StateReader(stream);
    }

    private static Simulation Resume(StateReader reader, Scenario past, World world)
    {
        reader.ReadMark("simu");
        if (reader.ReadText() != past.Hash)
        {
            throw new InvalidDataException("The saved run is of another scenario.");
        }

        var events = reader.Read<long>();
        var agenda = Agenda.Load(reader);
        var market = Engine.Market.Load(reader, Course.Inert(world.Policy));
        var simulation = new Simulation(NewRun(world, agenda, market)) { _events = events };
        simulation.Recorder.Load(reader);
        simulation._cast.Load(reader);
        return simulation;
    }

    private static Run NewRun(World world, Agenda agenda, Market market)
    {
        var days = TimeSpan.FromDays(DaysAfterMax);
        var recorder = new RunRecorder(
            RunLabels.Of(world.Scenario), world.Scenario.OpensAtMs, (long)days.TotalMilliseconds,
            world.Assortment.Listings.Length);
        return new Run(world, market, agenda, recorder);
    }

    private double ShareDone()
    {
        const double eventsPerOrder = 12; // about
        var orders = _run.World.Demand.OrdinaryOrders + _run.World.Demand.PresaleOrders;
        return IsOver ? 1 : Math.Min(0.99, _events / (eventsPerOrder * orders));
    }

    // What falls due in the market and what is planned happen in one order.
    private bool TryStep(long untilMs)
    {
        var due = _run.Market.View.NextDeadlineMs;
        if (due == long.MaxValue && _run.Agenda.Count == 0)
        {
            return false;
        }

        var dueMs = due == long.MaxValue ? long.MaxValue : due - _run.MidnightUnixMs;
        var limit = Math.Min(untilMs, dueMs);
        if (_run.Agenda.TryNext(Math.Max(limit, _run.NowMs), out var next))
        {
            _events++;
            _run.Market.AdvanceTo(_run.Now);
            _cast.Happen(next);
            return true;
        }

        if (dueMs > limit)
        {
            return false;
        }

        _events++;
        _run.Market.AdvanceTo(_run.Now);
        return true;
    }
}
