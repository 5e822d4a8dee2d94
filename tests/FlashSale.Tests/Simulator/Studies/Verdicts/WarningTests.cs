using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator;

// Every warning is turned on and off.
public sealed class WarningTests
{
    private static readonly JudgedMeasure Wait = new("p99 wait", "s", BetterSide.Less);

    [Fact]
    public void Few_seeds_are_fewer_than_ten()
    {
        AssertOn("few-seeds", "Only 9 seeds: intervals lean on normality.", SeedWarnings.FewSeeds(9));
        Assert.Null(SeedWarnings.FewSeeds(10));
    }

    [Fact]
    public void Values_that_lean_to_one_side_are_shown_by_BCa_too()
    {
        double[] skewed = [10, 12, 12.5, 12.5, 13.9, 15, 21, 22, 23, 34, 50, 81, 89, 121, 134, 213];
        double[] even = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        StudyWarning? Of(double[] values) =>
            SeedWarnings.Skewed("third-more", Wait, values, 0.95, new BootstrapKey(1, 1));

        AssertOn(
            "skewed", "p99 wait, third-more, leans to one side (g = 1.48): by t +23 to +85 s, by",
            Of(skewed));
        Assert.Contains("by BCa +", Of(skewed)!.Text, StringComparison.Ordinal);
        Assert.EndsWith("they agree.", Of(skewed)!.Text, StringComparison.Ordinal);
        Assert.EndsWith(
            "they differ.", Of([.. Enumerable.Repeat(1.0, 15), 100])!.Text, StringComparison.Ordinal);
        Assert.Null(Of(even));
        Assert.Null(Of([3, 3, 3]));
    }

    [Fact]
    public void A_seed_far_from_all_others_is_named_and_kept()
    {
        var warning = Assert.Single(SeedWarnings.Outliers(
            "as-published", Wait, [5, 6, 5.5, 6.5, 40, 5.2], at => $"repeat {at}"));

        AssertOn(
            "outlier", "p99 wait, as-published, is 40.00 s in one run, 5.750 s in the median; ", warning);
        Assert.EndsWith("it is kept: repeat 4", warning.Text, StringComparison.Ordinal);
        Assert.Empty(SeedWarnings.Outliers("", Wait, [5, 6, 5.5, 6.5, 5.2], at => ""));
        Assert.Single(SeedWarnings.Outliers("", Wait, [5, 5, 5, 5, 5, 5, 5, 5, 5, 6], at => ""));
        Assert.Empty(SeedWarnings.Outliers("", Wait, [5, 5, 5], at => ""));
        Assert.Empty(SeedWarnings.Outliers("", Wait, [5, 5.1, 5, 40], at => "")); // a few tell nothing
    }

    [Fact]
    public void Of_many_of_one_kind_a_person_is_told_the_first_and_how_many_more()
    {
        var outliers = SeedWarnings.Outliers("as-published", Wait, [5, 6, 5.5, 40, 5.2, 5.1, 50, 5.4, 5.6],
            at => $"repeat {at}").ToList();
        StudyWarning[] all =
        [
            SeedWarnings.FewSeeds(9)!, .. outliers, outliers[0] with { Among = "gmv" },
            DesignWarnings.OneAtATime,
        ];

        Assert.Equal(
            [all[0].Text, all[1].Text + "; 1 more of p99 wait in the report", all[3].Text, all[4].Text],
            StudyWarning.InShort(all).Select(one => one.Text));
    }

    [Theory]
    [InlineData(5, 0.04)]
    [InlineData(10, 0.02)]
    [InlineData(30, 0.02)]
    public void Of_seeds_that_differ_by_chance_alone_few_are_named(int seeds, double most)
    {
        const int studies = 1_000;
        var named = Enumerable.Range(0, studies).Count(study =>
        {
            var draws = Draws.For(21, study, stream: 1);
            var values = Enumerable.Range(0, seeds).Select(_ => ExactMath.InverseNormal(draws.Unit()));
            return SeedWarnings.Outliers("", Wait, [.. values], _ => "").Any();
        });

        Assert.InRange(named / (double)studies, 0, most);
    }

    [Fact]
    public void Pairing_hurts_where_arms_react_in_opposite_ways()
    {
        AssertOn(
            "pairing-hurts", "p99 wait: pairing hurt here (worth 0.64 of independent seeds)",
            SeedWarnings.PairingHurts("p99 wait", PairedDifference.Of(
                [118.21, 120.22, 122.45, 122.68, 119.40], [126.97, 124.31, 126.68, 122.66, 127.23])));
        Assert.Null(SeedWarnings.PairingHurts("", PairedDifference.Of([1, 2, 3], [2, 3, 4.1])));
        Assert.Null(SeedWarnings.PairingHurts("", PairedDifference.Of([1, 1], [2, 2])));
    }

    [Fact]
    public void The_smallest_difference_of_one_order_is_noise_of_the_sample()
    {
        AssertOn(
            "sample-noise", "orders: the smallest", SeedWarnings.SampleNoise("orders", [0, 5_000, 9], 9));
        Assert.Null(SeedWarnings.SampleNoise("orders", [0, 5_000, 20], 9));
        Assert.Null(SeedWarnings.SampleNoise("orders", [0, 0], 9));
    }

    [Fact]
    public void Failed_seeds_are_counted_and_above_5_percent_nothing_is_claimed()
    {
        AssertOn(
            "failed-seeds", "snow: 1 of 20 seeds failed and were left out of their pairs.",
            SeedWarnings.FailedSeeds("snow", 1, 20));
        AssertOn(
            "failed-seeds", "snow: 2 of 20 seeds failed and were left out of their pairs; no verdict",
            SeedWarnings.FailedSeeds("snow", 2, 20));
        Assert.Null(SeedWarnings.FailedSeeds("snow", 0, 20));
    }

    [Fact]
    public void Another_world_is_no_intervention()
    {
        AssertOn(
            "other-world", "Two worlds: population.buyers ",
            DesignWarnings.OtherWorld(["population.buyers"]));
        Assert.Null(DesignWarnings.OtherWorld([]));
    }

    [Fact]
    public void Neighbouring_points_with_equal_runs_are_named()
    {
        AssertOn(
            "same-hash", "gateway: 98,000 and 98,200 give the same runs: ",
            Assert.Single(DesignWarnings.SameHash(
                "gateway", [(97_000, ["a", "b"]), (98_000, ["c", "d"]), (98_200, ["c", "d"])])));
        Assert.Empty(DesignWarnings.SameHash("gateway", [(1, ["a", "b"]), (2, ["a", "c"])]));
    }

    [Fact]
    public void An_effect_that_moves_with_the_scale_is_none_to_lean_on()
    {
        var (effect, near, far) = (
            Estimate.Of([2.0, 2.2, 1.8, 2.1]), Estimate.Of([2.1, 2.3, 2.0]), Estimate.Of([4.0, 4.2, 4.1]));

        AssertOn(
            "scale-moves", "p99 wait, snow: 2.0 s at this scale, 4.1 s at the second",
            DesignWarnings.ScaleMoves("snow", Wait, effect, far, 0.95));
        Assert.Null(DesignWarnings.ScaleMoves("snow", Wait, effect, near, 0.95));
    }

    [Fact]
    public void A_sequence_that_stopped_when_it_was_narrow_says_so()
    {
        AssertOn("stopped-early", "Stopped at 35 seeds, ", DesignWarnings.StoppedEarly(true, 35));
        Assert.Null(DesignWarnings.StoppedEarly(false, 35));
    }

    [Fact]
    public void Measures_looked_at_afterwards_are_named()
    {
        AssertOn(
            "looked-afterwards", "Looked at afterwards: gmv, waits; ",
            DesignWarnings.LookedAfterwards(["gmv", "waits"]));
        Assert.Null(DesignWarnings.LookedAfterwards([]));
    }

    [Fact]
    public void A_measure_that_rises_and_falls_has_no_threshold()
    {
        AssertOn("not-monotone", "p99 wait ", DesignWarnings.NotMonotone("p99 wait", Monotony.Contradicted));
        Assert.Null(DesignWarnings.NotMonotone("p99 wait", Monotony.Falls));
    }

    [Fact]
    public void A_year_that_was_opened_twice_is_no_blind_test()
    {
        AssertOn(
            "held-out-opened", "2018 was held out, and opened 2 times",
            DesignWarnings.HeldOutOpened("2018", 2));
        Assert.Null(DesignWarnings.HeldOutOpened("2018", 1));
    }

    [Fact]
    public void Facts_known_from_memory_make_errors_loose()
    {
        AssertOn(
            "published-loose", "Known from memory only: 2013, first minute; ",
            DesignWarnings.PublishedLoose(["2013, first minute"]));
        Assert.Null(DesignWarnings.PublishedLoose([]));
    }

    [Fact]
    public void A_Sobol_sequence_wants_a_power_of_2()
    {
        AssertOn("not-power-of-two", "200 points ", DesignWarnings.NotPowerOfTwo(200));
        Assert.Null(DesignWarnings.NotPowerOfTwo(256));
    }

    [Fact]
    public void Wide_indices_give_no_ranking()
    {
        AssertOn(
            "too-few-for-ranking", "Too few for a ranking: an index is known to ± 0.15 only.",
            DesignWarnings.TooFewForRanking([new(0.1, 0.2), new(0.1, 0.4)]));
        Assert.Null(DesignWarnings.TooFewForRanking([new(0.1, 0.3)]));
    }

    [Fact]
    public void Every_code_is_explained_in_the_docs()
    {
        var page = Repository.Text("docs/concepts/studies.md");
        var codes = typeof(WarningCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .ToList();

        Assert.Equal(21, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Contains($"| `{code}` |", page, StringComparison.Ordinal));
    }

    private static void AssertOn(string code, string start, StudyWarning? warning)
    {
        Assert.NotNull(warning);
        Assert.Equal(code, warning.Code);
        Assert.StartsWith(start, warning.Text, StringComparison.Ordinal);
    }
}
