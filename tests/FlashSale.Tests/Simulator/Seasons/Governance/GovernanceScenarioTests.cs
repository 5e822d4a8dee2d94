using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Changes of the rules with their terms are read as strictly as everything else.</summary>
public sealed class GovernanceScenarioTests
{
    private const string Sound = "kind: season\nname: test\ngovernance:\n  halfLife: 10d\n";

    [Fact]
    public void Terms_are_written_as_they_are_read()
    {
        var season = Protesting.Scenario;

        var text = ScenarioTree.Text(season);
        var again = ScenarioReader.ReadSeason(text, "scenario.yaml");

        Assert.Empty(again.Problems);
        Assert.Equal(season.Hash, again.Value!.Hash);
        Assert.Contains("equalForBothMarkets: false", text, StringComparison.Ordinal);
    }

    // It is written, and named, as it was before changes had terms.
    [Fact]
    public void A_change_without_terms_says_nothing_of_them()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(SmallSeason.Scenario with
        {
            Changes =
            [
                new PolicyChange
                {
                    At = TimeSpan.FromDays(9),
                    Policy = [new PolicySetting("inventory.payWithin", "1min")],
                },
            ],
        });

        Assert.DoesNotContain("Terms", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  lossIgnored: 2", 5, "governance.lossIgnored", "out of range")]
    [InlineData("  protest:\n    acts: [0.5, 0.5]", 6, "governance.protest.acts", "2 shares")]
    [InlineData("  protest:\n    thresold: 3", 6, "governance.protest.thresold",
        "did you mean «threshold»?")]
    [InlineData("  answer:\n    measures: [apologise]", 6, "governance.answer.measures[0]", "not known")]
    [InlineData("  answer:\n    measures: [half-deposit]\nchanges:\n  - at: 9d\n    policy: {}", 6,
        "governance.answer.measures", "no change sets a deposit")]
    [InlineData("changes:\n  - at: 9d\n    policy: {}\n    terms: { announced: 10d }", 6, "changes",
        "after it begins")]
    [InlineData("changes:\n  - at: 9d\n    policy: {}\n    terms: { announced: 5h }", 6, "changes",
        "within a day")]
    [InlineData("changes:\n  - at: 9d\n    policy: {}\n    terms: { compensation: 0.5 }", 6, "changes",
        "hit nobody")]
    [InlineData("changes:\n  - at: 9d\n    policy: {}\n    terms: { voted: yes }", 8,
        "changes[0].terms.voted", "neither")]
    public void What_is_wrong_is_said_with_its_place(string lines, int line, string key, string wrong)
    {
        var (season, problems) = ScenarioReader.ReadSeason(Sound + lines + "\n", "test.yaml");

        Assert.Null(season);
        Assert.Contains(problems, problem => problem.Line == line && problem.Field == key
            && problem.Wrong.Contains(wrong, StringComparison.Ordinal));
    }

    [Fact]
    public void Terms_that_nobody_minds_are_refused()
    {
        var problems = ScenarioReader.ReadSeason(
            "kind: season\nname: test\nchanges:\n  - at: 9d\n    policy: {}\n    terms: { voted: true }\n",
            "test.yaml").Problems;

        Assert.Contains(problems, problem => problem.Field == "changes"
            && problem.Wrong.Contains("no seller minds", StringComparison.Ordinal));
    }
}
