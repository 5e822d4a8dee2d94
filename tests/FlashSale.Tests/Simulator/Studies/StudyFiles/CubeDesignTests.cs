using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>Designs whose points lie in the cube of their factors: what they read and run.</summary>
public sealed class CubeDesignTests
{
    [Fact]
    public void Each_trajectory_runs_on_seeds_of_its_own()
    {
        var plan = PlanOf("sensitivity: { method: morris, trajectories: 3, seedsPerPoint: 2, FACTORS }");

        Assert.Equal(3 * (2 + 1) * 2, plan.Orders.Count);
        Assert.Equal([1UL, 2, 3, 4, 5, 6], plan.Seeds);
        Assert.All(plan.Orders, order => Assert.StartsWith(
            $"trajectory {((order.Seed - 1) / 2) + 1}, ", plan.Points[order.Point].Name,
            StringComparison.Ordinal));
        Assert.Equal("3 trajectories × (2 factors + 1) × 2 seeds", plan.Study.Design.Cost);
    }

    [Fact]
    public void With_chance_a_row_of_B_has_its_own_seed_and_the_mixtures_have_that_of_A()
    {
        var plan = PlanOf("sensitivity: { method: sobol, base: 4, chance: true, FACTORS }");

        Assert.Equal(4 * (2 + 3), plan.Orders.Count);
        Assert.Equal("4 rows × (2 factors + 3)", plan.Study.Design.Cost);
        for (var row = 1; row <= 4; row++)
        {
            var (a, b) = (SeedsOf(plan, $"row {row}, A"), SeedsOf(plan, $"row {row}, B"));
            Assert.Equal([a[0], b[0]], a);
            Assert.NotEqual(a[0], a[1]);
            Assert.Equal([a[0]], SeedsOf(plan, $"row {row}, never"));
            Assert.Equal([a[0]], SeedsOf(plan, $"row {row}, retry"));
        }
    }

    [Fact]
    public void Without_chance_all_rows_run_on_the_same_seeds()
    {
        var plan = PlanOf("sensitivity: { method: sobol, base: 4, seedsPerPoint: 2, FACTORS }");

        Assert.Equal(4 * (2 + 2) * 2, plan.Orders.Count);
        Assert.Equal([1UL, 2], plan.Seeds);
    }

    [Theory]
    [InlineData("sample: { points: 20, FACTORS }")]
    [InlineData("sample: { method: sobol-sequence, points: 16, FACTORS }")]
    [InlineData("sample: { method: random, points: 16, FACTORS }")]
    [InlineData("sensitivity: { method: rank, points: 16, FACTORS }")]
    public void A_sample_fills_the_ranges_of_its_factors(string design)
    {
        var plan = PlanOf(design);

        Assert.Equal([1UL], plan.Seeds);
        var never = plan.Points.Select(point => point.Scenario.OfDay().Behaviour.Paying.NeverShare).ToList();
        Assert.Equal(plan.Points.Count, never.Distinct().Count());
        Assert.InRange(never.Min(), 0.05, 0.08);
        Assert.InRange(never.Max(), 0.17, 0.2);
        var retry = plan.Points.Select(point => point.Levels[1].Number!.Value).ToList();
        Assert.InRange(retry.Count(one => one < Math.Sqrt(0.5 * 10)), plan.Points.Count / 4,
            plan.Points.Count * 3 / 4); // half of a logarithmic range lies below its geometric mean
    }

    [Fact]
    public void One_at_a_time_moves_each_factor_from_the_base_to_its_ends()
    {
        var plan = PlanOf("seeds: 3\nsensitivity: { method: one-at-a-time, FACTORS }");

        Assert.Equal(["base", "never 0.05", "never 0.2", "retry 500ms", "retry 10s"],
            plan.Points.Select(point => point.Name));
        Assert.Equal(15, plan.Orders.Count);
        Assert.Equal(4, plan.Pairs.Count);
        Assert.All(plan.Points, point => Assert.Equal(["never", "retry"],
            point.Levels.Select(level => level.Factor)));
        Assert.Equal(plan.Points[0].Levels[1], plan.Points[1].Levels[1]);
    }

    [Fact]
    public void The_design_seed_draws_other_points_and_no_other_runs_of_the_base()
    {
        const string design = "sensitivity: { method: morris, trajectories: 3, FACTORS }";

        Assert.NotEqual(PlanOf(design).Text(), PlanOf(design + "\ndesignSeed: 2").Text());
        Assert.Equal(PlanOf(design).Text(), PlanOf(design + "\ndesignSeed: 1").Text());
    }

    [Theory]
    [InlineData("sensitivity: { method: morris, trajectories: 3, FACTORS }")]
    [InlineData("sensitivity: { method: one-at-a-time, FACTORS }")]
    [InlineData("sample: { points: 8, discover: \"gmv > 1\", FACTORS }")]
    public void What_was_read_is_written_with_all_defaults_and_reads_as_the_same_plan(string design)
    {
        var plan = PlanOf(design);
        var again = StudyPlan.Of(StudyReaderTests.Study(plan.Study.Text), plan.Code).Value!;

        Assert.Equal(plan.Text(), again.Text());
        Assert.Equal(plan.Study.Text, again.Study.Text);
    }

    [Theory]
    [InlineData("sensitivity: { FACTORS }", "6:14: sensitivity.method: the key is missing")]
    [InlineData("sensitivity: { method: moris, FACTORS }", "«moris» is not known (did you mean «morris»?)")]
    [InlineData("sensitivity: { method: morris }", "6:14: sensitivity.factors: the key is missing")]
    [InlineData("sensitivity: { method: morris, factors: [] }", "sensitivity.factors: the list is empty")]
    [InlineData("sensitivity: { method: morris, levels: 3, FACTORS }", "sensitivity.levels: 3 is odd")]
    [InlineData("sensitivity: { method: morris, base: 8, FACTORS }", "sensitivity.base: the key is not")]
    [InlineData("sensitivity: { method: morris, FACTORS }\nseeds: 3",
        "seeds: this design has seeds of its own; allowed: seedsPerPoint, and designSeed")]
    [InlineData("sensitivity: { method: morris, FACTORS }\ncompare: { pairs: all }",
        "compare: this design does not compare points")]
    [InlineData("sensitivity: { method: one-at-a-time, FACTORS }\ndesignSeed: 3",
        "designSeed: the key is not")]
    [InlineData("sensitivity: { method: sobol, chance: true, seedsPerPoint: 2, FACTORS }",
        "sensitivity.seedsPerPoint: with chance each row has a seed of its own")]
    [InlineData("sensitivity: { method: rank, discover: \"gmv > 1\", FACTORS }", "discover: the key is not")]
    [InlineData("sample: { method: halton, FACTORS }", "sample.method: «halton» is not known")]
    [InlineData("sample: { discover: \"gmv\", FACTORS }", "sample.discover: «gmv» is no condition; allowed")]
    [InlineData("sample: { discover: \"x > 1\", FACTORS }",
        "sample.discover: there is no measure x; allowed: gmv")]
    [InlineData("sample: { points: 2, FACTORS }", "sample.points: «2» is out of range")]
    public void What_is_wrong_is_said_with_its_place_and_what_is_allowed(string design, string message)
    {
        var reading = StudyReader.Read(Text(design), "s.yaml");

        Assert.Contains(message, string.Join('\n', reading.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("behaviour.paying.neverShare", "[0.05, 2]", "6:94: sensitivity.factors[0]: "
        + "behaviour.paying.neverShare: «2» is out of range")]
    [InlineData("behaviour.paying.neverShares", "[0.05, 0.2]", "did you mean «behaviour.paying.neverShare»?")]
    [InlineData("seed", "[1, 5]", "«seed» is no factor")]
    public void An_end_that_is_no_scenario_is_told_once_at_its_place(
        string path, string range, string message)
    {
        var study = StudyReaderTests.Study(Text("sensitivity: { method: morris, factors: [ "
            + $"{{ path: {path}, range: {range} }} ] }}"));

        var problems = StudyPlan.Of(study, "code").Problems;

        Assert.Contains(message, string.Join('\n', problems), StringComparison.Ordinal);
        Assert.InRange(problems.Count, 1, 2);
    }

    internal static string Text(string design, string measures = "  gmv: gmvYuan") => $"""
        name: a-cube
        question: What matters?
        base: quick
        scale: 0.00001
        horizon: 2min
        {design.Replace("FACTORS", Factors, StringComparison.Ordinal)}
        measures:
        {measures}
        """;

    internal static StudyPlan PlanOf(string design, string measures = "  gmv: gmvYuan")
    {
        var reading = StudyPlan.Of(StudyReaderTests.Study(Text(design, measures)), new string('c', 64));
        Assert.Empty(reading.Problems);
        return reading.Value!;
    }

    private const string Factors = "factors: [ { path: behaviour.paying.neverShare, as: never, "
        + "range: [0.05, 0.2] }, { path: behaviour.trying.retryDelay, as: retry, range: [500ms, 10s], "
        + "spacing: log } ]";

    private static IReadOnlyList<ulong> SeedsOf(StudyPlan plan, string point) =>
        [.. plan.Orders.Where(order => plan.Points[order.Point].Name == point).Select(order => order.Seed)];
}
