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

    [Fact]
    public void Ten_comparisons_of_equal_arms_claim_a_difference_in_5_of_100_studies_at_most()
    {
        const int arms = 10;
        var claimed = Enumerable.Range(0, 2_000).Count(study =>
        {
            var draws = Draws.For(19, study, 1);
            var values = Enumerable.Range(0, arms + 1).Select(_ => new double[10]).ToList();
            for (var seed = 0; seed < 10; seed++)
            {
                var common = 2 * ExactMath.InverseNormal(draws.Unit());
                values.ForEach(arm => arm[seed] = common + ExactMath.InverseNormal(draws.Unit()));
            }

            var differences = values.Skip(1).Select(arm => Estimate.OfPairs(values[0], arm)).ToList();
            var holm = Multiplicity.Holm([.. differences.Select(one => one.PValue)]);
            return differences.Zip(holm).Any(one => StudyVerdict.Of(
                one.First, new VerdictTerms(0.95, arms, one.Second)).Kind == VerdictKind.Differs);
        });

        Assert.InRange(claimed / 2_000.0, 0.02, 0.05);
    }

    [Fact]
    public void Two_stages_cover_the_truth_though_their_number_of_seeds_is_chance()
    {
        const int studies = 1_000;
        var goal = new PrecisionGoal(0.6, null, SeedsMax: 10_000);
        var covered = Enumerable.Range(0, studies).Count(study =>
        {
            double Value(int seed) => Truth + ExactMath.InverseNormal(
                Draws.ToUnit(Draws.At(20, study, 1, (uint)seed)));
            var seeds = goal.After([.. Enumerable.Range(0, 10).Select(Value)], 0.95).Seeds;
            var end = goal.After([.. Enumerable.Range(0, seeds).Select(Value)], 0.95);
            var half = end.Estimate!.HalfWidth(0.95)!.Value;
            Assert.True(end.IsMet && half <= 0.6 + 1e-12);
            return Math.Abs(end.Estimate.Mean - Truth) <= half;
        });

        Assert.InRange((double)covered / studies, 0.93, 0.97);
    }

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
