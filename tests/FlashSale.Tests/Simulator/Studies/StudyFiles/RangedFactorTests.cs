using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class RangedFactorTests
{
    [Theory]
    [InlineData("range: [0.05, 0.2]", "0.05 0.125 0.2")]
    [InlineData("range: [1, 100], spacing: log", "1 10 100")]
    [InlineData("range: [500ms, 10s]", "500ms 5250ms 10s")]
    [InlineData("range: [100ms, 10s], spacing: log", "100ms 1s 10s")]
    [InlineData("range: [-10min, 10min]", "-10min 0s 10min")]
    [InlineData("triangle: [0, 0.5, 1]", "0 0.5 1")]
    [InlineData("triangle: [0, 1, 1]", "0 0.707107 1")]
    [InlineData("range: [0.5, 2], form: times", "0.5 1.25 2")]
    public void A_factor_goes_from_end_to_end_as_its_spacing_says(string range, string values)
    {
        var (factor, problems) = Read($"path: behaviour.paying.neverShare, as: never, {range}");

        Assert.Empty(problems);
        Assert.Equal("never", factor.Name);
        Assert.Equal(values, string.Join(' ', new[] { 0, 0.5, 1 }.Select(at => factor.At(at).Value.Text)));
    }

    [Fact]
    public void A_length_is_a_number_of_seconds()
    {
        var (factor, _) = Read("path: behaviour.trying.retryDelay, range: [500ms, 10s]");

        Assert.Equal(("retryDelay", 0.5, 10.0),
            (factor.Name, factor.Values.Scale.Low, factor.Values.Scale.High));
        Assert.Equal("1235ms", factor.Of(1.2346).Value.Text);
    }

    [Theory]
    [InlineData("as: never", "1:6: f.path: the key is missing")]
    [InlineData("path: a.b", "1:6: f: one range is needed; allowed: range: [low, high], or triangle")]
    [InlineData("path: a.b, range: [0, 1], triangle: [0, 1, 2]", "f: one range is needed")]
    [InlineData("path: a.b, range: [1]", "1:26: f.range: 1 values; allowed: [low, high]")]
    [InlineData("path: a.b, triangle: [1, 2]", "f.triangle: 2 values; allowed: [low, top, high]")]
    [InlineData("path: a.b, range: [2, 1]", "1:26: f.range: the values do not rise; allowed: the low end")]
    [InlineData("path: a.b, range: [1, 1]", "1:26: f.range: the ends are equal; allowed: two ends")]
    [InlineData("path: a.b, triangle: [1, 5, 2]", "f.triangle: the values do not rise")]
    [InlineData("path: a.b, range: [1, 10s]", "1:30: f.range[1]: «10s» is no number: it has a unit of time")]
    [InlineData("path: a.b, range: [1s, 10]", "1:31: f.range[1]: «10» has no unit")]
    [InlineData("path: a.b, range: [5%, 10%]", "«5%» is no number: a share is written without "
        + "a percent sign")]
    [InlineData("path: a.b, range: [0, 1], spacing: log", "f.spacing: «log» does not fit these ends")]
    [InlineData("path: a.b, range: [0, 1], spacing: triangle", "f.spacing: «triangle» does not fit; allowed: "
        + "linear or log, with range")]
    [InlineData("path: a.b, triangle: [0, 1, 2], spacing: log", "f.spacing: «log» does not fit")]
    [InlineData("path: a.b, range: [-1, 1], form: times", "f.range[0]: «-1» is out of range")]
    [InlineData("path: a.b, range: [0, 1], as: a b", "f.as: «a b» is no such name")]
    [InlineData("path: a.b, range: [0, 1], steps: 4", "f.steps: the key is not known")]
    public void A_range_that_is_none_is_refused_at_its_place(string factor, string message)
    {
        var (_, problems) = Read(factor);

        Assert.Contains(message, string.Join('\n', problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_numbers_are_rounded_where_only_they_may_stand_and_shares_beside_them_are_not()
    {
        var plan = StudyReaderTests.Plan(StudyReaderTests.Study(StudyText.Sweep(
            """
              - { path: catalogue.stores, as: stores, from: 200, to: 205, steps: 3 }
              - { path: behaviour.paying.neverShare, as: never, from: 0.1, to: 0.2, steps: 3 }
            """, "together: [stores, never]")));

        Assert.Equal(["200", "202", "205"], plan.Points.Skip(1).Select(point => point.Levels[0].Text));
        Assert.Equal(["0.1", "0.15", "0.2"], plan.Points.Skip(1).Select(point => point.Levels[1].Text));
        Assert.Equal(
            [200, 202, 205], plan.Points.Skip(1).Select(point => point.Scenario.OfDay().Catalogue.Stores));
    }

    [Fact]
    public void A_number_that_somebody_wrote_is_not_rounded()
    {
        var reading = StudyPlan.Of(StudyReaderTests.Study(StudyText.Sweep(
            "  - { path: catalogue.stores, as: stores, set: [200, 202.5] }")), "code");

        Assert.Contains("catalogue.stores: «202.5» is no whole number",
            Assert.Single(reading.Problems).ToString(), StringComparison.Ordinal);
    }

    private static (RangedFactor Factor, IReadOnlyList<ScenarioProblem> Problems) Read(string factor)
    {
        var problems = new ProblemList("s.yaml");
        var tree = YamlTree.Parse($"{{ f: {{ {factor} }} }}", problems)!;
        var read = Block.Read(tree, "", problems,
            block => block.RequiredSection("f", RangedFactor.Read));
        return (read, problems.InFileOrder);
    }
}
