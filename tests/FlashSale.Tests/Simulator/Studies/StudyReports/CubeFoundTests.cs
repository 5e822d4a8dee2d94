using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>What designs of the cube find in runs whose measure is a known function of the factors.</summary>
public sealed class CubeFoundTests
{
    private const string Morris = "sensitivity: { method: morris, trajectories: 8, FACTORS }";

    // never goes from 0.05 to 0.2, the logarithm of retry from ln 0.5 to ln 10.
    private static readonly Func<double, double, ulong, double?> Linear =
        (never, retry, seed) => (20 * never) + Math.Log(retry / 0.5) / Math.Log(20) + (100 * seed);

    [Fact]
    public void Morris_finds_the_slopes_whatever_the_luck_of_each_trajectory()
    {
        var found = Found(Morris, Linear);

        Assert.Equal(["never", "retry"], found.Effects.Select(one => one.Factor));
        Assert.Equal(3, found.Effects[0].MuStar, 3); // 20 × (0.2 − 0.05)
        Assert.Equal(1, found.Effects[1].MuStar, 3);
        Assert.Equal(0, found.Effects[0].Sigma, 3);
        Assert.Equal("never moves gmv most over its range, by 3.000 yuan (3.000 to 3.000), then retry, by "
            + "1.000 yuan (1.000 to 1.000) (95 %, 8 trajectories).", found.Sentences[0]);
        Assert.Contains("Less than matters in gmv (2 yuan) over its whole range: retry.", found.Sentences);
    }

    [Fact]
    public void A_trajectory_of_which_a_run_failed_is_left_out_and_said()
    {
        var found = Found(Morris, Linear, fails: run => run is { Seed: 3, Point: > 0 });

        Assert.All(found.Effects, one => Assert.Equal(7, one.Trajectories));
        Assert.Contains(found.Warnings, one => one.Code == WarningCodes.FailedSeeds
            && one.Text == "gmv: 1 of 8 trajectories are left out, because a run of them failed or has no "
                + "such value; the failed may be the interesting ones.");
    }

    [Fact]
    public void Factors_that_move_a_measure_alike_are_not_told_apart()
    {
        var found = Found(Morris, (never, retry, seed) =>
            (seed % 2 == 0 ? never * 20 / 3 : 0) + (seed % 2 == 1 ? Math.Log(retry) / Math.Log(20) : 0));

        Assert.Contains(" move gmv most over their ranges, by ", found.Sentences[0],
            StringComparison.Ordinal);
        Assert.Contains("; which of them most is not told apart (95 %, 8 trajectories).", found.Sentences[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Sobol_finds_the_share_of_chance_beside_those_of_the_factors()
    {
        // Variances: never (20 × 0.15)²/12 = 0.75; chance: a seed is 0 or 1 with equal odds, 0.25.
        var found = Found("sensitivity: { method: sobol, base: 128, chance: true, FACTORS }",
            (never, retry, seed) => (20 * never) + (seed > 1UL << 31 ? 1 : 0));

        Assert.Equal(["never", "retry", "chance"], found.Indices.Select(one => one.Factor));
        Assert.InRange(found.Indices[0].First, 0.7, 0.8);
        Assert.Equal(0, found.Indices[1].Total!.Value, 6);
        Assert.InRange(found.Indices[2].First, 0.2, 0.3);
        Assert.Matches(@"^never explains 7\d % \(\d\d–\d+\) of the spread of gmv, chance 2\d %\.$",
            found.Sentences[0]);
    }

    [Fact]
    public void Factors_that_act_only_together_are_named_and_few_rows_are_warned_of()
    {
        var found = Found("sensitivity: { method: sobol, base: 12, FACTORS }",
            (never, retry, _) => (never - 0.125) * Math.Log(retry / Math.Sqrt(5)));

        Assert.Contains(found.Sentences,
            one => one.Contains(" interact: T − S = ", StringComparison.Ordinal));
        Assert.Contains(found.Warnings, one => one.Code == WarningCodes.TooFewForRanking
            && one.Text.StartsWith("gmv: Too few for a ranking", StringComparison.Ordinal));
        Assert.Contains(found.Warnings, one => one.Code == WarningCodes.NotPowerOfTwo);
    }

    [Fact]
    public void A_sample_finds_the_box_and_the_shares_by_rank()
    {
        var found = Found("sample: { points: 300, discover: \"gmv > 0.5\", FACTORS }",
            (never, retry, _) => never < 0.1 && retry < 2 ? 1 : 0);

        var box = Assert.Single(found.Boxes);
        Assert.Equal(["never", "retry"], box.Sides.Select(side => side.Factor));
        Assert.All(box.Sides, side => Assert.True(side.IsUpper));
        Assert.InRange(box.Sides[0].Limit, 0.098, 0.102);
        Assert.InRange(box.Sides[1].Limit, 1.9, 2.1);
        Assert.Equal((1.0, 1.0), (box.Stage!.Coverage, box.Stage.Density));
        Assert.Matches(@"^gmv exceeds 0\.5 yuan mostly when never < 0\.\d+ and retry < [12]\.\d s: covers "
            + "100 % of such cases, 100 % of the box are such.$", found.Sentences[0]);
        Assert.Equal(["never", "retry"], found.Indices.Select(one => one.Factor));
        Assert.All(found.Indices, one => Assert.Null(one.Total));
    }

    [Fact]
    public void A_case_that_never_happens_has_no_box()
    {
        var found = Found("sample: { points: 20, discover: \"gmv > 5\", FACTORS }", (never, _, _) => never);

        Assert.Equal("gmv exceeds 5 yuan at none of 20 points: there is no box to find.", found.Sentences[0]);
        Assert.Empty(Assert.Single(found.Boxes).Sides);
    }

    [Fact]
    public void Few_random_points_hang_together_and_that_is_said()
    {
        var found = Found("sample: { method: random, points: 8, FACTORS }", (never, _, _) => never);

        Assert.Contains(found.Warnings, one => one.Code == WarningCodes.Correlated
            && one.Text.StartsWith("never and retry hang together", StringComparison.Ordinal));
    }

    [Fact]
    public void One_at_a_time_says_what_swings_most_and_what_it_cannot_see()
    {
        var found = Found("seeds: 4\nsensitivity: { method: one-at-a-time, FACTORS }",
            (never, retry, seed) => (20 * never) + (seed * 0.001 * retry));

        Assert.Equal(["never", "retry"], found.Swings.Select(one => one.Factor));
        Assert.Equal(3, found.Swings[0].Swing, 9);
        Assert.StartsWith("never swings gmv most between its ends, from 0.05 to 0.2 by 3", found.Sentences[0],
            StringComparison.Ordinal);
        Assert.Contains(found.Warnings, one => one.Code == WarningCodes.OneAtATime);
        Assert.Equal(4, found.Differences.Count);
    }

    [Fact]
    public void A_step_after_which_runs_are_equal_bit_by_bit_is_warned_of()
    {
        var found = Found(Morris, Linear, hash: level => level.Levels[0].Text);

        Assert.Contains(found.Warnings, one => one.Code == WarningCodes.SameHash
            && one.Text.StartsWith("retry: 8 of 8 steps change nothing at all", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Morris, "effects", "Mean size and spread of the effects on gmv")]
    [InlineData("sensitivity: { method: sobol, base: 8, chance: true, FACTORS }", "indices",
        "Share of the spread of gmv")]
    [InlineData("sample: { points: 40, discover: \"gmv > 104.5\", FACTORS }", "boxes", "The box on ")]
    [InlineData("sample: { points: 40, FACTORS }", "indices", "gmv against never")]
    [InlineData("seeds: 3\nsensitivity: { method: one-at-a-time, FACTORS }", "swings",
        "What each factor alone does to gmv")]
    public void Each_design_has_its_table_and_its_figure(string design, string table, string figure)
    {
        var runs = RunsOf(design, Linear);
        var found = runs.Plan.Study.Design.Found(runs)!;
        var result = StudyFindings.Of(runs);

        var page = StudyPage.Of(
            new StudyFigures(runs.Plan, result, runs.All), StudyCurvesOf(runs), found, new StudyFolder("f"));

        Assert.Contains(figure, page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        var rows = Assert.Single(found.Tables, one => one.Name == table).Rows;
        Assert.NotEmpty(rows);
        Assert.All(found.Tables, one => Assert.All(one.Rows, row =>
            Assert.Equal(one.Columns.Count, row.Count)));
    }

    [Fact]
    public void The_order_in_which_runs_came_changes_no_byte()
    {
        var runs = RunsOf(Morris, Linear);

        Assert.Equal(
            StudyJson.Write(StudyFindings.Of(runs)),
            StudyJson.Write(StudyFindings.Of(new StudyRuns(runs.Plan, runs.Measures,
                [.. runs.All.Reverse()]))));
    }

    private static StudyResult Found(
        string design, Func<double, double, ulong, double?> measure,
        Func<(int Point, ulong Seed), bool>? fails = null, Func<StudyPoint, string>? hash = null) =>
        StudyFindings.Of(RunsOf(design, measure, fails, hash));

    private static StudyRuns RunsOf(
        string design, Func<double, double, ulong, double?> measure,
        Func<(int Point, ulong Seed), bool>? fails = null, Func<StudyPoint, string>? hash = null)
    {
        var plan = CubeDesignTests.PlanOf(design, "  gmv: { value: gmvYuan, matters: 2 }");
        return new StudyRuns(plan, StudyMeasure.All(plan.Study).Value!,
        [
            .. plan.Orders.Select(order =>
            {
                var point = plan.Points[order.Point];
                var isFailed = fails?.Invoke((order.Point, order.Seed)) == true;
                return new MeasuredRun(order, new RunOutcome
                {
                    Key = order.Key,
                    Status = isFailed ? RunStatus.Crashed : RunStatus.Done,
                    StateHash = hash?.Invoke(point) ?? order.Key,
                }, [measure(Number(point, "never"), Number(point, "retry"), order.Seed)]);
            }),
        ]);
    }

    private static double Number(StudyPoint point, string factor) =>
        point.Levels.First(level => level.Factor == factor).Number!.Value;

    private static StudyCurves StudyCurvesOf(StudyRuns runs) => StudyCurves.Of(
        new StudyRuns(runs.Plan, runs.Measures, []), new RunCache(Path.GetTempPath()));
}
