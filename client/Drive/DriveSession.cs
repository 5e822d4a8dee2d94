using System.Diagnostics;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>One load test: the market made ready, loaded, audited.</summary>
internal sealed class DriveSession : IDisposable
{
    private const int BuyersMax = 16_000_000; // what a host allows, less those who live there
    private const int BuyersMin = 1_000;
    private static readonly DateTimeOffset FirstMoment = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

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

    /// <summary>Runs a planned load, with its trouble, and audits.</summary>
    public async Task<DriveResult> Run(DrivePlan plan, IReadOnlyList<ChaosStep> chaos)
    {
        _view.Says("making the market ready …");
        var listings = await new MarketSetup(_desk, _scenario).Prepare(plan.Curve.Total, _stop);
        var work = WorkOf(plan, listings, FirstCheckout());
        var timeline = new ChaosTimeline(chaos, TimeSpan.FromSeconds(plan.WarmUpSeconds), _desk);
        var began = (Cpu: CpuTime(), At: _terminal.Clock.GetTimestamp());
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        var (tally, childCpu) = _options.Processes > 1
            ? await new DriverProcesses(_terminal, _view).Run(OrderOf(work), _options.Processes, timeline)
            : (await RunHere(work, plan, timeline, abort), TimeSpan.Zero);
        var wall = _terminal.Clock.GetElapsedTime(began.At);
        var cores = (CpuTime() - began.Cpu + childCpu) / wall;
        return await Result(plan, tally, timeline, cores, abort.IsCancellationRequested);
    }

    /// <summary>Tries one constant rate, for a search.</summary>
    public async Task<PeakTry> Try(double rate, int seconds, int warmUp, LoadGates gates)
    {
        var curve = ArrivalCurve.Constant(rate, seconds);
        var plan = new DrivePlan(
            curve, warmUp, [new PhaseSpan("load", 0, seconds)], new Dictionary<string, LoadGates>(), "");
        var listings = await new MarketSetup(_desk, _scenario).Prepare(curve.Total, _stop);
        var work = WorkOf(plan, listings, FirstCheckout());
        await using var target = await Ways.Open(_options.Way, Api, Connections, _terminal.Clock, _stop);
        var run = new LoadRun(work, target, _terminal.Clock);
        await run.Run(elapsed => _view.Show(run, elapsed), _stop);
        var figures = PhaseFigures.OfAll(run.Tally).Figures;
        var holds = DriveSummary.VerdictOf(figures) == LoadVerdict.Sound
            && GateChecks.Of(gates, figures).All(gate => gate.Passed);
        return new PeakTry(rate, holds, figures);
    }

    public void Dispose() => _desk.Dispose();

    private static TimeSpan CpuTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private async Task<LoadTally> RunHere(
        LoadWork work, DrivePlan plan, ChaosTimeline chaos, CancellationTokenSource abort)
    {
        await using var target = await Ways.Open(_options.Way, Api, Connections, _terminal.Clock, _stop);
        var run = new LoadRun(work, target, _terminal.Clock);
        var early = _options.AbortEarly ? new EarlyEnd(run.Tally, plan.Gates, abort) : null;
        await run.Run(
            elapsed =>
            {
                chaos.Advance(elapsed);
                early?.Look(elapsed);
                _view.Show(run, elapsed);
            },
            abort.Token);
        return run.Tally;
    }

    private LoadWork WorkOf(DrivePlan plan, IReadOnlyList<WantedListing> listings, int firstCheckout)
    {
        var (curve, phases) = LoadWork.WithWarmUp(plan.Curve, plan.WarmUpSeconds, plan.Phases);
        var first = OpeningMarket.Of(_scenario).BuyerCount;
        var usual = Math.Ceiling(curve.Total / _scenario.Population.OrdersPerBuyer);
        return new LoadWork
        {
            Curve = curve,
            Phases = phases,
            Listings = listings,
            Buyers = new Buyers(
                first, _options.Buyers ?? (
                    int)Math.Clamp(usual, BuyersMin, BuyersMax - first), firstCheckout),
            Seed = _scenario.Seed,
            Spacing = _options.Spacing,
            Mix = _options.Mix,
            Limits =
                new OpenLoopLimits { InFlightMax = _options.InFlight ?? new OpenLoopLimits().InFlightMax },
        };
    }

    private PartOrder OrderOf(LoadWork work) =>
        new(work, Api.Url, _options.Way, Connections, DateTimeOffset.UnixEpoch, "");

    // Numbers of checkouts that no test before has used on this market: they follow the clock.
    private int FirstCheckout()
    {
        const int checkoutsPerRun = 64;
        var second = (long)(_terminal.Clock.GetUtcNow() - FirstMoment).TotalSeconds;
        return (int)(second % (CheckoutId.NumberMax / checkoutsPerRun)) * checkoutsPerRun;
    }

    private async Task<DriveResult> Result(
        DrivePlan plan, LoadTally tally, ChaosTimeline chaos, double cores, bool isPartial)
    {
        _view.Says("auditing the market …");
        var timeline = SecondRow.Of(tally);
        var (all, sum) = PhaseFigures.OfAll(tally);
        var phases = tally.Spans.Zip(tally.Phases, PhaseFigures.Of).ToList();
        var summary = new DriveSummary
        {
            Scenario = _scenario.Name,
            ScenarioHash = _scenario.Hash,
            Seed = _scenario.Seed,
            Way = LoadWords.Of(_options.Way),
            Mix = LoadWords.Of(_options.Mix),
            Curve = plan.Words,
            PeakPlanned = plan.Curve.Peak,
            PeakDone = timeline.Where(row => row.Second >= plan.WarmUpSeconds).Max(row => row.Done),
            Processes = _options.Processes,
            DriverCores = Math.Round(cores, 2),
            Commit = BuildCommit.Id,
            Machine = DriveStamp.Machine,
            Command = DriveStamp.CommandOf(_options),
            IsPartial = isPartial,
            Verdict = DriveSummary.VerdictOf(all),
            All = all,
            Phases = phases,
            Gates = [.. phases.Append(all)
                .Where(phase => plan.Gates.ContainsKey(phase.Name))
                .SelectMany(phase => GateChecks.Of(plan.Gates[phase.Name], phase))],
            Chaos = await chaos.Outcomes(timeline),
            Audit = await _desk.AuditAfterwards(CancellationToken.None),
            Latencies = DriveLatencies.Of(sum.Latency),
        };
        return new DriveResult(summary, timeline);
    }
}
