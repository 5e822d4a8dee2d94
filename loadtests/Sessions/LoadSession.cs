using System.Diagnostics;
using System.Globalization;
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
    /// <summary>Runs it and writes the reports.</summary>
    public async Task<DriveResult> Run(CancellationToken stop)
    {
        var plan = PlannedLoad.Of(
            scenario.Load, PlannedLoad.CurveOf(scenario, options.Peak, options.Seconds), options.WarmUp);
        var listings = await market.Fill(scenario, plan.Curve.Total, stop);
        var work = plan.Work(scenario, listings, clock.GetUtcNow());
        var orders = new OrderBook(work.Seed, work.Listings, work.Buyers);
        var load = new InjectedLoad(work, options.Scenario.Visits(market, orders, work.Seed), clock);
        using var audit = new AuditPlugin(market, load.Tally);
        var (began, cpu) = (clock.GetTimestamp(), CpuTime());
        var used = Used(load, plan);
        var kill = options.Kill is { } process ? Kill(process, load, plan) : null;
        Inject(load, audit);
        var cores = (CpuTime() - cpu) / clock.GetElapsedTime(began);
        var result = await Result(plan, load.Tally, audit.Audit ?? await market.Audit(), kill, cores);
        new DriveFolder(options.Out).Write(result);
        WriteMeasurement(result.Summary.All, await used);
        return result;
    }

    // CPU time of this process and rows written while orders counted: without warm-up, drain and audit.
    private static async Task<(TimeSpan Cpu, long Rows)> Used(InjectedLoad load, PlannedLoad plan)
    {
        using var written = new RowsWritten();
        var warmUp = TimeSpan.FromSeconds(plan.WarmUpSeconds);
        await load.Until(warmUp);
        var (cpu, rows) = (CpuTime(), written.Count);
        await load.Until(warmUp + TimeSpan.FromSeconds(plan.Curve.Seconds));
        return (CpuTime() - cpu, written.Count - rows);
    }

    private void WriteMeasurement(PhaseFigures all, (TimeSpan Cpu, long Rows) used)
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
            SiloCpuSeconds = used.Cpu.TotalSeconds,
            RowsWritten = used.Rows > 0 ? used.Rows : null,
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

    // A third of the load has passed by then, its peak is reached.
    private static async Task<ChaosTimeline> Kill(int process, InjectedLoad load, PlannedLoad plan)
    {
        var warmUp = TimeSpan.FromSeconds(plan.WarmUpSeconds);
        var step = new ChaosStep(
            TimeSpan.FromSeconds(plan.Curve.Seconds / 3), ChaosKind.Kill,
            process.ToString(CultureInfo.InvariantCulture));
        var timeline = new ChaosTimeline([step], warmUp);
        await load.Until(warmUp + step.At);
        timeline.Advance(warmUp + step.At);
        return timeline;
    }

    private async Task<DriveResult> Result(
        PlannedLoad plan, LoadTally tally, MarketAudit audit, Task<ChaosTimeline>? kill, double cores)
    {
        var result = DriveResult.Of(scenario, plan, tally, $"nbomber-{market.Way}", options.Scenario.Name);
        var isKilled = kill is { IsCompletedSuccessfully: true };
        return result with
        {
            Summary = result.Summary with
            {
                DriverCores = Math.Round(cores, 2),
                Command = options.CommandLine,
                Chaos = isKilled ? await kill!.Result.Outcomes(result.Timeline) : [],
                Audit = audit,
            },
        };
    }
}
