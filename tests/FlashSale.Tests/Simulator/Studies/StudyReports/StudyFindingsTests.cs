using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>What is found in runs whose values are known.</summary>
public sealed class StudyFindingsTests
{
    private static readonly double[] First = [118.21, 120.22, 122.45, 122.68, 119.40];
    private static readonly double[] Second = [126.97, 124.31, 126.68, 122.66, 127.23];

    [Fact]
    public void A_paired_difference_is_that_of_the_text_book() // STUDIES R2: Law, chapter 10
    {
        var found = Assert.Single(Found(First, Second, "confidence: 0.9").Differences);

        Assert.Equal(4.978, found.Mean, precision: 9);
        Assert.Equal(1.649, found.Alone!.Low, precision: 3);
        Assert.Equal(8.307, found.Alone.High, precision: 3);
        Assert.Equal(0.6367, found.Worth!.Value, precision: 4);
        Assert.StartsWith("at-once beats as-it-is by ", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_are_said_by_their_codes()
    {
        var codes = Found(First, Second).Warnings.Select(one => one.Code).ToList();

        Assert.Contains(WarningCodes.FewSeeds, codes);
        Assert.Contains(WarningCodes.PairingHurts, codes);
    }

    [Fact]
    public void What_is_beyond_chance_is_told_before_what_is_not()
    {
        var study = new ValuedStudy(First.Length, "confidence: 0.9",
            "  same: { value: ordersPaid, better: more }\n  gmv: { value: gmvYuan, better: more }");

        var found = study.Found(study.Runs(First, Second).Select(run =>
            run with { Values = [1, run.Values[0]] }));

        Assert.Equal(["same", "gmv"], found.Differences.Select(one => one.Measure));
        Assert.StartsWith("at-once beats as-it-is by ", found.Sentences[0], StringComparison.Ordinal);
        Assert.StartsWith("No difference in same in any", found.Sentences[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_that_lean_to_one_side_are_warned_of_and_even_ones_are_not()
    {
        double[] skewed = [10, 12, 12.5, 12.5, 13.9, 15, 21, 22, 23, 34, 50, 81, 89, 121, 134, 213];
        double[] even = [.. skewed.Select((_, at) => at + 1.0)];
        double[] none = [.. skewed.Select(_ => 100.0)];

        Assert.StartsWith("gmv, at-once less as-it-is, leans to one side (g = 1.48): by t ",
            Of(skewed, WarningCodes.Skewed)!.Text, StringComparison.Ordinal);
        Assert.Null(Of(even, WarningCodes.Skewed));

        StudyWarning? Of(double[] differences, string code) =>
            Found(none, [.. differences.Select(difference => 100 + difference)]).Warnings
                .SingleOrDefault(one => one.Code == code);
    }

    [Theory]
    [InlineData(100_000, true)] // one order at scale 0.00001
    [InlineData(300_000, false)]
    public void A_difference_of_one_order_of_the_sample_is_warned_of(double smallest, bool isWarned)
    {
        var found = Found([1e9, 1e9, 1e9], [1e9, 1e9 + smallest, 1e9 - 700_000],
            measures: "  paid: { value: ordersPaid, better: more }");

        Assert.Equal(isWarned, found.Warnings.Any(one => one.Code == WarningCodes.SampleNoise));
    }

    [Theory]
    [InlineData("at-once beats as-it-is on gmv", true)]
    [InlineData("as-it-is beats at-once on gmv", false)]
    [InlineData("gmv of at-once above 120", true)]
    [InlineData("gmv of at-once above 125", false)]
    [InlineData("gmv of as-it-is below 125", true)]
    public void A_claim_comes_out_or_does_not(string claim, bool cameOut)
    {
        var found = Found(First, Second, $"expect: [ \"{claim}\" ]\nconfidence: 0.9");

        Assert.Equal(cameOut, Assert.Single(found.Expectations).CameOut);
        Assert.Equal(cameOut, found.Passed);
    }

    [Fact]
    public void A_seed_that_failed_in_one_arm_is_left_out_of_the_pairs_and_named()
    {
        var found = Found(First, Second, fails: (1, 3));

        Assert.Equal(4, Assert.Single(found.Differences).Pairs);
        Assert.Equal(VerdictKind.Withheld, found.Differences[0].Verdict);
        var failure = Assert.Single(found.Failures);
        Assert.Equal(("at-once", 3UL, RunStatus.Crashed), (failure.Point, failure.Seed, failure.Status));
        Assert.Equal("flashsale simulate points/001.yaml --seed 3", failure.Command);
        Assert.Equal("repeat: flashsale simulate some/folder/points/001.yaml --seed 3",
            new StudyFolder("some/folder").Outside("repeat: " + failure.Command));
    }

    [Fact]
    public void An_audit_that_fails_fails_the_study_whatever_the_numbers_say()
    {
        var found = Found(First, Second, fails: (0, 2), status: RunStatus.AuditFailed);

        Assert.Equal((1, 9), (found.Runs.AuditFailed, found.Runs.Done));
        Assert.Equal(5, found.Differences[0].Pairs);
        Assert.False(found.Passed);
    }

    [Fact]
    public void What_matters_of_a_relative_change_is_a_share_too()
    {
        double[] more = [.. First.Select((value, at) => value * Math.Exp(0.102 + (at * 1e-5)))]; // 10.7 %

        Assert.DoesNotContain("less than matters", Sentence("0.105"), StringComparison.Ordinal);
        Assert.Contains("less than matters", Sentence("0.11"), StringComparison.Ordinal);

        string Sentence(string least)
        {
            var measure = $"  gmv: {{ value: gmvYuan, show: percent, better: more, matters: {least} }}";
            return Assert.Single(Found(First, more, measures: measure).Differences).Sentence;
        }
    }

    [Fact]
    public void Runs_that_are_not_there_make_the_study_partial()
    {
        var study = new ValuedStudy(First.Length);

        var found = study.Found(study.Runs(First, Second).Take(7));

        Assert.True(found.Partial);
        Assert.Equal((10, 7), (found.Runs.Planned, found.Runs.Done));
    }

    [Fact]
    public void The_order_in_which_runs_came_changes_no_byte()
    {
        var study = new ValuedStudy(First.Length);
        var reversed = study.Runs(First, Second).Reverse().ToList();

        Assert.Equal(
            StudyJson.Write(study.Found(First, Second)),
            StudyJson.Write(study.Found(reversed)));
    }

    private static StudyResult Found(
        double[] first, double[] second, string more = "", (int Point, ulong Seed)? fails = null,
        RunStatus status = RunStatus.Crashed, string? measures = null)
    {
        var study = new ValuedStudy(first.Length, more, measures);
        var runs = study.Runs(first, second).Select(run =>
            fails is { } one && (run.Order.Point, run.Order.Seed) == (one.Point, one.Seed)
                ? run with { Outcome = run.Outcome with { Status = status } } : run);
        return study.Found(runs);
    }
}
