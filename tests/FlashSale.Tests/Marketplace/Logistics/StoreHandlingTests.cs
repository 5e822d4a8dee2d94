using FsCheck.Fluent;
using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Logistics;

// Rule LOG-1
public sealed class StoreHandlingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2_400)]
    public void A_store_ships_exactly_its_capacity_in_a_day(int perDay)
    {
        var store = StoreHandling.Of(perDay);
        for (var parcel = 0; parcel < perDay; parcel++)
        {
            Assert.InRange(Take(ref store, Midnight), Midnight, Midnight.AddDays(1).AddTicks(-1));
        }

        Assert.Equal(perDay, store.Waiting(Midnight));
        Assert.Equal(Midnight.AddDays(1), Take(ref store, Midnight));
    }

    [Fact]
    public void A_store_with_nothing_to_do_ships_at_once()
    {
        var store = StoreHandling.Of(1);
        Take(ref store, Midnight);

        Assert.Equal(Midnight.AddDays(5), Take(ref store, Midnight.AddDays(5)));
    }

    [Fact]
    public void A_parcel_is_refused_when_the_queue_reaches_too_far_ahead()
    {
        var store = StoreHandling.Of(1);
        var numbers = Rules.Logistics with { QueueAheadMax = TimeSpan.FromDays(1) };

        Assert.Equal(ParcelPlanResult.Planned, store.Take(Midnight, numbers).Result);
        Assert.Equal(ParcelPlanResult.Planned, store.Take(Midnight, numbers).Result);
        Assert.Equal(ParcelPlanResult.QueueFull, store.Take(Midnight, numbers).Result);
        Assert.Equal(2, store.Waiting(Midnight));
    }

    [Fact]
    public void The_festival_gives_stores_more_time_to_ship()
    {
        var usual = StoreHandling.PromisedBy(Midnight, inFestival: false, Rules.Logistics);
        var festival = StoreHandling.PromisedBy(Midnight, inFestival: true, Rules.Logistics);

        Assert.Equal((Midnight.AddHours(48), Midnight.AddDays(7)), (usual, festival));
    }

    [Fact]
    public void No_history_ships_above_capacity_or_before_a_parcel_is_ready() =>
        AnyHistory.Holds(Gen.Choose(0, 200_000), history =>
        {
            const int PerDay = 700;
            var (store, now, leaves) = (StoreHandling.Of(PerDay), Midnight, new List<DateTimeOffset>());
            foreach (var wait in history)
            {
                now += TimeSpan.FromMilliseconds(wait);
                leaves.Add(Take(ref store, now));
                Assert.True(leaves[^1] >= now);
            }

            for (var first = 0; first < leaves.Count; first++)
            {
                for (var last = first; last < leaves.Count; last++)
                {
                    var able = ((leaves[last] - leaves[first]).Ticks + 1) * PerDay / TimeSpan.TicksPerDay;
                    Assert.True(last - first <= able, $"parcels {first} to {last} left too soon");
                }
            }
        });

    private static DateTimeOffset Take(ref StoreHandling store, DateTimeOffset now)
    {
        var plan = store.Take(now, Rules.Logistics);
        Assert.Equal(ParcelPlanResult.Planned, plan.Result);
        return plan.At;
    }
}
