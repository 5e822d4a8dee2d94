using System.Globalization;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>One load test: the market filled, loaded, audited, judged.</summary>
internal sealed class LoadSession(
    LoadOptions options, Scenario scenario, ILoadMarket market, Injector inject, TimeProvider clock)
{
    /// <summary>Runs it and writes the reports.</summary>
    public async Task<DriveResult> Run(CancellationToken stop)
    {
        var plan = PlannedLoad.Of(
            scenario.Load, PlannedLoad.CurveOf(scenario, options.Peak, options.Seconds), options.WarmUp);
        var listings = await market.Fill(scenario, plan.Curve.Total, stop);
        var work = plan.Work(scenario, listings, clock.GetUtcNow());
        var orders = new OrderBook(work.Seed, work.Listings, work.Buyers);
        var visits = options.Scenario.Visits(market, orders, work.Seed);
        var injection = inject(options, work, visits);
        var chaos = new ChaosTimeline(Trouble(plan), TimeSpan.FromSeconds(plan.WarmUpSeconds));
        using var meter = new ProcessMeter(plan);
        var (began, cpu) = (clock.GetTimestamp(), ProcessMeter.CpuTime());
        var audit = await injection.Run(
            elapsed =>
            {
                chaos.Advance(elapsed);
                meter.Look(elapsed);
            },
            async () => await market.Audit(), stop);
        var cores = (ProcessMeter.CpuTime() - cpu) / clock.GetElapsedTime(began);
        var result = await Result(plan, injection, chaos, cores, audit, stop.IsCancellationRequested);
        new DriveFolder(options.Out).Write(result);
        WriteMeasurement(result.Summary.All, meter.Used);
        return result;
    }

    // A third of the load has passed by then, its peak is reached.
    private IReadOnlyList<ChaosStep> Trouble(PlannedLoad plan) => options.Kill is { } process
        ? [new ChaosStep(
            TimeSpan.FromSeconds(plan.Curve.Seconds / 3), ChaosKind.Kill,
            process.ToString(CultureInfo.InvariantCulture))]
        : [];

    private void WriteMeasurement(PhaseFigures all, Used used)
    {
        if (options.Measurements is not { } file || all.Done == 0)
        {
            return;
        }

        var steady = new LoadMeasurement
        {
            Kind = LoadKind.Steady,
            Silos = 1,
            Seconds = all.UntilSecond - all.FromSecond,
            Orders = all.Done,
            SiloCpuSeconds = used.Cpu.TotalSeconds,
            RowsWritten = used.Rows > 0 ? used.Rows : null,
            LatencyMsP99 = all.LatencyMs.P99,
        };
        File.WriteAllText(
            file, LoadResults.OfThisMachine(options.Storage == Storage.Postgres, [steady]).ToJson());
    }

    private async Task<DriveResult> Result(
        PlannedLoad plan, IInjection injection, ChaosTimeline chaos, double cores, MarketAudit? audit,
        bool isPartial)
    {
        var way = injection.Name.Length == 0 ? market.Way : $"{injection.Name}-{market.Way}";
        var result = DriveResult.Of(scenario, plan, injection.Tally, way, options.Scenario.Name);
        return result with
        {
            Summary = result.Summary with
            {
                DriverCores = Math.Round(cores, 2),
                Command = options.CommandLine,
                IsPartial = isPartial,
                Chaos = await chaos.Outcomes(result.Timeline),
                Audit = audit,
            },
        };
    }
}
