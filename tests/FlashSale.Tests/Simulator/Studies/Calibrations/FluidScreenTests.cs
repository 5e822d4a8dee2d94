using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class FluidScreenTests
{
    private static readonly IReadOnlyList<IReadOnlyList<double>> Grid =
    [
        .. SimpleDesigns.Grid([11, 3]).Select(at => (IReadOnlyList<double>)[at[0] / 10.0, at[1] / 2.0]),
    ];

    [Fact]
    public void Fits_begin_at_the_best_points_of_their_years_apart_from_each_other()
    {
        var screen = FluidScreen.Of(Grid, years: 2, year => point =>
            Math.Abs(point[0] - (year == 0 ? 0.2 : 0.8)));

        Assert.Equal(0.2, screen.Best([0], 1)[0][0], 12);
        Assert.Equal(0.8, screen.Best([1], 1)[0][0], 12);
        Assert.All(screen.Best([0, 1], 3).Zip(screen.Best([0, 1], 3).Skip(1)), pair =>
            Assert.True(Math.Abs(pair.First[0] - pair.Second[0]) > 0.2));
    }

    [Fact]
    public void A_factor_that_moves_nothing_is_unseen_and_begins_in_the_middle()
    {
        var screen = FluidScreen.Of(Grid, years: 1, _ => point => point[0]);

        Assert.Equal([true, false], screen.Seen);
        Assert.Equal([0, 0.5], screen.Best([0], 1)[0]);
    }

    [Fact]
    public void A_day_of_the_fluid_model_is_compared_as_a_run_is()
    {
        var scenario = Demand.Festivals.Shipped(2016);
        var day = new FluidYear();
        var errors = day.ErrorsOf(scenario);
        var misses = Demand.Festivals.Clock(2016).Select(point =>
            Math.Abs(FluidFestival.Of(scenario).ShareBy(point.Seconds) - point.Share) * 100).ToList();

        Assert.Equal(misses.Average(), errors[0]!.Value, 0.01);
        Assert.Equal(misses.Max(), errors[1]!.Value, 0.01);

        // The arrivals are kept from one scenario to the next, the day is not.
        var slower = scenario with
        {
            Behaviour = scenario.Behaviour with
            {
                Paying = scenario.Behaviour.Paying with { SustainedShareOfPeak = 0.3 },
            },
        };
        Assert.True(day.ErrorsOf(slower)[0] > errors[0]);
        Assert.Equal(errors, day.ErrorsOf(scenario));
    }
}
