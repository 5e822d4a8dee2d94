using System.Globalization;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// One simulation from its first event to its result, with progress, a limit of days and a clean stop.
/// </summary>
internal sealed class FestivalRun : IDisposable
{
    private const int EventsPerLook = 20_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Scenario _scenario;
    private readonly SimulateOptions _options;
    private readonly Terminal _terminal;
    private readonly long _startedAt;
    private Simulation? _simulation;
    private WatchedRun? _watched;
    private ServedApi? _server;

    public FestivalRun(Scenario scenario, SimulateOptions options, Terminal terminal)
    {
        (_scenario, _options, _terminal) = (scenario, options, terminal);
        _startedAt = terminal.Clock.GetTimestamp();
    }

    /// <summary>
    /// Runs until nothing is left to happen, the last day is over, or somebody asks to stop.
    /// </summary>
    public RunResult Run(CancellationToken stop)
    {
        using var journal = _options.Journal is { } folder ? CommandRecorder.Begin(folder) : null;
        _simulation = Simulation.Create(_scenario, journal?.Log);
        if (_options.Watch)
        {
            _watched = new WatchedRun(
                new PlayedFestival(_simulation), _options.Speed, -_options.BeforeMidnight, _terminal.Clock);
            _server = WatchServer.Start(_watched, _scenario, _options, _terminal.Clock)
                .GetAwaiter().GetResult();
            _terminal.Error.WriteLine($"Watch it on {_server.Urls[0]}");
        }

        var view = new ProgressView(_terminal, _options.Quiet);
        var end = _options.Days is { } days ? TimeSpan.FromDays(days) : TimeSpan.MaxValue;
        while (!stop.IsCancellationRequested && _simulation.Progress.At < end && Step(stop))
        {
            Show(view);
        }

        view.End();
        if (!_options.Quiet)
        {
            _terminal.Error.WriteLine(_simulation.IsOver
                ? "The last parcel is settled; auditing and writing the report …"
                : "Stopped before the end; auditing what there is and writing a partial report …");
        }

        journal?.Finish();
        return _simulation.Finish(Stamp());
    }

    /// <summary>Writes all files of the run.</summary>
    public void Write(RunResult result, RunFolder folder, RunSeal seal)
    {
        Invariant.Holds(_simulation is not null, "a run is written after it was run");
        folder.Publish(seal with { CalibratedBy = result.Summary.Calibration?.By }, _scenario, beside =>
        {
            beside.Write(result, _simulation.Labels, _simulation.Tables());
            RunReport.Write(result, beside);
        });
    }

    /// <summary>Lets people look at a watched run until they have seen enough.</summary>
    public void StayOpen(CancellationToken stop)
    {
        if (_watched is null || stop.IsCancellationRequested)
        {
            return;
        }

        _terminal.Error.WriteLine($"It is over; look at it on {_server!.Urls[0]} until Ctrl-C.");
        do
        {
            _watched.Stand();
        }
        while (!stop.WaitHandle.WaitOne(LookEvery));
    }

    /// <summary>Closes the dashboard, if there is one.</summary>
    public void Dispose() => _server?.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>The command line that repeats a run.</summary>
    internal static string CommandOf(Scenario scenario, SimulateOptions options)
    {
        var which =
            options.Facts is { } facts ? $"--facts {facts}" : options.Scenario ?? SimulateVerb.ScenarioUsual;
        var days = options.Days is { } number ? $" --days {number}" : "";
        var set = string.Concat(options.Set.Select(setting => $" --set '{setting}'"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{HowStarted.Command} simulate {which} --seed {scenario.Seed} --scale {scenario.Scale}"
                + $"{set}{days}");
    }

    private bool Step(CancellationToken stop) =>
        _watched is { } watched ? watched.Step(stop) : _simulation!.Step(EventsPerLook);

    private void Show(ProgressView view)
    {
        if (!view.IsDue)
        {
            return;
        }

        var at = _simulation!.Progress;
        view.Show(RunProgress.Of(_scenario, at));
    }

    private RunStamp Stamp() => RunSeals.StampOf(
        CommandOf(_scenario, _options), _terminal.Clock.GetElapsedTime(_startedAt));
}
