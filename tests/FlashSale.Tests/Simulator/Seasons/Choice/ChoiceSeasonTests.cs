using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons.Choice;

/// <summary>Seasons whose buyers search and choose.</summary>
public sealed class ChoiceSeasonTests
{
    private const int ChangeDay = 18;

    private static readonly SeasonScenario Searching = SmallSeason.Scenario with { Choice = new() };

    private static readonly SeasonScenario Delisting = Searching with
    {
        Name = "delisting",
        Changes =
        [
            new PolicyChange
            {
                At = TimeSpan.FromDays(ChangeDay),
                Policy = [new PolicySetting("search.mode", "delisting")],
            },
        ],
    };

    private static readonly SeasonResult Result = SmallSeason.ResultOf(Searching);

    [Fact, Trait("simulator", "SRC-1"), Trait("simulator", "DEM-1")]
    public void As_many_visits_buy_as_the_outside_option_was_fitted_to()
    {
        var choice = Result.Summary.Choice!;

        Assert.True(Result.Summary.Audit.Passed, string.Join("; ", Result.Summary.Audit.Checks
            .Where(check => !check.Passed).Select(check => $"{check.Name}: {check.Finding}")));
        Assert.InRange(choice.ViewsPerBuy, 40, 50);
        Assert.InRange(choice.CartsPerBuy, 2.4, 3);
        Assert.InRange(choice.RecommendedShare, 0.15, 0.21);
        Assert.InRange(choice.SoldInQuarterShare, 0.5, 1);
        Assert.True(choice.Top10PercentSales > 0.2 && choice.Gini > 0.3);
        Assert.Equal(1, choice.Deciles.Sum(one => one.ViewsShare), 2);
        Assert.True(choice.Deciles[^1].GmvShare > choice.Deciles[0].GmvShare);
        Assert.True(choice.SurplusYuanPerVisit > 0);
        Assert.Contains(Result.Summary.Checks, check => check.Name == "page views a buy");
        Assert.Contains("What buyers find and choose", SeasonReport.Of(Result), StringComparison.Ordinal);
    }

    [Fact, Trait("simulator", "SEA-1")]
    public void A_fork_ends_as_a_whole_season_does_and_arms_share_their_luck()
    {
        var past = Season.Create(Searching);
        past.RunUntil(ChangeDay);
        var arm = past.ForkInto(Delisting);
        arm.RunToEnd();

        var whole = SmallSeason.ResultOf(Delisting);
        var forked = arm.Finish(SmallSeason.Stamp);
        Assert.Equal(SeasonJson.Write(whole.Summary), SeasonJson.Write(forked.Summary));
        Assert.All(Enumerable.Range(0, ChangeDay), day =>
            Assert.Equal(Result.Days[day].Values, whole.Days[day].Values));
        Assert.All(Enumerable.Range(0, Result.Days.Count), day => Assert.Equal(
            Result.Days[day][SeasonMeasures.Visits], whole.Days[day][SeasonMeasures.Visits]));
        Assert.NotEqual(Result.Summary.StateHash, whole.Summary.StateHash);
    }

    [Fact, Trait("simulator", "SRC-1")]
    public void A_reform_of_search_has_winners_and_losers()
    {
        var reformed = Searching with
        {
            Season = Searching.Season with { Days = 62 },
            Policy = [new PolicySetting("search.mode", "delisting")],
            Changes =
            [
                new PolicyChange
                {
                    At = TimeSpan.FromDays(36),
                    Policy = [new PolicySetting("search.mode", "composite")],
                },
            ],
        };

        var choice = SmallSeason.ResultOf(reformed).Summary.Choice!;
        var reform = Assert.Single(choice.Reforms);

        Assert.Equal(1, choice.Classes.Sum(one => one.GmvShare), 2);
        Assert.Equal(1, choice.Classes.Sum(one => one.ViewsShare), 2);
        Assert.Equal(36, reform.Day);
        Assert.InRange(reform.Stores, 40, 70);
        Assert.InRange(reform.GainedShare, 0.05, 0.95);
        Assert.InRange(reform.LostShare, 0.05, 0.95);
    }

    [Fact, Trait("simulator", "DEM-1")]
    public void Dearer_sales_ranks_make_sales_more_unequal()
    {
        var social = Searching with { Policy = [new PolicySetting("search.salesWeight", "300")] };
        var even = Searching with
        {
            Policy = [new PolicySetting("search.salesWeight", "0")],
            Choice = new() { SalesWeight = 0 },
        };

        var (more, less) = (SmallSeason.ResultOf(social).Summary.Choice!,
            SmallSeason.ResultOf(even).Summary.Choice!);

        Assert.True(more.Gini > less.Gini, $"{more.Gini} is not above {less.Gini}");
        Assert.True(more.Top10PercentSales > less.Top10PercentSales);
    }

    [Fact]
    public void Scenario_with_all_numbers_written_out_is_the_same()
    {
        var again = ScenarioReader.ReadSeason(ScenarioTree.Text(Searching), "scenario.yaml");

        Assert.Empty(again.Problems);
        Assert.Equal(Searching.Hash, again.Value!.Hash);
    }

    [Fact, Trait("simulator", "DEM-1")]
    public void The_exponent_of_a_Zipf_law_is_found_again()
    {
        List<long> sales =
            [.. Enumerable.Range(1, 2_000).Select(rank => (long)(1e7 * Math.Pow(rank, -0.8))).Order()];

        Assert.Equal(0.8, Inequality.ZipfExponent(sales), 2);
        Assert.Equal(0, Inequality.ZipfExponent([.. Enumerable.Repeat(5L, 100)]), 2);
    }
}
