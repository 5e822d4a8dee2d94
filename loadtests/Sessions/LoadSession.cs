using System.Diagnostics;
using FlashSale.Driver;
using FlashSale.Simulator;
using NBomber.Contracts.Stats;
using NBomber.CSharp;
using Scenario = FlashSale.Simulator.Scenario;

namespace FlashSale.LoadTests;

/// <summary>One load test: the market filled, loaded by NBomber, audited, judged.</summary>
internal sealed class LoadSession(
    LoadOptions options, Scenario scenario, ILoadMarket market, TimeProvider clock)
{
    private const int BuyersMin = 1_000;
    private const int BuyersMax = 16_000_000;
    private const int CheckoutsPerRun = 64;

    private static readonly DateTimeOffset FirstMoment = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Runs it and writes the reports.</summary>
    public async Task<DriveResult> Run(CancellationToken stop)
    {
        var plan = PlannedLoad.Of(scenario, options);
        var listings = await market.Fill(scenario, plan.Curve.Total, stop);
        var work = WorkOf(plan, listings);
        var orders = new OrderBook(work.Seed, work.Listings, work.Buyers);
        var load = new InjectedLoad(work, options.Scenario.Visits(market, orders, work.Seed), clock);
        using var audit = new AuditPlugin(market, load.Tally);
        var (began, cpu) = (clock.GetTimestamp(), CpuTime());
        var killed = options.Kill is { } process ? Kill(process, load, plan) : null;
        Inject(load, audit);
        var cores = (CpuTime() - cpu) / clock.GetElapsedTime(began);
        var result = Result(plan, load.Tally, audit.Audit ?? await market.Audit(), killed, cores);
        new DriveFolder(options.Out).Write(result);
        WriteMeasurement(result.Summary.All, CpuTime() - cpu);
        return result;
    }

    private void WriteMeasurement(PhaseFigures all, TimeSpan cpu)
    {
        if (options.Measurements is not { } file || all.Done == 0)
        {
            return;
        }

        var seconds = all.UntilSecond - all.FromSecond;
        var steady = new LoadMeasurement
        {
            Kind = LoadKind.Steady,
            Silos = 1,
            Seconds = seconds,
            Orders = all.Done,
            SiloCpuSeconds = cpu.TotalSeconds,
            LatencyMsP99 = all.LatencyMs.P99,
        };
        File.WriteAllText(
            file, LoadResults.OfThisMachine(options.Storage == Storage.Postgres, [steady]).ToJson());
    }

    private static TimeSpan CpuTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private void Inject(InjectedLoad load, AuditPlugin audit) => NBomberRunner
        .RegisterScenarios(load.Scenario(scenario.Name))
        .WithTestSuite("flashsale")
        .WithTestName(scenario.Name)
        .WithReportFolder(Path.Combine(options.Out, "nbomber")) // NBomber empties its folder first.
        .WithReportFileName("report")
        .WithReportFormats(ReportFormat.Html, ReportFormat.Md, ReportFormat.Txt, ReportFormat.Csv)
        .WithWorkerPlugins(audit)
        .Run();

    private LoadWork WorkOf(PlannedLoad plan, IReadOnlyList<WantedListing> listings)
    {
        var first = OpeningMarket.Of(scenario).BuyerCount;
        var usual = Math.Ceiling(plan.Curve.Total / scenario.Population.OrdersPerBuyer);
        var second = (long)(clock.GetUtcNow() - FirstMoment).TotalSeconds;
        return new LoadWork
        {
            Curve = plan.Curve,
            Phases = plan.Phases,
            Listings = listings,

            // Numbers of checkouts that no test before has used on this market: they follow the clock.
            Buyers = new Buyers(
                first, (int)Math.Clamp(usual, BuyersMin, BuyersMax - first),
                (int)(second % (CheckoutId.NumberMax / CheckoutsPerRun)) * CheckoutsPerRun),
            Seed = options.Seed ?? scenario.Seed,
        };
    }

    private static async Task<ChaosOutcome> Kill(int number, InjectedLoad load, PlannedLoad plan)
    {
        var warmUp = plan.Phases.Where(phase => phase.IsWarmUp).Sum(phase => phase.Seconds);
        var second = warmUp + ((plan.Curve.Seconds - warmUp) / 3);
        await load.Until(TimeSpan.FromSeconds(second));
        var outcome = new ChaosOutcome(second, LoadWords.Of(ChaosKind.Kill), $"{number}", null, null);
        try
        {
            using var process = Process.GetProcessById(number);
            process.Kill();
            return outcome;
        }
        catch (ArgumentException fault)
        {
            return outcome with { Problem = fault.Message };
        }
    }

    private DriveResult Result(
        PlannedLoad plan, LoadTally tally, MarketAudit audit, Task<ChaosOutcome>? killed, double cores)
    {
        var timeline = SecondRow.Of(tally);
        var (all, sum) = PhaseFigures.OfAll(tally);
        var phases = tally.Spans.Zip(tally.Phases, PhaseFigures.Of).ToList();
        var summary = new DriveSummary
        {
            Scenario = scenario.Name,
            ScenarioHash = scenario.Hash,
            Seed = options.Seed ?? scenario.Seed,
            Way = $"nbomber-{market.Way}",
            Mix = options.Scenario.Name,
            PeakPlanned = plan.Curve.Peak,
            PeakDone = timeline.Max(row => row.Done),
            DriverCores = Math.Round(cores, 2),
            Machine = FormattableString.Invariant(
                $"{Environment.ProcessorCount} cores, {Environment.OSVersion}"),
            Command = $"loadtests {options.Scenario.Name}",
            Verdict = DriveSummary.VerdictOf(all),
            All = all,
            Phases = phases,
            Gates = plan.Judge(phases.Append(all)),
            Chaos = killed is { IsCompletedSuccessfully: true }
                ? [killed.Result with { RecoverySeconds = Recovery.After(timeline, killed.Result.Second) }]
                : [],
            Audit = audit,
            Latencies = DriveLatencies.Of(sum.Latency),
        };
        return new DriveResult(summary, timeline);
    }
}
