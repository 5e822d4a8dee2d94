using System.Diagnostics;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>One load test: the market made ready, loaded, audited.</summary>
internal sealed class DriveSession : IDisposable
{
    private readonly Scenario _scenario;
    private readonly DriveOptions _options;
    private readonly Terminal _terminal;
    private readonly DriveView _view;
    private readonly CancellationToken _stop;
    private readonly ApiDesk _desk;

    public DriveSession(
        Scenario scenario, DriveOptions options, Terminal terminal, DriveView view, CancellationToken stop)
    {
        (_scenario, _options, _terminal, _view, _stop) = (scenario, options, terminal, view, stop);
        Api = ApiAddress.Parse(options.Url, Key)!;
        _desk = new ApiDesk(Api);
    }

    /// <summary>The key of the environment: that of operators if there is one, who may audit too.</summary>
    public static string? Key => Environment.GetEnvironmentVariable(ServeKeys.OperatorKeyName)
        ?? Environment.GetEnvironmentVariable(ServeKeys.ApiKeyName);

    public ApiAddress Api { get; }

    private int Connections => _options.Connections ?? Ways.ConnectionsUsual(_options.Way);

    /// <summary>
    /// Runs a planned load, with its trouble, and audits; if it is stopped before it begins, the result says
    /// so.
    /// </summary>
    public async Task<DriveResult> Run(PlannedLoad plan, IReadOnlyList<ChaosStep> chaos)
    {
        var timeline = new ChaosTimeline(chaos, TimeSpan.FromSeconds(plan.WarmUpSeconds), _desk);
        try
        {
            return await Load(plan, timeline);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return await Result(plan, plan.NotBegun(), timeline, 0, use: null);
        }
    }

    /// <summary>Tries one constant rate, for a search.</summary>
    public async Task<PeakTry> Try(double rate, int seconds, int warmUp, LoadGates gates)
    {
        var plan = PlannedLoad.Constant(rate, seconds, warmUp);
        var listings = await new MarketSetup(_desk, _scenario).Prepare(plan.Curve.Total, _stop);
        var work = WorkOf(plan, listings);
        await using var target = await Ways.Open(_options.Way, Api, Connections, _terminal.Clock, _stop);
        using var meter = MeterOf(plan);
        var run = new LoadRun(work, target, _terminal.Clock);
        await run.Run(
            elapsed =>
            {
                meter.Look(elapsed);
                _view.Show(run, elapsed);
            },
            _stop);
        _stop.ThrowIfCancellationRequested(); // a try that was cut short says nothing of its rate
        var figures = PhaseFigures.OfAll(run.Tally).Figures;
        var holds = DriveSummary.VerdictOf(figures, _scenario.Load.DriverLateMsP99Max) == LoadVerdict.Sound
            && GateChecks.Of(gates, figures).All(gate => gate.Passed);
        return new PeakTry(rate, holds, figures) { Use = await meter.Used() };
    }

    public void Dispose() => _desk.Dispose();

    private static TimeSpan CpuTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private async Task<DriveResult> Load(PlannedLoad plan, ChaosTimeline timeline)
    {
        _view.Says("making the market ready …");
        var listings = await new MarketSetup(_desk, _scenario).Prepare(plan.Curve.Total, _stop);
        var work = WorkOf(plan, listings);
        using var meter = MeterOf(plan);
        var began = (Cpu: CpuTime(), At: _terminal.Clock.GetTimestamp());
        var (tally, childCpu) = _options.Processes > 1
            ? await new DriverProcesses(_terminal, _view)
                .Run(OrderOf(work), _options.Processes, Look, _stop)
            : (await RunHere(work, plan, Look), TimeSpan.Zero);
        var wall = _terminal.Clock.GetElapsedTime(began.At);
        return await Result(
            plan, tally, timeline, (CpuTime() - began.Cpu + childCpu) / wall, await meter.Used());

        void Look(TimeSpan elapsed)
        {
            timeline.Advance(elapsed);
            meter.Look(elapsed);
        }
    }

    private MarketMeter MeterOf(PlannedLoad plan) => new(
        _options.Metrics is { } urls
            ? ServedUrls.Split(urls).Select(url => ApiAddress.Parse(url, Key)!)
            : [Api],
        plan);

    private async Task<LoadTally> RunHere(
        LoadWork work, PlannedLoad plan, Action<TimeSpan> look)
    {
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        await using var target = await Ways.Open(_options.Way, Api, Connections, _terminal.Clock, _stop);
        var run = new LoadRun(work, target, _terminal.Clock);
        var early = _options.AbortEarly ? new EarlyEnd(run.Tally, plan.Gates, abort) : null;
        await run.Run(
            elapsed =>
            {
                look(elapsed);
                early?.Look(elapsed);
                _view.Show(run, elapsed);
            },
            abort.Token);
        return run.Tally;
    }

    private LoadWork WorkOf(PlannedLoad plan, IReadOnlyList<WantedListing> listings) =>
        plan.Work(_scenario, listings, _terminal.Clock.GetUtcNow(), _options.Buyers) with
        {
            Spacing = _options.Spacing,
            Mix = _options.Mix,
            Limits =
                new OpenLoopLimits { InFlightMax = _options.InFlight ?? new OpenLoopLimits().InFlightMax },
        };

    private PartOrder OrderOf(LoadWork work) =>
        new(work, Api.Url, _options.Way, Connections, DateTimeOffset.UnixEpoch, "");

    private async Task<DriveResult> Result(
        PlannedLoad plan, LoadTally tally, ChaosTimeline chaos, double cores, MarketUse? use)
    {
        var hasBegun = tally.EndedAt != TimeSpan.Zero;
        if (hasBegun)
        {
            _view.Says("auditing the market …");
        }

        var result = DriveResult.Of(
            _scenario, plan, tally, Words.Of(_options.Way), Words.Of(_options.Mix));
        return result with
        {
            Summary = result.Summary with
            {
                Curve = DriveCurve.WordsOf(plan.Curve, _scenario, _options),
                Processes = _options.Processes,
                DriverCores = Math.Round(cores, 2),
                Use = use,
                Commit = BuildCommit.Id,
                Command = DriveCommand.Of(_options),
                StoppedBy = tally.EndedAt is null ? null
                    : _stop.IsCancellationRequested ? StopCause.User
                    : StopCause.Gate,
                Chaos = await chaos.Outcomes(result.Timeline, _stop),
                Audit = hasBegun ? await _desk.AuditAfterwards(CancellationToken.None) : null,
            },
        };
    }
}
