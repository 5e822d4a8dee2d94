using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Months of days on a real market, in virtual time (rule SEA-1, MODELS M0).</summary>
/// <remarks>
/// The same scenario gives the same events, state and results, on every machine. A season can be stopped,
/// saved, loaded and forked; arms are forked between two days and differ in policy only. Each day begins with
/// its parts in their order: who opens and closes, who orders stock, who comes. Not for several threads at
/// once.
/// </remarks>
public sealed class Season
{
    private readonly SeasonRun _run;
    private int _nextDay;
    private long _events;

    private Season(SeasonRun run)
    {
        _run = run;
        Parts = new SeasonParts(run);
        run.Market.Observer = Parts.Care;
    }

    /// <summary>What the season is made from.</summary>
    public SeasonScenario Scenario => _run.World.Scenario;

    /// <summary>Its models, as far as they are on.</summary>
    internal SeasonParts Parts { get; }

    /// <summary>Its world, market and stores.</summary>
    internal SeasonRun Stage => _run;

    /// <summary>The market, to look at.</summary>
    public MarketView Market => _run.Market.View;

    /// <summary>Whether the last day is over.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The day that is under way, from 0; that of the end when it is over.</summary>
    public int Day => Math.Max(0, _nextDay - 1);

    /// <summary>Events that have happened.</summary>
    public long Events => _events;

    /// <summary>How far the season is.</summary>
    public Progress Progress => _run.ProgressAfter(_events, IsOver);

    /// <summary>A season that stands before its first day, with the stores of its start.</summary>
    public static Season Create(SeasonScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var world = new SeasonWorld(scenario);
        var market = new Market(SeasonPolicies.BeforeStart(scenario));
        var season = new Season(new SeasonRun(world, market, new Agenda()));
        season._run.MoveTo(0);
        season.Parts.Turnover.OpenTheFirst();
        SeasonPolicies.Start(season._run);
        return season;
    }

    /// <summary>Lets up to so many events happen; false if the season is over.</summary>
    public bool Step(int eventsMax)
    {
        StepTo(long.MaxValue, eventsMax);
        return !IsOver;
    }

    /// <summary>
    /// Lets up to so many events happen until a moment counted from the first midnight, this included; false
    /// if none is left until then.
    /// </summary>
    public bool StepUntil(TimeSpan moment, int eventsMax) =>
        StepTo((long)moment.TotalMilliseconds, eventsMax);

    /// <summary>Lets everything happen before a day begins, and nothing of the day itself.</summary>
    public void RunUntil(int day)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, _run.World.Calendar.Days);
        StepTo((day * SeasonDay.Ms) - 1, int.MaxValue);
    }

    /// <summary>Lets everything happen.</summary>
    public void RunToEnd()
    {
        while (StepTo(long.MaxValue, int.MaxValue))
        {
        }
    }

    /// <summary>Has somebody else told what happens in the market; who can change nothing.</summary>
    public void Watch(IMarketObserver watcher)
    {
        ArgumentNullException.ThrowIfNull(watcher);
        _run.Market.Observer = new WatchedObserver(Parts.Care, watcher);
    }

    /// <summary>How it stands, for whoever watches.</summary>
    public SeasonStanding Look() => SeasonStanding.Of(_run);

    /// <summary>Recomputes every invariant of the market from scratch.</summary>
    public AuditReport Audit() => _run.Market.Audit();

    /// <summary>A hash of the market's whole state.</summary>
    public string StateHash() => _run.Market.StateHash();

    /// <summary>Audits the market and makes the result of the season, whether it is over or not.</summary>
    public SeasonResult Finish(RunStamp stamp) => SeasonResult.Of(_run, stamp, this);

    /// <summary>Writes season.sqlite.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WriteDatabase(string path, SeasonResult result) =>
        SeasonDatabase.Write(path, _run, Parts, result);

    /// <summary>Writes the season between two events; <see cref="Load"/> needs the scenario too.</summary>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteMark("seas");
        writer.WriteText(Scenario.Hash);
        writer.Write(_events);
        writer.Write(_nextDay);
        writer.Write(_run.NowMs);
        writer.Write(IsOver);
        _run.Save(writer);
        foreach (var part in Parts.All)
        {
            part.Save(writer);
        }
    }

    /// <summary>A season that goes on where <see cref="Save"/> was called.</summary>
    /// <exception cref="InvalidDataException">The bytes are no saved season of this scenario.</exception>
    public static Season Load(StateReader reader, SeasonScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(scenario);
        return LoadAs(reader, scenario, scenario);
    }

    /// <summary>A second season with the same past; both go on by themselves.</summary>
    public Season Fork() => LoadAs(Saved(), Scenario, Scenario);

    /// <summary>
    /// A second season with the same past that goes on under the policies of another scenario.
    /// </summary>
    /// <remarks>
    /// To be asked after <see cref="RunUntil"/>: it ends as a season of the other from the beginning would.
    /// </remarks>
    /// <exception cref="ArgumentException">The two differ in more than policies from now on.</exception>
    public Season ForkInto(SeasonScenario arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        return LoadAs(Saved(), Scenario, arm);
    }

    private StateReader Saved()
    {
        var stream = new MemoryStream();
        Save(new StateWriter(stream));
        stream.Position = 0;
        return new StateReader(stream);
    }

    /// <summary>A season of an arm that goes on where one of its past was saved between two days.</summary>
    /// <exception cref="InvalidDataException">The bytes are no saved season of the past.</exception>
    /// <exception cref="ArgumentException">The two differ in more than policies from then on.</exception>
    internal static Season LoadAs(StateReader reader, SeasonScenario past, SeasonScenario arm)
    {
        reader.ReadMark("seas");
        if (reader.ReadText() != past.Hash)
        {
            throw new InvalidDataException("The saved season is of another scenario.");
        }

        var (events, nextDay, nowMs, isOver) =
            (reader.Read<long>(), reader.Read<int>(), reader.Read<long>(), reader.Read<bool>());
        if (!ReferenceEquals(past, arm) && SeasonPolicies.ObstacleOf(past, arm, nextDay) is { } obstacle)
        {
            throw new ArgumentException($"{arm.Name} {obstacle}", nameof(arm));
        }

        var run = SeasonRun.Load(reader, past, arm, nowMs);
        var season = new Season(run) { _events = events, _nextDay = nextDay, IsOver = isOver };
        foreach (var part in season.Parts.All)
        {
            part.Load(reader);
        }

        return season;
    }

    private bool StepTo(long untilMs, int eventsMax)
    {
        for (var left = eventsMax; left > 0; left--)
        {
            if (!TryStep(untilMs))
            {
                return false;
            }
        }

        return true;
    }

    // The next event until a time, or the beginning of a day, or the end of the last one; false if none is.
    private bool TryStep(long untilMs)
    {
        var nextMs = _nextDay * SeasonDay.Ms;
        if (!IsOver && TryHappen(Math.Min(nextMs - 1, untilMs)))
        {
            return true;
        }

        if (IsOver || nextMs > untilMs)
        {
            return false;
        }

        if (_nextDay < _run.World.Calendar.Days)
        {
            Begin(_run.World.Calendar[_nextDay++]);
            return true;
        }

        _run.MoveTo(nextMs);
        _run.Recorder.EndDay(_run);
        _run.Recorder.EndWeek(_run.Stores, _run.World.Calendar[_nextDay - 1]);
        IsOver = true;
        return true;
    }

    private void Begin(in SeasonDay day)
    {
        _events++;
        _run.MoveTo(day.StartsMs);
        if (day.Number > 0)
        {
            _run.Recorder.EndDay(_run);
        }

        foreach (var part in Parts.All)
        {
            part.Begin(day);
        }

        if (day.BeginsWeek && day.Number > 0)
        {
            _run.Recorder.EndWeek(_run.Stores, _run.World.Calendar[day.Number - 1]);
        }
    }

    private bool TryHappen(long untilMs)
    {
        if (!_run.TryGoOn(untilMs, out var planned))
        {
            return false;
        }

        _events++;
        if (planned is { } next)
        {
            Parts.Happen(next);
        }

        return true;
    }
}
