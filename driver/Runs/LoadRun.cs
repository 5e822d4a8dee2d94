namespace FlashSale.Driver;

/// <summary>One load on one market, from the first order to the last answer.</summary>
public sealed class LoadRun
{
    private readonly LoadWork _work;
    private readonly OpenLoop _loop;

    /// <summary>A run that has not begun.</summary>
    public LoadRun(LoadWork work, ILoadTarget target, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(work);
        _work = work;
        Tally = EmptyTally(work);
        _loop = new OpenLoop(
            new ArrivalSchedule(work.Curve, work.Spacing, work.Seed, work.Shard),
            new OrderPlan(
                work.Seed, work.Listings, work.Buyers), work.Mix, target, Tally, clock, work.Limits);
    }

    /// <summary>A tally of a load in which nothing was planned and counted yet.</summary>
    public static LoadTally EmptyTally(LoadWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new LoadTally(work.Phases, (int)Math.Ceiling(work.Limits.AnswerWithin.TotalSeconds) + 1);
    }

    /// <summary>What was counted so far.</summary>
    public LoadTally Tally { get; }

    /// <summary>How much of the test has passed.</summary>
    public TimeSpan Elapsed => _loop.Elapsed;

    /// <summary>Orders that wait for an answer.</summary>
    public int InFlight => _loop.InFlight;

    /// <summary>Runs it.</summary>
    /// <param name="eachStep">
    /// Called about once a millisecond with the time that has passed; may be null.
    /// </param>
    /// <param name="stop">Begins no more orders.</param>
    public Task Run(Action<TimeSpan>? eachStep, CancellationToken stop) =>
        Pacer.Run(_loop, _work.Limits.AnswerWithin + TimeSpan.FromSeconds(1), eachStep, stop);
}
