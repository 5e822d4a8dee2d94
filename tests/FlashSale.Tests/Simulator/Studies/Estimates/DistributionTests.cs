using FlashSale.Simulator;
using Oracle = MathNet.Numerics.Distributions;

namespace FlashSale.Tests.Simulator;

// R1 of the reference values, and MathNet.Numerics as the oracle beside them.
public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.975, 1, 12.7062047362)]
    [InlineData(0.975, 2, 4.30265272975)]
    [InlineData(0.975, 4, 2.7764451052)]
    [InlineData(0.975, 9, 2.2621571628)]
    [InlineData(0.975, 29, 2.04522964213)]
    [InlineData(0.95, 4, 2.13184678633)]
    [InlineData(0.95, 9, 1.83311293266)]
    [InlineData(1 - (0.05 / 6), 9, 2.933324088)]
    [InlineData(1 - (0.05 / 12), 9, 3.364203432)]
    public void Quantiles_of_t_are_those_of_the_tables(double probability, double freedom, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(probability, freedom), 9);

    [Fact]
    public void The_t_distribution_is_that_of_MathNet()
    {
        foreach (var freedom in new[] { 1, 1.5, 3, 7.992, 30, 500, 9_999 })
        {
            foreach (var t in new[] { 0, 0.1, 0.7, 1, 2.5, 6, 20 })
            {
                Assert.Equal(
                    1 - Oracle.StudentT.CDF(0, 1, freedom, t),
                    StudentT.Above(t, freedom), 1e-11);
            }
        }
    }

    [Fact]
    public void The_beta_distribution_is_that_of_MathNet_and_its_quantile_undoes_it()
    {
        foreach (var (a, b) in new[] { (0.5, 0.5), (1, 10), (4, 8), (30, 2.5), (120, 300), (2_000, 5) })
        {
            foreach (var x in new[] { 1e-4, 0.03, 0.3, 0.5, 0.77, 0.999 })
            {
                var expected = Oracle.Beta.CDF(a, b, x);
                Assert.Equal(expected, BetaDistribution.Cdf(x, a, b), 1e-11);
                if (expected is > 1e-12 and < 1 - 1e-12)
                {
                    Assert.Equal(
                        expected,
                        BetaDistribution.Cdf(BetaDistribution.Quantile(expected, a, b), a, b), 1e-12);
                }
            }
        }
    }

    [Fact]
    public void The_binomial_distribution_is_that_of_MathNet()
    {
        foreach (var (tries, share) in new[] { (1, 0.3), (10, 0.5), (20, 0.05), (200, 0.95) })
        {
            for (var successes = 0; successes <= tries; successes++)
            {
                var expected = Oracle.Binomial.CDF(share, tries, successes);
                Assert.Equal(expected, BinomialDistribution.AtMost(successes, tries, share), 1e-11);
                Assert.Equal(1 - expected, BinomialDistribution.AtLeast(successes + 1, tries, share), 1e-11);
            }
        }
    }

    [Fact]
    public void Quantiles_have_the_same_bits_on_every_platform()
    {
        Assert.Equal(2.2621571627982044, StudentT.Quantile(0.975, 9));
        Assert.Equal(0.25886555089305185, BetaDistribution.Quantile(0.95, 1, 10));
    }
}
