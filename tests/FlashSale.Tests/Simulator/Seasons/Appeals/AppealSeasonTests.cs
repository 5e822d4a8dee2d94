using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Sellers appeal against what a clean-up did to them (MODELS M4).</summary>
public sealed class AppealSeasonTests
{
    private static readonly SeasonScenario Hit = SmallSeason.Scenario with
    {
        Name = "appeals",
        Season = SmallSeason.Scenario.Season with { Days = 60, Stores = 100 },
        Sellers = new SellerHabits { Types = [0.7, 0.1, 0.15, 0.05] },
        Counterfeits = new CounterfeitHabits
        {
            CleanUps = [new CleanUp { Day = "07-20", ErrorShare = 0.15 }],
        },
        Appeals = new AppealHabits(),
    };

    private static readonly SeasonResult Result = SmallSeason.ResultOf(Hit);

    [Fact]
    [Trait("simulator", "TRU-8")]
    public void Innocent_sellers_appeal_and_most_get_their_listings_back()
    {
        var all = SeasonRow.Of(Result.Days);
        Assert.All(
            [
                SeasonMeasures.AppealsFiled, SeasonMeasures.AppealsUpheld, SeasonMeasures.InnocentRestored,
                SeasonMeasures.LostWaiting, SeasonMeasures.AppealCost,
            ],
            measure => Assert.True(all[measure] > 0, $"{measure.Column} is 0"));
        var appeals = Result.Summary.Appeals!;
        Assert.True(all[SeasonMeasures.InnocentRestored] > all[SeasonMeasures.GuiltyLetOff]);
        Assert.InRange(appeals.DaysP50, 3, 6);
        Assert.InRange(appeals.NeverRestored, 0.01, 0.99);
        Assert.Equal(0, appeals.Expired);
    }

    [Fact]
    public void Every_invariant_holds_with_appeals_and_what_they_restore() =>
        Assert.True(Result.Summary.Audit.Passed, string.Join("; ",
            Result.Summary.Audit.Checks.Where(check => !check.Passed)
                .Select(check => $"{check.Name}: {check.Finding}")));

    [Fact]
    public void What_reviewers_have_no_time_for_expires()
    {
        var without = SeasonRow.Of(SmallSeason.ResultOf(Hit with
        {
            Policy = [new PolicySetting("trust.reviewsPerDay", "0")],
        }).Days);

        Assert.Equal(0, without[SeasonMeasures.AppealsUpheld] + without[SeasonMeasures.AppealsRejected]);
        Assert.True(without[SeasonMeasures.AppealsExpired] > 0);
    }

    [Fact]
    public void A_deadline_that_is_too_short_is_missed()
    {
        var late = SeasonRow.Of(SmallSeason.ResultOf(Hit with
        {
            Policy = [new PolicySetting("trust.appealWithin", "1d")],
            Appeals = new AppealHabits { FilesFromDays = 2, FilesToDays = 6 },
        }).Days);

        Assert.True(late[SeasonMeasures.AppealsMissed] > 0);
        Assert.Equal(0, late[SeasonMeasures.AppealsFiled]);
    }

    [Fact]
    public void A_jury_decides_without_reviewers_and_sooner()
    {
        var jury = SmallSeason.ResultOf(Hit with
        {
            Policy = [new PolicySetting("trust.reviewsPerDay", "0")],
            Appeals = new AppealHabits { Decider = AppealDecider.Jury },
        }).Summary.Appeals!;

        Assert.True(jury.UpheldShare > 0);
        Assert.Equal(0, jury.CostYuan);
        Assert.True(jury.DaysP50 < Result.Summary.Appeals!.DaysP50);
    }

    [Fact]
    public void Appeals_where_nobody_is_punished_are_refused()
    {
        var (season, problems) = ScenarioReader.ReadSeason(
            "kind: season\nname: t\nappeals: {}\n", "t.yaml");

        Assert.Null(season);
        Assert.Contains(problems, problem => problem.Field == "appeals");
    }
}
