using FlashSale.Driver;
using NBomber.Contracts;
using NBomber.CSharp;

namespace FlashSale.LoadTests;

/// <summary>A planned load as a scenario of NBomber, counted second by second and by phases.</summary>
internal sealed class InjectedLoad
{
    private static readonly TimeSpan DrainSpare = TimeSpan.FromSeconds(2); // for copies that begin late
    private static readonly TimeSpan ShortestLatency = TimeSpan.FromMicroseconds(1);

    private readonly LoadWork _work;
    private readonly IVisits _visits;
    private readonly TimeProvider _clock;
    private readonly ArrivalFeed _feed;
    private int _inFlight;

    public InjectedLoad(LoadWork work, IVisits visits, TimeProvider clock)
    {
        (_work, _visits, _clock) = (work, visits, clock);
        var schedule = new ArrivalSchedule(work.Curve, work.Spacing, work.Seed, work.Shard);
        _feed = new ArrivalFeed(schedule, clock);
        Tally = new LoadTally(work.Phases, (int)work.Limits.AnswerWithin.TotalSeconds + 1);
        Tally.Plan(schedule.Shares());
    }

    /// <summary>What was counted.</summary>
    public LoadTally Tally { get; }

    /// <summary>Waits for a moment of the load.</summary>
    public async Task Until(TimeSpan at)
    {
        await _feed.Begun;
        await _feed.Until(at);
    }

    /// <summary>NBomber's scenario. Its warm-up is a phase of the plan, not NBomber's own.</summary>
    public ScenarioProps Scenario(string name) => NBomber.CSharp.Scenario.Create(name, Visit)
        .WithoutWarmUp()
        .WithMaxFailCount(int.MaxValue) // Errors are judged by gates, at the end.
        .WithLoadSimulations(Injections.Of(
            _work.Curve, ArrivalFeed.Lead + _work.Limits.AnswerWithin + DrainSpare));

    // A visit that is not over in time counts as unanswered, whatever becomes of it afterwards.
    private async Task<OrderEnd> EndOf(long index, IScenarioContext context)
    {
        try
        {
            return await _visits.Make(index, context).WaitAsync(_work.Limits.AnswerWithin, _clock);
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
            return Calls.ResponseTo(
                new LoadAnswer(end.Outcome, end.Reason),
                latency > ShortestLatency ? latency : ShortestLatency);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
