using FsCheck;
using FsCheck.Fluent;
using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Logistics;

public sealed class CourierRegionTests
{
    private static readonly Gen<Happening> AnyHappening =
        from kind in Gen.Choose(0, 9)
        from minutes in Gen.Choose(0, 150)
        from begins in Gen.Choose(-500, 1_000)
        from lasts in Gen.Choose(0, 3_000)
        from share in Gen.Elements(0, 0, 1, 3_333, 5_000, 10_000)
        select new Happening(
            kind == 0,
            TimeSpan.FromMinutes(minutes),
            TimeSpan.FromMinutes(begins),
            TimeSpan.FromMinutes(lasts),
            share);

    [Fact] // LOG-1
    public void Parcels_queue_for_the_couriers_of_their_region()
    {
        var region = CourierRegion.Of(Couriers.PerDay);

        Assert.Equal(Midnight, Take(ref region, Midnight).At);
        Assert.Equal(Midnight.AddHours(1), Take(ref region, Midnight).At);
        Assert.Equal(Midnight.AddHours(2), Take(ref region, Midnight.AddMinutes(30)).At);
        Assert.Equal(3, region.Waiting(Midnight));
        Assert.Equal(Midnight.AddHours(9), Take(ref region, Midnight.AddHours(9)).At);
    }

    [Fact] // LOG-2
    public void Closed_roads_deliver_nothing_and_the_queue_goes_on_when_they_open()
    {
        var region = CourierRegion.Of(Couriers.PerDay);
        region.SetShock(Midnight.AddHours(2), Midnight.AddHours(50), shareBasisPoints: 0, Midnight);

        Assert.Equal(Midnight, Take(ref region, Midnight).At);
        Assert.Equal(Midnight.AddHours(1), Take(ref region, Midnight).At);
        Assert.Equal(Midnight.AddHours(50), Take(ref region, Midnight).At);
        Assert.Equal(Midnight.AddHours(51), Take(ref region, Midnight.AddHours(30)).At);
    }

    [Fact] // LOG-2
    public void A_shock_that_halves_the_capacity_doubles_the_wait()
    {
        var region = CourierRegion.Of(Couriers.PerDay);
        region.SetShock(Midnight, Midnight.AddHours(4), shareBasisPoints: 5_000, Midnight);
        var hours = Enumerable.Range(0, 4).Select(_ => (Take(ref region, Midnight).At - Midnight).TotalHours);

        Assert.Equal([0, 2, 4, 5], hours);
    }

    [Fact] // LOG-2
    public void A_shock_that_nobody_expected_moves_the_parcels_that_wait()
    {
        var region = CourierRegion.Of(Couriers.PerDay);
        var (_, second) = (Take(ref region, Midnight), Take(ref region, Midnight));
        var seen = region.Revision;
        var snow = Midnight.AddMinutes(30);
        region.SetShock(snow, Midnight.AddDays(3), shareBasisPoints: 0, snow);

        Assert.NotEqual(seen, region.Revision);
        Assert.Equal(Midnight.AddDays(3).AddMinutes(30), region.MomentOf(second.Turn));
    }

    [Fact] // LOG-2
    public void A_shock_may_end_sooner_than_expected()
    {
        var region = CourierRegion.Of(Couriers.PerDay);
        region.SetShock(Midnight, Midnight.AddDays(3), shareBasisPoints: 0, Midnight);
        var parcel = Take(ref region, Midnight);
        region.SetShock(Midnight, Midnight, CourierRegion.FullShare, Midnight.AddDays(1));

        Assert.Equal(Midnight.AddDays(1), region.MomentOf(parcel.Turn));
    }

    [Fact] // LOG-1
    public void A_parcel_is_refused_when_the_queue_reaches_too_far_ahead()
    {
        var region = CourierRegion.Of(Couriers.PerDay);
        region.SetShock(Midnight, Midnight.AddDays(100), shareBasisPoints: 0, Midnight);
        var before = region;

        Assert.Equal(ParcelPlanResult.QueueFull, region.Take(Midnight, Rules.Logistics).Result);
        Assert.Equal(before, region);
    }

    [Fact] // LOG-1, LOG-2
    public void No_history_of_parcels_and_shocks_delivers_above_capacity() =>
        AnyHistory.Holds(AnyHappening, history =>
        {
            var couriers = new Couriers();
            foreach (var happening in history)
            {
                couriers.Live(happening);
            }

            couriers.DeliverUntil(DateTimeOffset.MaxValue);
            couriers.AssertWithinCapacity();
        });

    private static ParcelPlan Take(ref CourierRegion region, DateTimeOffset now) =>
        region.Take(now, Rules.Logistics);
}
