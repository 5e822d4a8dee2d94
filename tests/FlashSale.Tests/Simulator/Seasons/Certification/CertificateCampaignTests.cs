using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Existing stores are summoned, at once or in steps (rule IDN-3; MODELS M1).</summary>
public sealed class CertificateCampaignTests
{
    private const int From = 20;

    private static readonly SeasonResult AtOnce = Played(CampaignWay.AtOnce);
    private static readonly SeasonResult InSteps = Played(CampaignWay.InSteps);

    private static SeasonResult Played(CampaignWay way) => SmallSeason.ResultOf(SmallSeason.Scenario with
    {
        Name = "summoned",
        Season = SmallSeason.Scenario.Season with { Days = 110, Stores = 150, OrdersPerStoreDay = 1 },
        Sellers = new SellerHabits { Types = [0.7, 0.1, 0.1, 0.1] },
        Counterfeits = new CounterfeitHabits(),
        Governance = new GovernanceHabits(),
        Certification = new CertificationHabits
        {
            NewSellers = 1,
            Existing = new CertificateCampaign
            {
                Way = way,
                From = TimeSpan.FromDays(From),
                Steps = 3,
                Every = TimeSpan.FromDays(10),
            },
        },
    });

    private static long Sum(SeasonResult season, SeasonMeasure measure) =>
        season.Days.Sum(day => day[measure]);

    private static long Most(SeasonResult season, SeasonMeasure measure) =>
        season.Days.Max(day => day[measure]);

    [Fact]
    [Trait("simulator", "IDN-3")]
    public void Existing_stores_are_summoned_all_on_a_day_or_part_by_part()
    {
        var summoned = CertificationMeasures.StoresSummoned;

        Assert.Single(AtOnce.Days, day => day[summoned] > 0);
        Assert.True(AtOnce.Days[From][summoned] > 100);
        Assert.Equal(
            [From, From + 10, From + 20],
            InSteps.Days.Where(day => day[summoned] > 0).Select(day => day.First));
        Assert.InRange(Sum(InSteps, summoned), 100, Sum(AtOnce, summoned));
    }

    [Fact]
    [Trait("simulator", "IDN-3")]
    public void Who_has_no_certificate_in_time_sells_no_more_and_all_others_have_one()
    {
        Assert.All([AtOnce, InSteps], season =>
        {
            Assert.True(Sum(season, CertificationMeasures.StoresStopped) > 0);
            Assert.True(season.Summary.Certification!.CertifiedShare > 0.95);
            Assert.True(season.Summary.Audit.Passed);
        });
        Assert.Equal(0, AtOnce.Days.Take(From + 30).Sum(day => day[CertificationMeasures.StoresStopped]));
    }

    [Fact]
    public void In_steps_fewer_stores_are_stopped_on_one_day() => Assert.InRange(
        Most(InSteps, CertificationMeasures.StoresStopped), 1,
        Most(AtOnce, CertificationMeasures.StoresStopped) - 1);
}
