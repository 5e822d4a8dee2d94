using System.Runtime.InteropServices;
using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>A study from its file to its folder: plan, runs that are missing, findings.</summary>
internal sealed class StudySession
{
    private static readonly TimeSpan ReadUsual = TimeSpan.FromSeconds(2);

    private readonly StudyOptions _options;
    private readonly Terminal _terminal;
    private StudyPlan _plan;
    private readonly RunCache _cache;
    private readonly StudyCache _kept;
    private readonly IReadOnlyList<StudyMeasure> _measures;
    private readonly Dictionary<string, (RunOutcome Outcome, IReadOnlyList<double?> Values)> _known = [];
    private readonly StudyProgressView _view;
    private int _cached;
    private double _runSeconds;
    private long _peakBytes;
    private int _pasts;
    private double _sparedSeconds;

    private StudySession(
        StudyPlan plan, IReadOnlyList<StudyMeasure> measures, StudyOptions options, Terminal terminal)
    {
        (_plan, _measures, _options, _terminal) = (plan, measures, options, terminal);
        _cache = new RunCache(options.Cache);
        _kept = new StudyCache(_cache, plan.Study, measures);
        _view = new StudyProgressView(terminal, options.Quiet);
    }

    /// <summary>Runs a study, or goes on with it.</summary>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static ExitCode Run(StudyOptions options, Terminal terminal, CancellationToken stop)
    {
        var began = terminal.Clock.GetTimestamp();
        if (StudyChoice.Read(options, terminal) is not ({ } plan, { } measures))
        {
            return ExitCode.BadInput;
        }

        var session = new StudySession(plan, measures, options, terminal);
        return options.IsDryRun ? session.Plan(terminal.Clock.GetElapsedTime(began), stop)
            : session.Run(stop);
    }

    /// <summary>Runs a study that was read already.</summary>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static ExitCode Run(
        ScenarioReading<Study> read, StudyOptions options, Terminal terminal,
        CancellationToken stop) => StudyChoice.Check(read, terminal) is ({ } plan, { } measures)
            ? new StudySession(plan, measures, options, terminal).Run(stop) : ExitCode.BadInput;

    /// <summary>Writes the folder of a study again, from the runs that are kept.</summary>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static ExitCode Rewrite(StudyFolder folder, string cache, Terminal terminal)
    {
        var options = new StudyOptions { Study = folder.StudyPath, Cache = cache };
        if (StudyChoice.Read(options, terminal) is not ({ } plan, { } measures))
        {
            return ExitCode.BadInput;
        }

        var session = new StudySession(plan, measures, options, terminal);
        do
        {
            session.LookUp(isFresh: false);
        }
        while (session.GoesOn());

        var runs = session.Runs();
        if (runs.All.Count == 0)
        {
            throw new IOException($"no run of {folder.Path} is kept for this version of the program");
        }

        var result = folder.Write(runs, StudyCurves.Of(runs, session._cache), execution: null);
        StudyView.Show(result, execution: null, folder, options, terminal);
        return result.Passed ? ExitCode.Done : ExitCode.Failed;
    }

    private ExitCode Plan(TimeSpan read, CancellationToken stop)
    {
        LookUp(isFresh: false);
        var missing = Missing();
        var first = _plan.Orders[0];
        if (missing.Contains(first))
        {
            Carry([first], new InProcessEngine(Runner()), stop);
        }

        _view.End();
        new StudyPlanView(Runs(), _terminal).Show(
            _known.GetValueOrDefault(first.Key).Outcome, _plan.Wanted.Count,
            Missing().Count, _options.Jobs);
        if (read > ReadUsual)
        {
            _terminal.Out.WriteLine(FormattableString.Invariant(
                $"read and checked, with a screen if it has one, in {read.TotalSeconds:0} s each time"));
        }

        return ExitCode.Done;
    }

    private ExitCode Run(CancellationToken stop)
    {
        var began = _terminal.Clock.GetTimestamp();
        var folder = new StudyFolder(_options.Out ?? Path.Combine(StudyFolder.Parent, _plan.Study.Name));
        using var taken = RunLock.Take(folder.Path);
        _cached = LookUp(_options.IsFresh);
        using var limit = new CancellationTokenSource(
            _plan.Study.Budget.WallMax ?? Timeout.InfiniteTimeSpan, _terminal.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        var engine = EngineOf();
        using var held = engine as IDisposable;
        Carry(Missing(), engine, either.Token);
        while (!either.IsCancellationRequested && GoesOn())
        {
            _cached += LookUp(_options.IsFresh);
            Carry(Missing(), engine, either.Token);
        }

        _view.End();
        Close(engine, either.Token);
        var runs = Runs();
        var execution = new StudyExecution
        {
            Commit = BuildCommit.Id,
            Machine = $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, "
                + $"{RuntimeInformation.ProcessArchitecture}, .NET {Environment.Version}",
            Workers = engine.Workers,
            WallSeconds = Math.Round(_terminal.Clock.GetElapsedTime(began).TotalSeconds, 1),
            Cached = _cached,
            Run = _known.Count - _cached,
            Discarded = _cache.Discarded,
            RunSeconds = Math.Round(_runSeconds, 1),
            PeakBytes = _peakBytes,
            Fork = _plan.Study.Fork is null ? null
                : new ForkExecution(_pasts, Math.Round(_sparedSeconds, 1)),
        };
        var result = folder.Write(runs, StudyCurves.Of(runs, _cache), execution);
        StudyView.Show(result, execution, folder, _options, _terminal);
        return result.Passed && runs.All.Count > 0 ? ExitCode.Done : ExitCode.Failed;
    }

    // A round is over: whether the study asks for more runs, which are planned now.
    private bool GoesOn()
    {
        if (Missing().Count > 0)
        {
            return false;
        }

        var (before, next) = (_plan.Orders.Count, _plan.After(Runs()));
        foreach (var problem in next.Problems)
        {
            _terminal.Error.WriteLine($"flashsale study: {problem}");
        }

        _plan = next.Value ?? throw new InvalidDataException(
            "the study asks for a point that is no scenario; what was run is kept");
        return _plan.Orders.Count > before;
    }

    private IRunEngine EngineOf()
    {
        TimeSpan? within = _options.RunWithin is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        if (_options.Cluster.Count > 0)
        {
            return new ClusterEngine(_options.Cluster, _plan.Study, within, _cache, _terminal.Clock);
        }

        return _options.Jobs == 1 ? new InProcessEngine(Runner())
            : new WorkerProcesses(_cache.Folder, _known.Values.Aggregate(
                WorkerLimits.Before(_options.Jobs, within), (limits, run) => limits.After(run.Outcome)),
                _terminal.Clock);
    }

    private void Carry(IReadOnlyList<RunOrder> orders, IRunEngine engine, CancellationToken stop)
    {
        async Task All()
        {
            await foreach (var outcome in engine.Run(orders, stop))
            {
                _known[outcome.Key] = _kept.Take(outcome);
                _runSeconds += outcome.WallSeconds;
                _peakBytes = Math.Max(_peakBytes, outcome.PeakBytes);
                _pasts += outcome.HasMadePast ? 1 : 0;
                _sparedSeconds += outcome.SparedSeconds;
                _view.Show(Runs, _cached);
            }
        }

        All().GetAwaiter().GetResult();
    }

    // A study that was cut off stays on the cluster, and the same command goes on with it.
    private static void Close(IRunEngine engine, CancellationToken stop)
    {
        if (engine is ClusterEngine cluster && !stop.IsCancellationRequested)
        {
            cluster.Close(stop).GetAwaiter().GetResult();
        }
    }

    private OrderRunner Runner() => new(_cache, BuildCommit.Id, _terminal.Clock);

    private IReadOnlyList<RunOrder> Missing() =>
        [.. _plan.Wanted.Where(order => !_known.ContainsKey(order.Key))];

    // How many of the runs are there already.
    private int LookUp(bool isFresh)
    {
        var missing = Missing();
        if (isFresh)
        {
            foreach (var order in missing)
            {
                _cache.Discard(order.Key);
            }

            return 0;
        }

        var found = missing.AsParallel().Select(order => _kept.Find(order.Key))
            .OfType<(RunOutcome Outcome, IReadOnlyList<double?> Values)>().ToList();
        found.ForEach(one => _known[one.Outcome.Key] = one);
        return found.Count;
    }

    private StudyRuns Runs() => RunsOf(_plan);

    private StudyRuns RunsOf(StudyPlan plan) => new(plan, _measures,
    [
        .. plan.Orders.Where(order => _known.ContainsKey(order.Key)).Select(order =>
            new MeasuredRun(order, _known[order.Key].Outcome, _known[order.Key].Values)),
    ],
    [
        .. plan.Wholes.Where(order => _known.ContainsKey(order.Key))
            .Select(order => _known[order.Key].Outcome),
    ])
    {
        ScaleCheck = plan.ScaleCheck is { } check ? RunsOf(check) : null,
    };
}
