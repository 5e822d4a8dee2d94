using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Certification in a season is read as strictly as everything else.</summary>
public sealed class CertificationScenarioTests
{
    private const string Sound = "kind: season\nname: test\ncounterfeits: {}\ncertification:\n";

    [Fact]
    public void Certification_is_written_as_it_is_read()
    {
        var season = SmallSeason.Scenario with
        {
            Counterfeits = new CounterfeitHabits(),
            Certification = new CertificationHabits
            {
                NewSellers = 0.5,
                Existing = new CertificateCampaign
                {
                    Way = CampaignWay.InSteps,
                    From = TimeSpan.FromDays(3),
                    Steps = 2,
                },
                Sellers = new ApplicantHabits { DropOut = [0.1, 0.2, 0.3, 0.4] },
            },
        };

        var again = ScenarioReader.ReadSeason(ScenarioTree.Text(season), "scenario.yaml");

        Assert.Empty(again.Problems);
        Assert.Equal(season.Hash, again.Value!.Hash);
    }

    [Fact]
    public void A_season_without_certification_says_nothing_of_it()
    {
        var result = SmallSeason.ResultOf(SmallSeason.Scenario);

        Assert.DoesNotContain(
            "ertification", System.Text.Json.JsonSerializer.Serialize(SmallSeason.Scenario),
            StringComparison.Ordinal);
        Assert.DoesNotContain("certification", SeasonJson.Write(result.Summary), StringComparison.Ordinal);
        Assert.DoesNotContain(
            result.Measures, measure => measure.Model == SeasonModel.Certification);
    }

    [Theory]
    [InlineData("  newSellers: 2", "certification.newSellers", "out of range")]
    [InlineData("  newSelers: 1", "certification.newSelers", "did you mean «newSellers»?")]
    [InlineData("  newSellers: 0\n  onSite: all", "certification.onSite", "changes nothing")]
    [InlineData("  sellers: { gapTries: 5 }", "certification.sellers.gapTries", "changes nothing")]
    [InlineData("  sellers: { dropOut: [0.1] }", "certification.sellers.dropOut", "1 numbers")]
    [InlineData("  existing: { steps: 3 }", "certification.existing", "changes nothing")]
    [InlineData("  existing: { way: at-once, steps: 3 }", "certification.existing.steps", "change nothing")]
    [InlineData("  existing: { way: at-once, from: 5h }", "certification.existing.from", "within a day")]
    [InlineData("  existing: { way: at-once, from: 500d }", "certification.existing.from", "last step")]
    public void What_is_wrong_or_changes_nothing_is_refused(string lines, string key, string wrong)
    {
        var problem = Assert.Single(ScenarioReader.ReadSeason(Sound + lines + "\n", "a.yaml").Problems);

        Assert.Equal(key, problem.Field);
        Assert.Contains(wrong, problem.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_counterfeits_there_is_nothing_to_keep_sellers_from()
    {
        var problem = Assert.Single(ScenarioReader.ReadSeason(
            "kind: season\nname: test\ncertification: {}\n", "a.yaml").Problems);

        Assert.Contains("no fakes", problem.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_who_cheat_are_more_of_those_who_want_to_enter() =>
        Assert.Equal(
            [0.78, 0.08, 0.10, 0.04],
            SellerPersons.SharesOfEntrants([0.85, 0.08, 0.05, 0.02], 2)
                .Select(share => Math.Round(share, 4)));

    [Fact]
    public void A_certificate_costs_a_professional_what_the_identities_cost_that_are_burnt_for_it()
    {
        var usual = new ApplicantHabits();

        Assert.Equal(2_105, usual.CertificateYuan(needsPlace: false, isBarred: false), 0);
        Assert.Equal(4_211, usual.CertificateYuan(needsPlace: true, isBarred: false), 0);
        Assert.Equal(7_018, usual.CertificateYuan(needsPlace: false, isBarred: true), 0);
    }
}
