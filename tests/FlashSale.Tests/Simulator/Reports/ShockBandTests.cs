using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Reports;

public sealed class ShockBandTests
{
    [Theory]
    [InlineData("snow", "east,south,north", 0.05, "snow in east, south and north")]
    [InlineData("snow", "", 0, "snow everywhere")]
    [InlineData("courier-strike", "east", 0, "couriers on strike in east")]
    [InlineData("channel-outage", "", 0, "all payment channels out")]
    [InlineData("channel-outage", "bank", 0.25, "payment by bank at 25 %")]
    [InlineData("gateway-limit", "", 0.2, "gateway at 20 %")]
    [InlineData("packing-slowdown", "", 0, "packing at 0 %")]
    public void A_trouble_is_named_with_its_place_and_what_it_left(
        string kind, string places, double capacity, string label)
    {
        var shock = new RunShock(
            kind, places.Split(',', StringSplitOptions.RemoveEmptyEntries), 3_600, 7_200, capacity, 1);

        Assert.Equal(
            [new ShockBand(3_600, 7_200, label)],
            ShockBand.Of(SampleFestival.Result.Summary with { Shocks = [shock] }));
    }

    [Fact]
    public void A_trouble_that_the_run_did_not_reach_is_no_band()
    {
        var shock = new RunShock("snow", [], 3_600, 7_200, 0, 1);
        var run = SampleFestival.Result.Summary with { Shocks = [shock] };

        Assert.Empty(ShockBand.Of(run with { SimulatedDays = 3_600.0 / 86_400 }));
    }
}
