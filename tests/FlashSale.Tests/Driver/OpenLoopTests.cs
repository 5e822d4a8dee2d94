using FlashSale.Driver;

namespace FlashSale.Tests.Driver;

// Orders begin when they are due, whatever the market does, and what it does is counted from then.
public sealed class OpenLoopTests
{
    private static readonly ArrivalCurve TenSeconds = ArrivalCurve.Constant(200, 10);

    [Fact]
    public void All_that_is_planned_is_issued_and_ends()
    {
        var load = new VirtualLoad(TenSeconds);
        load.Play();

        Assert.Equal((2_000, 2_000, 0), (load.Phase.Planned, load.Phase.Issued, load.Phase.Dropped));
        Assert.Equal(2_000, load.Phase.CountOf(LoadOutcome.Done));
        Assert.Equal(2_000, load.Market.Sent.Select(command => command.Checkout).Distinct().Count());
    }

    [Fact]
    public void A_stall_of_two_seconds_is_seen_in_the_percentiles()
    {
        var load = new VirtualLoad(TenSeconds);
        load.Market.Stalls = (TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
        load.Play();

        // Two of ten seconds stood still: a fifth of the orders waited, evenly from nothing to two seconds.
        Assert.Equal(2_000, load.Phase.Latency.Count);
        Assert.InRange(load.Phase.Latency.Quantile(0.79)!.Value.TotalSeconds, 0, 0.01);
        Assert.InRange(load.Phase.Latency.Quantile(0.90)!.Value.TotalSeconds, 0.9, 1.1);
        Assert.InRange(load.Phase.Latency.Quantile(0.99)!.Value.TotalSeconds, 1.8, 2.0);
        Assert.InRange(load.Tally.Seconds[4].Latency!.Max.TotalSeconds, 1.9, 2.01);
        Assert.Equal(0, load.Tally.Seconds[5].Ended(LoadOutcome.Done));
    }

    [Fact]
    public void A_driver_that_stalls_is_seen_in_the_latency_but_not_in_the_service_time()
    {
        var load = new VirtualLoad(TenSeconds);
        load.Play(untilSeconds: 5);
        load.Clock.Move(1);
        while (!load.Loop.IsIssued || load.Loop.InFlight > 0)
        {
            load.Loop.Advance();
            load.Market.Answer();
            load.Clock.Move(0.001);
        }

        Assert.InRange(load.Phase.Latency.Quantile(0.99)!.Value.TotalSeconds, 0.8, 1.01);
        Assert.InRange(load.Phase.Lag.Quantile(0.99)!.Value.TotalSeconds, 0.8, 1.01);
        Assert.InRange(load.Phase.Service.Max.TotalSeconds, 0, 0.01);
        Assert.Equal(2_000, load.Phase.Issued);
    }

    [Fact]
    public void Beyond_the_limit_orders_are_dropped_and_counted_and_not_delayed()
    {
        var load = new VirtualLoad(TenSeconds, limits: new OpenLoopLimits { InFlightMax = 100 });
        load.Market.Stalls = (TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
        load.Play();

        Assert.InRange(load.Phase.Dropped, 280, 320); // two seconds of 200, less the hundred that may wait
        Assert.Equal(load.Phase.Planned, load.Phase.Issued + load.Phase.Dropped);
        Assert.InRange(load.Phase.Lag.Max.TotalSeconds, 0, 0.002);
    }

    [Fact]
    public void The_steps_of_an_order_follow_each_other_and_end_at_a_refusal()
    {
        var load = new VirtualLoad(ArrivalCurve.Constant(1, 2), OrderMix.WholeLife, spacing: Spacing.Even);
        load.Market.Says = command => command is { Step: LoadStep.Pay, Checkout.Buyer.Value: var buyer }
            && buyer == VirtualLoad.Book().Command(1, LoadStep.Pay).Checkout.Buyer.Value
            ? new LoadAnswer(LoadOutcome.Refused, "too-late")
            : LoadAnswer.Done;
        load.Play();

        Assert.Equal(
            [
                LoadStep.Checkout, LoadStep.Pay, LoadStep.Ship, LoadStep.Deliver, LoadStep.Confirm,
                LoadStep.Checkout, LoadStep.Pay,
            ],
            load.Market.Sent.Select(command => command.Step));
        Assert.Equal(
            [
                (new OrderEnd(LoadStep.Confirm, LoadOutcome.Done, "done"), 1L),
                (new OrderEnd(LoadStep.Pay, LoadOutcome.Refused, "too-late"), 1L),
            ],
            load.Phase.Ends);
    }

    [Fact]
    public void An_answer_that_comes_too_late_counts_once_and_as_none()
    {
        var limits = new OpenLoopLimits { AnswerWithin = TimeSpan.FromSeconds(1), InFlightMax = 1 };
        var load = new VirtualLoad(
            ArrivalCurve.Constant(1, 4), limits: limits, answerTime: TimeSpan.FromSeconds(3),
            spacing: Spacing.Even);
        load.Play();
        load.Clock.Move(10);
        load.Market.Answer();

        var ends = load.Phase.Ends.Select(end => end.End).Distinct();
        Assert.Equal([new OrderEnd(LoadStep.Checkout, LoadOutcome.Error, "no-answer")], ends);
        Assert.Equal(load.Phase.Issued, load.Phase.CountOf(LoadOutcome.Error));
        Assert.InRange(load.Phase.Latency.Quantile(0)!.Value.TotalSeconds, 1, 2.1);
    }

    [Fact]
    public void Throttled_orders_are_counted_and_do_not_flatter_the_latencies()
    {
        var load = new VirtualLoad(TenSeconds);
        load.Market.Says = command => command.Checkout.Buyer.Value % 2 == 0
            ? new LoadAnswer(LoadOutcome.Throttled, "throttled")
            : LoadAnswer.Done;
        load.Play();

        Assert.Equal(1_000, load.Phase.CountOf(LoadOutcome.Throttled));
        Assert.Equal(1_000, load.Phase.Latency.Count);
    }

    [Fact]
    public void A_server_that_is_gone_refuses_quickly_and_does_not_flatter_the_latencies()
    {
        var load = new VirtualLoad(TenSeconds);
        load.Market.Says = command => command.Checkout.Buyer.Value % 4 == 0
            ? LoadAnswer.Done
            : LoadAnswer.ConnectionLost;
        load.Play();
        var rows = SecondRow.Of(load.Tally);

        Assert.Equal(1_500, load.Phase.CountOf(LoadOutcome.Error));
        Assert.Equal((500, 500), (load.Phase.Latency.Count, load.Phase.Service.Count));
        Assert.Equal(1_500, rows.Sum(row => row.Errors));
    }

    [Fact]
    public void Several_shards_count_together_what_one_would()
    {
        var whole = new VirtualLoad(TenSeconds);
        whole.Play();
        var sum = new PhaseTally();
        foreach (var number in Enumerable.Range(0, 3))
        {
            var part = new VirtualLoad(TenSeconds, shard: new Shard(number, 3));
            part.Play();
            sum.Add(part.Phase);
        }

        Assert.Equal((whole.Phase.Planned, whole.Phase.Issued), (sum.Planned, sum.Issued));
        Assert.Equal(whole.Phase.Latency.Buckets, sum.Latency.Buckets);
        Assert.Equal(whole.Phase.Ends, sum.Ends);
    }

    [Fact]
    public void Each_buyer_comes_once_before_one_comes_again()
    {
        var book = VirtualLoad.Book();
        var all = Enumerable.Range(0, 2_500).Select(index => book.Command(index, LoadStep.Checkout).Checkout)
            .ToList();

        Assert.Equal(2_500, all.Distinct().Count());
        Assert.Equal(1_000, all.Take(1_000).Select(checkout => checkout.Buyer).Distinct().Count());
        Assert.All(all.Take(1_000), checkout => Assert.Equal(0, checkout.Number));
        Assert.Equal(2, all[^1].Number);
    }
}
