using FlashSale.Driver;
using FlashSale.LoadTests;
using NBomber.Contracts;

namespace FlashSale.Cluster.Tests;

public sealed class InjectionTests
{
    private static readonly ArrivalCurve Curve = new([0, 0, 3, 3, 3, 7.5, 7.5, 1]);

    [Fact]
    public void NBomber_injects_exactly_what_is_planned()
    {
        var injections = Injections.Of(Curve, TimeSpan.FromSeconds(5));

        var injected = injections.OfType<LoadSimulation.Inject>()
            .Sum(one => one.rate * (long)(one.during / one.interval));
        Assert.Equal(Curve.Total, injected);
    }

    [Fact]
    public void Every_second_has_its_own_rate_and_equal_ones_are_joined()
    {
        var injections = Injections.Of(Curve, TimeSpan.FromSeconds(5));

        Assert.Equal(
            [
                LoadSimulation.NewPause(TimeSpan.FromSeconds(2)),
                LoadSimulation.NewInject(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)),
                LoadSimulation.NewInject(8, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)),
                LoadSimulation.NewInject(7, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)),
                LoadSimulation.NewInject(1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)),
                LoadSimulation.NewPause(TimeSpan.FromSeconds(5)),
            ],
            injections);
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
        Assert.True(feed.Begun.IsCompletedSuccessfully);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
