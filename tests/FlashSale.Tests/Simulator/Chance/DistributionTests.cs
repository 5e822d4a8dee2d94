using FlashSale.Simulator;
using Reference = MathNet.Numerics.Distributions;

namespace FlashSale.Tests.Simulator.Chance;

public sealed class DistributionTests
{
    private const int Many = 100_000;
    private const double KolmogorovAt1Percent = 1.63;

    private static readonly Lognormal Rush = new(median: 1_214, sigma: 1.98, max: 86_400);

    [Fact]
    public void Waiting_times_follow_the_exponential_distribution()
    {
        var waiting = new Exponential(mean: 10);
        var sample = Sample((ref Draws draws) => waiting.Draw(ref draws));
        var theory = new Reference.Exponential(0.1);

        Assert.InRange(sample.Average(), 9.9, 10.1);
        Assert.InRange(Distance(sample, theory.CumulativeDistribution), 0, KolmogorovAt1Percent);
        Assert.Equal(theory.CumulativeDistribution(7), waiting.Cdf(7), 1e-12);
        Assert.Equal(7, waiting.Quantile(waiting.Cdf(7)), 1e-12);
    }

    [Fact]
    public void Lognormal_values_follow_the_lognormal_distribution()
    {
        var values = new Lognormal(median: 75, sigma: 0.9);
        var sample = Sample((ref Draws draws) => values.Draw(ref draws));
        var theory = new Reference.LogNormal(Math.Log(75), 0.9);

        Assert.InRange(sample.Average() / theory.Mean, 0.985, 1.015);
        Assert.InRange(Distance(sample, theory.CumulativeDistribution), 0, KolmogorovAt1Percent);
    }

    [Fact]
    public void A_cut_lognormal_never_exceeds_its_largest_value_and_keeps_its_shape_below()
    {
        var sample = Sample((ref Draws draws) => Rush.Draw(ref draws));
        var theory = new Reference.LogNormal(Math.Log(1_214), 1.98);
        var kept = theory.CumulativeDistribution(86_400);

        Assert.All(sample, x => Assert.InRange(x, 0, 86_400));
        var distance = Distance(sample, x => theory.CumulativeDistribution(x) / kept);
        Assert.InRange(distance, 0, KolmogorovAt1Percent);
        Assert.Equal(600, Rush.Quantile(Rush.Cdf(600)), 1e-8);
        Assert.Equal(1, Rush.Cdf(86_400));
    }

    [Fact]
    public void A_quantile_table_is_linear_between_its_points_and_flat_outside()
    {
        var table = new QuantileTable([0.1, 0.5, 0.9], [3, 8, 51]);

        Assert.Equal(3, table.Quantile(0.01));
        Assert.Equal(5.5, table.Quantile(0.3), 1e-12);
        Assert.Equal(8, table.Quantile(0.5));
        Assert.Equal(51, table.Quantile(0.999));
        Assert.Equal(0, table.Cdf(2.9));
        Assert.Equal(0.3, table.Cdf(5.5), 1e-12);
        Assert.Equal(1, table.Cdf(60));
    }

    [Fact]
    public void A_quantile_table_that_falls_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new QuantileTable([0.1, 0.5], [8, 3]));
        Assert.Throws<ArgumentException>(() => new QuantileTable([0.5, 0.5], [3, 8]));
        Assert.Throws<ArgumentException>(() => new QuantileTable([0.5, 1.1], [3, 8]));
        Assert.Throws<ArgumentException>(() => new QuantileTable([0.5], [3, 8]));
        Assert.Throws<ArgumentException>(() => new QuantileTable([], []));
    }

    [Fact]
    public void An_alias_table_draws_each_outcome_by_its_weight()
    {
        var table = new AliasTable([1, 0, 3, 6]);
        var counts = new int[4];
        var draws = Draws.For(1, 1, 1);
        for (var i = 0; i < Many; i++)
        {
            counts[table.Draw(ref draws)]++;
        }

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 9_600, 10_400);
        Assert.InRange(counts[2], 29_400, 30_600);
        Assert.InRange(counts[3], 59_400, 60_600);
    }

    [Fact]
    public void An_alias_table_without_a_positive_weight_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new AliasTable([]));
        Assert.Throws<ArgumentException>(() => new AliasTable([0, 0]));
        Assert.Throws<ArgumentException>(() => new AliasTable([1, -1]));
        Assert.Throws<ArgumentException>(() => new AliasTable([1, double.NaN]));
    }

    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(1_000, 0)]
    [InlineData(1_000, 0.65)]
    [InlineData(1_000, 1.0)]
    public void Popularity_by_rank_follows_zipf(int ranks, double exponent)
    {
        var zipf = new Zipf(ranks, exponent);
        var weights = Zipf.Weights(ranks, exponent);
        var counts = new int[ranks];
        var draws = Draws.For(3, 1, 1);
        for (var i = 0; i < Many; i++)
        {
            counts[zipf.Draw(ref draws)]++;
        }

        var chiSquare = counts.Zip(weights, (count, weight) =>
        {
            var expected = weight / weights.Sum() * Many;
            return (count - expected) * (count - expected) / expected;
        }).Sum();
        Assert.InRange(chiSquare, 0, ranks + 3 * Math.Sqrt(2.0 * ranks));
    }

    private delegate double Drawing(ref Draws draws);

    private static double[] Sample(Drawing draw)
    {
        var draws = Draws.For(2018, 11, 11);
        var sample = new double[Many];
        for (var i = 0; i < Many; i++)
        {
            sample[i] = draw(ref draws);
        }

        return sample;
    }

    private static double Distance(double[] sample, Func<double, double> cdf) =>
        Samples.KolmogorovDistance(sample, cdf) * Math.Sqrt(Many);
}
