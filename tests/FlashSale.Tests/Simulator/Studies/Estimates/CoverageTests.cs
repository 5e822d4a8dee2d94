using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// R18 of the reference values: what an interval promises, it keeps.
public sealed class CoverageTests
{
    private const int Studies = 10_000;
    private const double Truth = 1.7;

    [Theory]
    [InlineData(-0.5)]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void Of_studies_of_normal_pairs_95_in_100_intervals_cover_the_truth(double correlation)
    {
        foreach (var pairs in new[] { 5, 10, 30 })
        {
            var t = StudentT.Quantile(0.975, pairs - 1);
            Assert.InRange(Covered(pairs, correlation, t), 0.94, 0.96);
        }
    }

    [Theory]
    [InlineData(5, 0.878)]
    [InlineData(10, 0.918)]
    public void An_interval_by_the_normal_distribution_would_not(int pairs, double covered) =>
        Assert.Equal(covered, Covered(pairs, 0.5, ExactMath.InverseNormal(0.975)), 0.01);

    // How often the mean ± so many standard errors covers the truth.
    private static double Covered(int pairs, double correlation, double errors)
    {
        var covered = 0;
        for (var study = 0; study < Studies; study++)
        {
            var difference = Study(pairs, correlation, study);
            covered += Math.Abs(difference.Mean - Truth) <= errors * difference.Error ? 1 : 0;
        }

        return (double)covered / Studies;
    }

    private static Estimate Study(int pairs, double correlation, int study)
    {
        var draws = Draws.For(18, study, (ushort)pairs);
        var (first, second) = (new double[pairs], new double[pairs]);
        for (var pair = 0; pair < pairs; pair++)
        {
            var common = ExactMath.InverseNormal(draws.Unit());
            first[pair] = common;
            second[pair] = Truth + (correlation * common)
                + (Math.Sqrt(1 - (correlation * correlation)) * ExactMath.InverseNormal(draws.Unit()));
        }

        return PairedDifference.Of(first, second).Difference;
    }
}
