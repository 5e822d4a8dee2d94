using FlashSale.Driver;
using FlashSale.Tests.Client;

namespace FlashSale.Tests.Driver;

/// <summary>A load whose time moves only when a test says so.</summary>
internal sealed class VirtualLoad
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    public VirtualLoad(
        ArrivalCurve curve, OrderMix mix = OrderMix.Checkout, OpenLoopLimits? limits = null,
        TimeSpan? answerTime = null, Shard? shard = null, Spacing spacing = Spacing.Poisson,
        PhaseSpan[]? phases = null)
    {
        Market = new VirtualMarket(Clock, answerTime ?? TimeSpan.FromMilliseconds(1));
        Tally = new LoadTally(phases ?? [new PhaseSpan("all", 0, curve.Seconds)], drainSeconds: 20);
        Loop = new OpenLoop(
            new ArrivalSchedule(curve, spacing, seed: 1, shard ?? Shard.Whole), Book(), mix, Market, Tally,
            Clock, limits ?? new OpenLoopLimits());
    }

    public HandClock Clock { get; } = new();

    public VirtualMarket Market { get; }

    public LoadTally Tally { get; }

    public OpenLoop Loop { get; }

    public PhaseTally Phase => Tally.Phases[0];

    public static OrderPlan Book() => new(
        1, [new WantedListing(new ListingId(0), Money.FromYuan(1), 1)], new Buyers(0, 1_000, 0));

    /// <summary>Plays it to the last answer, or to a moment; perhaps somebody stops it meanwhile.</summary>
    public void Play(double untilSeconds = 3_600, double stopAfterSeconds = 3_600)
    {
        Loop.Begin();
        while ((!Loop.IsIssued || Loop.InFlight > 0) && Loop.Elapsed.TotalSeconds < untilSeconds)
        {
            if (Loop.Elapsed.TotalSeconds >= stopAfterSeconds)
            {
                Loop.Stop();
            }

            Loop.Advance();
            Market.Answer();
            Clock.Move(Step.TotalSeconds);
        }
    }
}

/// <summary>A market that answers after a time of the test's clock, and can stall.</summary>
internal sealed class VirtualMarket(TimeProvider clock, TimeSpan answerTime) : ILoadTarget
{
    private readonly Queue<(uint Ticket, LoadCommand Command, TimeSpan At, IAnswers Answers)> _waiting =
        new();
    private readonly long _began = clock.GetTimestamp();

    public List<LoadCommand> Sent { get; } = [];

    public Func<LoadCommand, LoadAnswer> Says { get; set; } = _ => LoadAnswer.Done;

    /// <summary>From when until when nothing is answered.</summary>
    public (TimeSpan From, TimeSpan Until)? Stalls { get; set; }

    private TimeSpan Now => clock.GetElapsedTime(_began);

    public void Send(uint ticket, in LoadCommand command, IAnswers answers)
    {
        Sent.Add(command);
        _waiting.Enqueue((ticket, command, Now, answers));
    }

    public void Answer()
    {
        if (Stalls is { } stall && Now >= stall.From && Now < stall.Until)
        {
            return;
        }

        while (_waiting.TryPeek(out var first) && Now - first.At >= answerTime)
        {
            _waiting.Dequeue();
            first.Answers.Answered(first.Ticket, Says(first.Command));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
