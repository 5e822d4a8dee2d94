using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class StudyVerdictTests
{
    private static readonly double[] Luck = [0.4, -0.3, 0.1, -0.5, 0.2, 0.3, -0.1, 0.2, -0.4, 0.1];

    [Fact]
    public void Equal_runs_say_that_the_factor_does_nothing() => Assert.Equal(
        VerdictKind.SameRuns, Judge([0, 0, 0], areRunsEqual: true).Kind);

    [Fact]
    public void Equal_runs_of_one_seed_are_equal_runs() => Assert.Equal(
        VerdictKind.SameRuns, Judge([0], areRunsEqual: true).Kind);

    [Fact]
    public void A_measure_may_be_equal_where_the_runs_differ() => Assert.Equal(
        VerdictKind.SameMeasure, Judge([0, 0, 0]).Kind);

    [Fact]
    public void A_difference_without_chance_is_exact() => Assert.Equal(
        VerdictKind.Exact, Judge([3, 3, 3]).Kind);

    [Fact]
    public void One_seed_is_an_example() => Assert.Equal(VerdictKind.OneSeed, Judge([3]).Kind);

    [Fact]
    public void An_interval_without_0_is_a_difference()
    {
        var verdict = Judge(Around(2), matters: 1);

        Assert.Equal(VerdictKind.Differs, verdict.Kind);
        Assert.True(verdict.IsLimitedAwayFromZero);
        Assert.False(verdict.IsLessThanMatters);
        Assert.Null(verdict.RunsNeeded);
    }

    [Fact]
    public void A_difference_can_be_less_than_matters()
    {
        var verdict = Judge(Around(2), matters: 3);

        Assert.Equal((VerdictKind.Differs, true), (verdict.Kind, verdict.IsLessThanMatters));
    }

    [Fact]
    public void Two_one_sided_tests_say_that_nothing_matters()
    {
        var difference = Estimate.Of(Around(0.05));
        var bound = difference.Mean + (StudentT.Quantile(0.95, 9) * difference.Error);

        Assert.Equal(VerdictKind.NothingThatMatters, Judge(Around(0.05), matters: bound + 1e-9).Kind);
        Assert.Equal(VerdictKind.Undecided, Judge(Around(0.05), matters: bound - 1e-9).Kind);
    }

    [Fact]
    public void Nothing_is_called_equal_without_a_difference_that_matters() =>
        Assert.Equal(VerdictKind.Undecided, Judge(Around(0.001)).Kind);

    [Fact]
    public void What_is_undecided_says_how_many_seeds_would_tell()
    {
        var difference = Estimate.Of(Around(0.1));
        var t = StudentT.Quantile(0.975, 9);

        Assert.Equal(
            (long)Math.Ceiling(Math.Pow(t * difference.Deviation / 0.12, 2)),
            Judge(Around(0.1), matters: 0.12).RunsNeeded);
        Assert.Equal( // without what matters: to tell what was seen from 0
            (long)Math.Ceiling(Math.Pow(t * difference.Deviation / 0.1, 2)), Judge(Around(0.1)).RunsNeeded);
        Assert.Null(Judge([1, -1, 1, -1]).RunsNeeded);
    }

    [Fact]
    public void Many_comparisons_widen_the_interval_and_Holm_decides()
    {
        var difference = Estimate.Of(Around(0.26));
        Assert.InRange(difference.PValue, 0.01, 0.05);

        var terms = new VerdictTerms(0.95, 4, Math.Min(1, 4 * difference.PValue));
        Assert.Equal(VerdictKind.Undecided, StudyVerdict.Of(difference, terms).Kind);
        Assert.Equal(
            difference.Limits(1 - (0.05 / 4)), StudyVerdict.Of(difference, terms).Limits);
        Assert.Equal(difference.Limits(0.95), StudyVerdict.Of(difference, terms).Alone);

        // The others are decided, so Holm asks less of this one than Bonferroni does.
        var byHolm = StudyVerdict.Of(difference, terms with { AdjustedPValue = difference.PValue });
        Assert.Equal((VerdictKind.Differs, false), (byHolm.Kind, byHolm.IsLimitedAwayFromZero));
    }

    [Fact]
    public void More_than_one_failed_seed_in_twenty_leaves_no_verdict()
    {
        Assert.Equal(VerdictKind.Withheld, Judge(Around(2), failedShare: 0.051).Kind);
        Assert.Equal(VerdictKind.Differs, Judge(Around(2), failedShare: 0.05).Kind);
    }

    private static double[] Around(double mean) => [.. Luck.Select(luck => mean + luck)];

    private static StudyVerdict Judge(
        double[] differences, double? matters = null, bool areRunsEqual = false, double failedShare = 0)
    {
        var difference = Estimate.Of(differences);
        return StudyVerdict.Of(difference, new VerdictTerms(
            0.95, 1, difference.PValue, matters, areRunsEqual, failedShare));
    }
}
