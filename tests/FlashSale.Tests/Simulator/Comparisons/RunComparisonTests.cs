using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator;

public sealed class RunComparisonTests
{
    private static readonly RunSummary Summary = SampleFestival.Result.Summary;

    [Fact]
    public void One_seed_is_an_example_and_no_headline() // A11
    {
        var other = Compare([Run("a", 1, 94)], [Run("b", 1, 100, "1min")]);

        Assert.Equal("One seed is an example, not evidence: run more seeds, as --seeds 5", other.Finding);
        var peak = other.Figures.Single(figure => figure.Field.Field == "peakPaymentsPerSecond");
        Assert.Equal("an example, not evidence: 94 and 100 of the sample", peak.Verdict);
        Assert.Null(peak.Difference.HalfWidth(RunComparison.Confidence));
    }

    [Fact]
    public void Equal_seeds_are_pairs_and_only_what_chance_does_not_explain_is_found()
    {
        var other = Compare(
            [.. Enumerable.Range(1, 5)
                .Select(seed => Run("a", seed, 94 + seed, paid: 1_000_000 + (seed * 5_000)))],
            [.. Enumerable.Range(1, 5).Select(seed =>
                Run("b", seed, 94 + (seed * 7 % 5), "1min", paid: 990_000 + (seed * 5_010)))]);

        Assert.Equal([1UL, 2, 3, 4, 5], other.Seeds);
        Assert.Equal("policy.inventory.payWithin = 1min (A: not given)", other.Second.Name);
        Assert.StartsWith("Orders paid lower by 9,970 orders ± ", other.Finding, StringComparison.Ordinal);
        Assert.DoesNotContain("Peak", other.Finding, StringComparison.Ordinal);
        var peak = other.Figures.Single(figure => figure.Field.Field == "peakPaymentsPerSecond");
        var each = Multiplicity.OfEach(0.95, SummaryFigures.Compared.Count); // of all figures together
        var pairs = SeedsNeeded.Stein(
            peak.Difference.Deviation, Math.Abs(peak.Difference.Mean), each, peak.Difference.Freedom);
        Assert.StartsWith(
            $"may be chance; about {pairs} pairs would tell", peak.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void What_differs_and_does_nothing_is_said_to()
    {
        var other = Compare([Run("a", 1, 94), Run("a", 2, 95)],
            [Run("b", 1, 94, "1min"), Run("b", 2, 95, "1min")]);

        Assert.Equal("The same in every seed: what differs does nothing here", other.Finding);
    }

    [Fact]
    public void Runs_of_other_scales_are_not_compared()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => RunComparison.Of(
            [Run("a", 1, 94), Of("b", Summary with { Scale = 0.0002, Seed = 2 })]));

        Assert.StartsWith("scales differ: 0.0001 and 0.0002", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_twice_is_no_second_observation() => Assert.Contains(
        "the same question on the same seed",
        Assert.Throws<InvalidDataException>(() => RunComparison.Of([Run("a", 1, 94), Run("b", 1, 94)]))
            .Message,
        StringComparison.Ordinal);

    [Fact]
    public void Another_festival_and_another_commit_are_warned_of()
    {
        var comparison = RunComparison.Of(
            [Run("a", 1, 94), Of("b",
                Summary with { Year = 2018, Seed = 2, Commit = "other", Parameters = [] })]);

        Assert.Equal(2, comparison.Warnings.Count);
    }

    [Fact]
    public void The_page_names_questions_seeds_and_verdicts_and_draws_the_curves()
    {
        var page = ComparisonPage.Of(RunComparison.Of(
            [Run("a", 1, 94), Run("a", 2, 90), Run("b", 1, 94, "1min", paid: 7),
                Run("b", 2, 90, "1min", paid: 9)]));

        Assert.Contains("policy.inventory.payWithin = 1min", page, StringComparison.Ordinal);
        Assert.Contains("scale 0.0001 · seeds 1, 2", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    private static ArmDifference Compare(ComparedRun[] first, ComparedRun[] second) =>
        Assert.Single(RunComparison.Of([.. first, .. second]).Others);

    private static ComparedRun Run(
        string folder, int seed, int peak, string? payWithin = null, long paid = 1_000_000) => Of(
        folder, Summary with
        {
            Seed = (ulong)seed,
            OrdersPaid = paid,
            PeakPaymentsPerSecond = peak * 10_000,
            StateHash = $"{seed}-{peak}-{paid}-0123456789abcdef",
            Sample = Summary.Sample with { PeakPaymentsPerSecond = peak },
            Parameters = payWithin is null
                ? [new("seed", $"{seed}")]
                    : [new("seed", $"{seed}"), new("policy.inventory.payWithin", payWithin)],
        });

    private static ComparedRun Of(string folder, RunSummary summary) =>
        new(folder, SampleFestival.Result with { Summary = summary }, null);
}
