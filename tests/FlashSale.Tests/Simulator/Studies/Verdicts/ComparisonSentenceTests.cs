using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// The sentences of a study, word by word: the half width to two digits, the mean to the same decimal, a unit
// always, «points» for differences of shares, «%» for relative change.
public sealed class ComparisonSentenceTests
{
    private static readonly JudgedMeasure Share10Min = new(
        "the share of ten minutes", JudgedMeasure.Share, BetterSide.More,
        Phrase: "of the day's GMV after ten minutes");

    private static readonly JudgedMeasure Refunds = new("refunds", JudgedMeasure.Share, BetterSide.Less);
    private static readonly JudgedMeasure Wait = new("p99 wait", "s", BetterSide.Less);
    private static readonly JudgedMeasure Gmv = new("GMV", "yuan");

    [Fact]
    public void A_difference_names_who_leads_by_how_much_and_how_sure_that_is() => Assert.Equal(
        "third-more beats as-published by 2.10 ± 0.40 points of the day's GMV after ten minutes "
        + "(95 %, 10 paired seeds, 3 comparisons).",
        Sentence(Share10Min, 0.021, 0.004));

    [Fact]
    public void Where_less_is_better_the_lower_arm_leads()
    {
        Assert.StartsWith(
            "third-more beats as-published by 12.0 ± 3.5 s in p99 wait (", Sentence(Wait, -12, 3.5));
        Assert.StartsWith(
            "as-published beats third-more by 12.0 ± 3.5 s in p99 wait (", Sentence(Wait, 12, 3.5));
    }

    [Fact]
    public void Without_a_better_side_it_is_higher_or_lower()
    {
        Assert.StartsWith(
            "third-more is lower than as-published by 1.32 ± 0.11 bn yuan in GMV (",
            Sentence(Gmv, -1.32e9, 1.1e8));
        Assert.StartsWith(
            "third-more is higher than as-published by 56,800 ± 1,200 yuan in GMV (",
            Sentence(Gmv, 56_789, 1_234));
    }

    [Fact]
    public void A_difference_may_be_less_than_matters() => Assert.Equal(
        "third-more beats as-published by 0.150 ± 0.040 points in refunds, less than matters "
        + "(95 %, 10 paired seeds, 1 comparison).",
        Sentence(Refunds, -0.0015, 0.0004, matters: 0.01, comparisons: 1));

    [Fact]
    public void What_only_Holm_decides_says_so() => Assert.EndsWith(
        "(95 %, 10 paired seeds, 3 comparisons; decided by Holm, p = 0.04).",
        Sentence(Wait, -12, 13, adjusted: 0.04));

    [Fact]
    public void A_relative_change_is_in_percent_with_both_ends()
    {
        var measure = new JudgedMeasure("orders", "orders", BetterSide.More, ShownDifference.InPercent);
        var (low, high) = (Math.Log(1.013), Math.Log(1.070));

        Assert.StartsWith(
            "third-more beats as-published by 4.1 % (1.3 to 7.0) in orders (",
            Sentence(measure, (low + high) / 2, (high - low) / 2));
        Assert.StartsWith( // 1/1.07 − 1 = −6.5 %
            "as-published beats third-more by 3.9 % (1.3 to 6.5) in orders (",
            Sentence(measure, -(low + high) / 2, (high - low) / 2));
    }

    [Fact]
    public void What_matters_of_a_relative_change_is_a_share()
    {
        var measure = new JudgedMeasure("orders", "orders", BetterSide.More, ShownDifference.InPercent);
        var matters = measure.InDifference(0.02);

        Assert.Equal(Math.Log(1.02), matters!.Value, 12);
        Assert.Equal(
            "No difference that matters in orders: at most 2 % either way.",
            Sentence(measure, 0.0001, 0.0002, matters, adjusted: 1));
        Assert.Equal(0.02, Refunds.InDifference(0.02));
    }

    [Fact]
    public void Nothing_that_matters_names_what_would() => Assert.Equal(
        "No difference that matters in refunds: at most 0.1 points either way.",
        Sentence(Refunds, 0.0001, 0.0002, matters: 0.001, adjusted: 1));

    [Fact]
    public void What_is_undecided_names_its_range_and_how_many_pairs_would_tell()
    {
        Assert.Equal(
            "Undecided for p99 wait: −4.0 to +1.0 s; about 19 pairs would tell.",
            Sentence(Wait, -1.5, 2.5, comparisons: 1, adjusted: 0.2, matters: 1.8333));
        Assert.Equal(
            "Undecided for p99 wait: −2.5 to +2.5 s; more than 10,000 pairs would tell.",
            Sentence(Wait, 1e-9, 2.5, comparisons: 1, adjusted: 1));
        Assert.Equal(
            "Undecided for p99 wait: −2.5 to +2.5 s.",
            Sentence(Wait, 0, 2.5, comparisons: 1, adjusted: 1));
    }

    [Fact]
    public void What_has_no_chance_in_it_is_exact()
    {
        Assert.Equal(
            "third-more beats as-published by exactly 3 s in p99 wait in every seed.", Sentence(Wait, -3, 0));
        Assert.Equal(
            "No difference in p99 wait in any of 10 seeds, though the runs differ.", Sentence(Wait, 0, 0));
        Assert.StartsWith(
            "The same in every seed as as-published: what third-more has otherwise does nothing here; "
                + "a small step",
            Sentence(Wait, 0, 0, areRunsEqual: true));
    }

    [Fact]
    public void One_seed_and_failed_seeds_give_no_verdict()
    {
        Assert.Equal(
            "p99 wait: third-more differs from as-published by 3 s in one seed, "
            + "which is an example, not evidence.",
            Words(Wait).Of(StudyVerdict.Of(Estimate.Of([-3]), new VerdictTerms(0.95, 1, 1))));
        Assert.Equal(
            "No verdict on p99 wait: 10 % of the seeds failed, and the failed may be the interesting ones.",
            Words(Wait).Of(StudyVerdict.Of(
                Estimate.Of([-3, -4]), new VerdictTerms(0.95, 1, 0.01, FailedShare: 0.1))));
    }

    [Fact]
    public void Seeds_that_are_not_shared_are_no_pairs() =>
        Assert.Equal("10 and 12 seeds, not paired", ComparisonSentence.Apart(10, 12));

    [Theory]
    [InlineData(0.0096, 0.00996, "0.010 ± 0.010 s")]
    [InlineData(118_000, 9_960, "118,000 ± 10,000 s")]
    [InlineData(-0.001, 3, "0.0 ± 3.0 s")]
    [InlineData(2_500_000, 20_000, "2.500 ± 0.020 m s")]
    public void The_half_width_has_two_digits_and_the_mean_the_same_decimal(
        double value, double half, string expected) =>
        Assert.Equal(expected, StudyNumber.WithHalf(value, half, Wait));

    [Theory]
    [InlineData(0.84123, "0.8412")]
    [InlineData(212_914_123_456, "212,900,000,000")]
    [InlineData(-5, "−5.000")]
    [InlineData(0, "0")]
    [InlineData(1.14e-17, "1.1E−17")]
    public void A_number_of_a_table_has_four_digits(double value, string expected) =>
        Assert.Equal(expected, StudyNumber.FourDigits(value));

    [Fact]
    public void Marks_of_an_axis_are_told_apart_and_values_are_read_off()
    {
        var gmv = new JudgedMeasure("gmv", "yuan");

        Assert.Equal("195 bn yuan", StudyNumber.LevelExactly(195e9, gmv));
        Assert.Equal("205 bn yuan", StudyNumber.LevelExactly(205e9, gmv));
        Assert.Equal("212.9 bn yuan", StudyNumber.LevelRead(212_914_123_456, gmv));
        Assert.Equal(
            "−6.764 points", StudyNumber.DifferenceRead(-0.067641, gmv with { Unit = JudgedMeasure.Share }));
    }

    private static ComparisonSentence Words(JudgedMeasure measure) =>
        new("as-published", "third-more", measure, ComparisonSentence.Paired(10));

    // An estimate of ten pairs whose simultaneous interval is the mean and a half width.
    private static string Sentence(
        JudgedMeasure measure, double mean, double half, double? matters = null, int comparisons = 3,
        double adjusted = 0.001, bool areRunsEqual = false)
    {
        var t = StudentT.Quantile(1 - (0.025 / comparisons), 9);
        var estimate = new Estimate(10, mean, half / t * Math.Sqrt(10), half / t, 9);
        return Words(measure).Of(StudyVerdict.Of(
            estimate, new VerdictTerms(0.95, comparisons, adjusted, matters, areRunsEqual)));
    }
}
