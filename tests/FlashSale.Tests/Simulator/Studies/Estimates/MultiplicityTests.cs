using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R10 of the reference values: R's p.adjust.
public sealed class MultiplicityTests
{
    [Fact]
    public void Holms_p_values_are_those_of_R()
    {
        AssertAdjusted([0.05, 0.08, 0.09, 0.09, 0.09], [0.01, 0.02, 0.03, 0.04, 0.05]);
        AssertAdjusted([0.02, 0.03, 0.06, 0.06], [0.005, 0.01, 0.03, 0.04]);
        AssertAdjusted([0.06, 0.02, 0.06, 0.03], [0.03, 0.005, 0.04, 0.01]);
        AssertAdjusted([1, 1], [0.7, 0.6]);
    }

    [Fact]
    public void Each_of_three_intervals_is_surer_than_all_together() =>
        Assert.Equal(1 - (0.05 / 3), Multiplicity.OfEach(0.95, 3), 15);

    [Fact]
    public void A_band_holds_the_mean_and_says_which_runs_it_shows()
    {
        var few = CurveBand.Of([[1, 10], [2, 20], [3, 30]]);
        var many = CurveBand.Of([.. Enumerable.Range(0, 21).Select(run => (IReadOnlyList<double>)[run])]);

        Assert.True(few.IsWholeSpread);
        Assert.Equal(Estimate.Of([10, 20, 30]), few.Points[1].Mean);
        Assert.Equal(new Interval(10, 30), few.Points[1].Runs);
        Assert.False(many.IsWholeSpread);
        Assert.Equal(new Interval(1, 19), Assert.Single(many.Points).Runs);
    }

    [Fact]
    public void The_difference_of_curves_is_taken_seed_by_seed()
    {
        var band = CurveBand.OfPairs([[1, 2], [3, 4]], [[2, 4], [4, 8]]);

        Assert.Equal((1, 0), (band.Points[0].Mean.Mean, band.Points[0].Mean.Error));
        Assert.Equal(3, band.Points[1].Mean.Mean);
    }

    private static void AssertAdjusted(double[] expected, double[] pValues)
    {
        var adjusted = Multiplicity.Holm(pValues);
        Assert.Equal(expected.Length, adjusted.Count);
        Assert.All(expected.Zip(adjusted), pair => Assert.Equal(pair.First, pair.Second, 12));
    }
}
