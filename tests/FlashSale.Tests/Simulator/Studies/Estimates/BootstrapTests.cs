using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R11 of the reference values: R's package boot, in scipy's test_resampling.py.
public sealed class BootstrapTests
{
    private static readonly double[] Values =
        [10, 12, 12.5, 12.5, 13.9, 15, 21, 22, 23, 34, 50, 81, 89, 121, 134, 213];

    [Fact]
    public void The_intervals_of_a_mean_are_those_of_R()
    {
        var limits = Bootstrap.OfMean(Values, 0.95, new BootstrapKey(1, 1), resamples: 400_000);

        AssertNear(28.86, 84.21, limits.Percentile);
        AssertNear(32.31, 91.43, limits.BiasCorrected);
        AssertNear(23.77, 79.12, limits.Basic);
    }

    [Fact]
    public void A_key_draws_the_same_resamples_and_another_key_others()
    {
        var once = Bootstrap.OfMean(Values, 0.95, new BootstrapKey(1, 1));

        Assert.Equal(once, Bootstrap.OfMean(Values, 0.95, new BootstrapKey(1, 1)));
        Assert.NotEqual(once, Bootstrap.OfMean(Values, 0.95, new BootstrapKey(1, 2)));
        Assert.NotEqual(once, Bootstrap.OfMean(Values, 0.95, new BootstrapKey(2, 1)));
    }

    [Fact]
    public void What_does_not_vary_has_an_interval_of_one_point()
    {
        var limits = Bootstrap.OfMean([3, 3, 3], 0.95, new BootstrapKey(1, 1));

        Assert.Equal(new Interval(3, 3), limits.BiasCorrected);
    }

    private static void AssertNear(double low, double high, Interval limits)
    {
        Assert.Equal(low, limits.Low, low * 0.005);
        Assert.Equal(high, limits.High, high * 0.005);
    }
}
