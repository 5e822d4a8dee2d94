using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>One load test: the market filled, loaded, left to come to rest, audited, judged.</summary>
internal sealed class LoadSession(
    LoadOptions options, Scenario scenario, OpenedMarket opened, LoadTerminal terminal, TimeProvider clock)
{
    private static readonly TimeSpan StreamsWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StreamsWithinOfStopped = TimeSpan.FromSeconds(10);

    private ILoadMarket Market => opened.Market;

    /// <summary>Runs it.</summary>
    /// <param name="inject">Begins the visits.</param>
    /// <param name="chaos">Trouble to make.</param>
    /// <param name="stop">Ends it early: what was done until then is audited and reported.</param>
    public async Task<DriveResult> Run(
        Injector inject, IReadOnlyList<ChaosStep> chaos, CancellationToken stop)
    {
        var plan = PlannedLoad.Of(
            scenario.Load, PlannedLoad.CurveOf(scenario, options.Peak, options.Seconds), options.WarmUp);
        var progress = ProgressOf(plan);
        progress.Says("filling the market …");
        var injection = await Prepare(inject, plan, stop);
        using var desk = opened.Api is { } api ? new ApiDesk(api) : null;
        var trouble = TroubleOf(chaos, plan, desk);
        using var meter = new ProcessMeter(plan, options.OwnStorage);
        var (began, cpu) = (clock.GetTimestamp(), ProcessMeter.CpuTime());
        StreamFigures? streams = null;
        progress.Says($"{plan.Curve.Total:#,0} orders in {plan.Curve.Seconds} s …");
        var audit = await injection.Run(
            elapsed =>
            {
                trouble.Advance(elapsed);
                meter.Look(elapsed);
                progress.Show(injection.Tally, elapsed);
            },
            async () =>
            {
                meter.End();
                progress.Says("waiting for the streams, auditing the market …");
                streams = await Rest(stop);
                return await Audit();
            },
            stop);
        var cores = (ProcessMeter.CpuTime() - cpu) / clock.GetElapsedTime(began);
        var result = await Result(plan, injection, trouble, meter.Used);
        var summary = result.Summary with
        {
            DriverCores = Math.Round(cores, 2),
            Audit = audit,
            Streams = streams,
        };
        return result with { Summary = stop.IsCancellationRequested ? Stopped(summary) : summary };
    }

    private ChaosTimeline TroubleOf(IReadOnlyList<ChaosStep> chaos, PlannedLoad plan, ApiDesk? desk) =>
        new(Steps(chaos, plan), TimeSpan.FromSeconds(plan.WarmUpSeconds), desk, opened.ProcessOf);

    private static DriveSummary Stopped(DriveSummary summary) =>
        summary with { IsPartial = true, StoppedBy = StopCause.User };

    private LoadProgress ProgressOf(PlannedLoad plan) => new(
        terminal.Error, terminal.ErrorIsScreen, plan.WarmUpSeconds + plan.Curve.Seconds);

    private async Task<IInjection> Prepare(Injector inject, PlannedLoad plan, CancellationToken stop)
    {
        var listings = await Market.Fill(scenario, plan.Curve.Total, stop);
        if (options.Scenario.HasComplaints)
        {
            await Market.TakeComplaints();
        }

        var work = plan.Work(scenario, listings, clock.GetUtcNow());
        var orders = new OrderPlan(work.Seed, work.Listings, work.Buyers);
        return inject(options, work, options.Scenario.Visits(Market, orders, work.Seed));
    }

    // What was asked for by --kill happens when a third of the load has passed: its peak is reached.
    private IReadOnlyList<ChaosStep> Steps(IReadOnlyList<ChaosStep> chaos, PlannedLoad plan)
    {
        var isSiloKill = options.Scenario.Name == LoadScenarios.SiloKill && options.Chaos is null;
        var victim = options.Kill
            ?? (isSiloKill && options.Silos is { } silos ? SiloName.Of(silos) : null);
        return victim is null
            ? chaos
            : [new ChaosStep(TimeSpan.FromSeconds(plan.Curve.Seconds / 3), ChaosKind.Kill, victim)];
    }

    private async Task<StreamFigures?> Rest(CancellationToken stop)
    {
        try
        {
            return await Market.EmptyStreams(
                stop.IsCancellationRequested ? StreamsWithinOfStopped : StreamsWithin);
        }
        catch (Exception fault) when (Faults.IsOne(fault))
        {
            return null; // a market that is not there: the audit says so
        }
    }

    private async Task<AuditSummary?> Audit()
    {
        try
        {
            return await Market.Audit();
        }
        catch (Exception fault) when (Faults.IsOne(fault))
        {
            return new AuditSummary(false, [new RunCheck("market-can-be-asked", false, fault.Message)]);
        }
    }

    private async Task<DriveResult> Result(
        PlannedLoad plan, IInjection injection, ChaosTimeline trouble, Used used)
    {
        var way = injection.Name.Length == 0 ? Market.Way : $"{injection.Name}, {Market.Way}";
        var result = DriveResult.Of(scenario, plan, injection.Tally, way, options.Scenario.Name);
        var all = result.Summary.All;
        return result with
        {
            Summary = result.Summary with
            {
                Curve = FormattableString.Invariant($"{plan.Curve.Total:#,0} orders in ")
                    + FormattableString.Invariant($"{plan.Curve.Seconds} s, peak {plan.Curve.Peak:#,0.#}/s"),
                Commit = AssemblyCommit.Of(typeof(LoadSession).Assembly),
                Command = options.CommandLine,
                Chaos = await trouble.Outcomes(result.Timeline),
                Use = options.IsOwnSilo ? used.OfMarket(options.Storage == Storage.Postgres) : null,
                Cost = options.IsOwnSilo ? used.CostOf(all.Done) : null,
            },
        };
    }
}
