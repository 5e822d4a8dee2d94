using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Screening in a season is read as strictly as everything else.</summary>
public sealed class ScreeningScenarioTests
{
    private const string Sound = "kind: season\nname: test\ncounterfeits: {}\nscreening:\n";

    [Fact]
    public void Screening_is_written_as_it_is_read()
    {
        var season = SmallSeason.Scenario with
        {
            Counterfeits = new CounterfeitHabits(),
            Screening = new ScreeningHabits
            {
                Thresholds = new ThresholdHabits { RefuseFrom = 3.25 },
                Reviewers = new ReviewerHabits { PublishesWaiting = true, WaitMax = TimeSpan.FromHours(5) },
            },
        };

        var again = ScenarioReader.ReadSeason(ScenarioTree.Text(season), "scenario.yaml");

        Assert.Empty(again.Problems);
        Assert.Equal(season.Hash, again.Value!.Hash);
    }

    [Fact]
    public void A_season_without_screening_says_nothing_of_it()
    {
        var result = SmallSeason.ResultOf(SmallSeason.Scenario);

        Assert.DoesNotContain(
            "creening", System.Text.Json.JsonSerializer.Serialize(SmallSeason.Scenario),
            StringComparison.Ordinal);
        Assert.DoesNotContain("screening", SeasonJson.Write(result.Summary), StringComparison.Ordinal);
        Assert.DoesNotContain(result.Measures, measure => measure.Model == SeasonModel.Screening);
    }

    [Theory]
    [InlineData("  brands: { known: 2 }", "screening.brands.known", "out of range")]
    [InlineData("  brands: { knwon: 1 }", "screening.brands.knwon", "did you mean «known»?")]
    [InlineData("  thresholds: { acceptBelow: 2, machineShare: 0.9 }", "screening.thresholds.acceptBelow",
        "change nothing")]
    [InlineData("  thresholds: { refuseFrom: 3, refusesSound: 0.1 }", "screening.thresholds.refuseFrom",
        "changes nothing")]
    [InlineData("  thresholds: { acceptBelow: 3, refuseFrom: 2 }", "screening.thresholds.acceptBelow",
        "above refuseFrom")]
    [InlineData("  reviewers: { waitMax: 2h }", "screening.reviewers.waitMax", "changes nothing")]
    [InlineData("  sellers: { festivalFactor: 3 }", "screening.sellers.festivalFactor", "no festival")]
    public void What_is_wrong_or_changes_nothing_is_refused(string lines, string key, string wrong)
    {
        var problem = Assert.Single(ScenarioReader.ReadSeason(Sound + lines + "\n", "a.yaml").Problems);

        Assert.Equal(key, problem.Field);
        Assert.Contains(wrong, problem.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_counterfeits_there_is_nothing_to_find()
    {
        var problem = Assert.Single(ScenarioReader.ReadSeason(
            "kind: season\nname: test\nscreening: {}\n", "a.yaml").Problems);

        Assert.Contains("no fakes", problem.Wrong, StringComparison.Ordinal);
    }
}
