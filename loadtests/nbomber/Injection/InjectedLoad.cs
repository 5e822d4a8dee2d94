using FlashSale.Driver;
using FlashSale.Simulator;
using NBomber.Contracts;
using NBomber.Contracts.Stats;
using NBomber.CSharp;

namespace FlashSale.LoadTests;

/// <summary>A planned load injected by NBomber, counted second by second and by phases.</summary>
internal sealed class InjectedLoad : IInjection
{
    private static readonly TimeSpan DrainSpare = TimeSpan.FromSeconds(2); // for copies that begin late
    private static readonly TimeSpan ShortestLatency = TimeSpan.FromMicroseconds(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly LoadOptions _options;
    private readonly LoadWork _work;
    private readonly IVisits _visits;
    private readonly TimeProvider _clock;
    private readonly ArrivalFeed _feed;
    private int _inFlight;

    public InjectedLoad(LoadOptions options, LoadWork work, IVisits visits, TimeProvider clock)
    {
        (_options, _work, _visits, _clock) = (options, work, visits, clock);
        var schedule = new ArrivalSchedule(work.Curve, work.Spacing, work.Seed, work.Shard);
        _feed = new ArrivalFeed(schedule, clock);
        Tally = new LoadTally(work.Phases, (int)work.Limits.AnswerWithin.TotalSeconds + 1);
        Tally.Plan(schedule.Shares());
    }

    /// <inheritdoc/>
    public string Name => "nbomber";

    /// <inheritdoc/>
    public LoadTally Tally { get; }

    /// <inheritdoc/>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <inheritdoc/>
    public async Task<AuditSummary?> Run(
        Action<TimeSpan> eachStep, Func<Task<AuditSummary?>> audit, CancellationToken stop)
    {
        using var plugin = new AuditPlugin(audit, Tally);
        using var isStopped = stop.Register(_feed.Stop);
        var injected = Task.Run(() => Inject(plugin), CancellationToken.None);
        using var timer = new PeriodicTimer(LookEvery, _clock);
        while (!injected.IsCompleted)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            if (_feed.Elapsed >= TimeSpan.Zero)
            {
                eachStep(_feed.Elapsed);
            }
        }

        await injected;
        return plugin.Audit ?? await audit();
    }

    private void Inject(AuditPlugin audit) => NBomberRunner
        .RegisterScenarios(OfNBomber())
        .WithTestSuite("flashsale")
        .WithTestName(_options.Scenario.Name)
        .WithReportFolder(Path.Combine(_options.Folder, "nbomber")) // NBomber empties its folder first.
        .WithReportFileName("report")
        .WithReportFormats(ReportFormat.Html, ReportFormat.Md, ReportFormat.Txt, ReportFormat.Csv)
        .WithWorkerPlugins(audit)
        .Run();

    // The warm-up is a phase of the plan, not NBomber's own.
    private ScenarioProps OfNBomber() => NBomber.CSharp.Scenario.Create(_options.Scenario.Name, Visit)
        .WithoutWarmUp()
        .WithMaxFailCount(int.MaxValue) // Errors are judged by gates, at the end.
        .WithLoadSimulations(Injections.Of(
            _work.Curve, ArrivalFeed.Lead + _work.Limits.AnswerWithin + DrainSpare));

    // A visit that is not over in time counts as unanswered, whatever becomes of it afterwards.
    private async Task<OrderEnd> EndOf(long index, IScenarioContext context)
    {
        try
        {
            return await _visits.Make(index, new NamedSteps(context))
                .WaitAsync(_work.Limits.AnswerWithin, _clock);
        }
        catch (TimeoutException)
        {
            return new OrderEnd(LoadStep.Checkout, LoadOutcome.Error, LoadAnswer.NoAnswer.Reason);
        }
    }

    // One copy: latency counts from the moment at which its visit should have begun.
    private async Task<IResponse> Visit(IScenarioContext context)
    {
        if (!_feed.TryTake(out var arrival))
        {
            return Response.Ok(statusCode: "nothing-planned");
        }

        await _feed.Until(arrival.At);
        try
        {
            if (Interlocked.Increment(ref _inFlight) > _work.Limits.InFlightMax)
            {
                Tally.Drop(arrival.At);
                return Response.Fail(statusCode: "not-begun");
            }

            var begun = _feed.Elapsed;
            Tally.Issue(arrival.At, begun);
            var end = await EndOf(arrival.Index, context);
            var ended = _feed.Elapsed;
            Tally.Finish(end, arrival.At, begun, ended);
            var latency = ended - arrival.At;
            return NamedSteps.ResponseTo(
                new LoadAnswer(end.Outcome, end.Reason),
                latency > ShortestLatency ? latency : ShortestLatency);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
