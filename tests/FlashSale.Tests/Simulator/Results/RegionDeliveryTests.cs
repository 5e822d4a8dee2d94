using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>Where snow was, parcels took longer, and the result says so (LOG-2, A10).</summary>
[Trait("simulator", "LOG-2")]
public sealed class RegionDeliveryTests
{
    private static readonly RunSummary Run = FinishedRun.Result.Summary; // snow in the east

    [Fact]
    public void The_regions_that_were_hit_are_marked_and_waited_longer()
    {
        Assert.Equal(["east"], Run.RegionDelivery.Where(region => region.IsHit).Select(one => one.Region));
        Assert.True(Run.HitDelivery!.Hit.P50 > Run.HitDelivery.Elsewhere.P50);
        Assert.Equal(
            Run.HitDelivery.Hit.P50, Run.RegionDelivery.Single(region => region.Region == "east").P50);
    }

    [Fact]
    public void Without_a_shock_in_some_region_there_is_nothing_to_set_beside()
    {
        Assert.Null(SampleFestival.Result.Summary.HitDelivery);
        Assert.DoesNotContain(SampleFestival.Result.Summary.RegionDelivery, region => region.IsHit);
    }

    [Fact]
    public void The_parcels_of_the_regions_are_all_that_were_delivered() => Assert.Equal(
        FinishedRun.Result.Timeline.Sum(row => row[Measures.Delivered]),
        Run.RegionDelivery.Sum(region => region.Delivered));

    [Fact]
    public void The_result_names_the_trouble_that_was_planned() => Assert.Equal(
        "snow east 86400 172800 0.1 1",
        string.Join(' ', Run.Shocks.Select(shock => FormattableString.Invariant(
            $"{shock.Kind} {shock.Places[0]} {shock.FromSeconds} {shock.UntilSeconds} {shock.Capacity} ")
            + FormattableString.Invariant($"{shock.Confidence}"))));
}
