using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// Reference values: t quantiles as printed in tables; Law, Simulation Modeling and Analysis, chapter 10,
// inventory example, recomputed.
public sealed class EstimateTests
{
    private static readonly double[] First = [118.21, 120.22, 122.45, 122.68, 119.40];
    private static readonly double[] Second = [126.97, 124.31, 126.68, 122.66, 127.23];

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
        Assert.Equal(expected, StudentT.Quantile(probability, freedom), 8);

    [Fact]
    public void Pairs_give_the_interval_of_their_differences()
    {
        var difference = Estimate.OfPairs(First, Second);

        Assert.Equal((4.978, 12.19137), (
            Math.Round(difference.Mean, 3), Math.Round(difference.Deviation * difference.Deviation, 5)));
        AssertInterval(1.649, 8.307, difference, 0.90);
        AssertInterval(0.643, 9.313, difference, 0.95);
    }

    [Fact]
    public void Two_samples_without_pairs_give_the_interval_of_Welch()
    {
        var difference = Estimate.OfApart(Estimate.Of(First), Estimate.Of(Second));

        Assert.Equal(7.992, difference.Freedom, 3);
        AssertInterval(2.661, 7.295, difference, 0.90);
    }

    [Fact]
    public void One_run_has_no_interval() => Assert.Null(Estimate.Of([5]).HalfWidth(0.95));

    private static void AssertInterval(double low, double high, Estimate estimate, double confidence)
    {
        var half = estimate.HalfWidth(confidence)!.Value;
        Assert.Equal((low, high), (Math.Round(estimate.Mean - half, 3), Math.Round(estimate.Mean + half, 3)));
    }
}
