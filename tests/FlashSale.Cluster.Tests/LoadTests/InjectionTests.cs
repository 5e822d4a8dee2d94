using FlashSale.Driver;
using FlashSale.LoadTests;

namespace FlashSale.Cluster.Tests;

public sealed class InjectionTests
{
    private static readonly ArrivalCurve Curve = new([0, 0, 3, 3, 3, 7.5, 7.5, 1]);

    [Fact]
    public void NBomber_injects_exactly_what_is_planned_in_stretches_of_equal_seconds()
    {
        var plan = InjectionPlan.Of(Curve);

        Assert.Equal([new(0, 2), new(3, 3), new(8, 1), new(7, 1), new(1, 1)], plan);
        Assert.Equal(Curve.Total, plan.Sum(one => (long)one.Rate * one.Seconds));
    }

    [Fact]
    public void A_feed_that_was_stopped_hands_out_nothing_more()
    {
        var feed = new ArrivalFeed(
            new ArrivalSchedule(Curve, Spacing.Poisson, seed: 1, Shard.Whole), new StoppedClock());

        Assert.True(feed.TryTake(out _));
        feed.Stop();

        Assert.False(feed.TryTake(out _));
    }

    [Fact]
    public void Copies_get_the_planned_arrivals_in_their_order_and_before_their_moments()
    {
        var schedule = new ArrivalSchedule(Curve, Spacing.Poisson, seed: 1, Shard.Whole);
        var feed = new ArrivalFeed(schedule, new StoppedClock());
        var (count, last) = (0L, TimeSpan.Zero);

        while (feed.TryTake(out var arrival))
        {
            Assert.Equal(count++, arrival.Index);
            Assert.True(arrival.At >= last && arrival.At > feed.Elapsed);
            last = arrival.At;
        }

        Assert.Equal(Curve.Total, count);
        Assert.Equal(-ArrivalFeed.Lead, feed.Elapsed);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
