using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Months of days on the real market.</summary>
public sealed class SeasonTests
{
    private static readonly SeasonResult Small = SmallSeason.ResultOf(SmallSeason.Scenario);

    [Fact, Trait("simulator", "SEA-1")]
    public void Every_invariant_of_the_market_holds_over_a_whole_season()
    {
        Assert.True(Small.Summary.Audit.Passed, string.Join("; ",
            Small.Summary.Audit.Checks.Where(check => !check.Passed).Select(check => $"{check.Name}: "
                + check.Finding)));
        Assert.Contains(Small.Summary.Audit.Checks, check => check.Name == "season-weeks");
        Assert.False(Small.Summary.Partial);
    }

    [Fact, Trait("simulator", "SEA-1")]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_gives_others()
    {
        var again = SmallSeason.ResultOf(SmallSeason.Scenario);
        var other = SmallSeason.ResultOf(SmallSeason.Scenario with { Seed = 2 });

        Assert.Equal(Small.Summary.StateHash, again.Summary.StateHash);
        Assert.Equal(SeasonJson.Write(Small.Summary), SeasonJson.Write(again.Summary));
        Assert.Equal(SmallSeason.DaysOf(Small), SmallSeason.DaysOf(again));
        Assert.NotEqual(Small.Summary.StateHash, other.Summary.StateHash);
    }

    [Fact]
    public void Orders_of_an_ordinary_day_are_what_the_scenario_says()
    {
        var perStoreDay = Small.Days.Sum(day => day[SeasonMeasures.Placed])
            / (double)(SmallSeason.Scenario.Season.Stores * Small.Days.Count);

        Assert.InRange(perStoreDay, 2.6, 3.4);
    }

    [Fact, Trait("simulator", "LOG-1"), Trait("simulator", "ORD-2"), Trait("simulator", "REP-1")]
    public void Orders_go_all_their_ways()
    {
        var all = SeasonRow.Of(Small.Days);
        Assert.All(
            [
                SeasonMeasures.Visits, SeasonMeasures.Placed, SeasonMeasures.Paid, SeasonMeasures.Closed,
                SeasonMeasures.Shipped, SeasonMeasures.Delivered, SeasonMeasures.Confirmed,
                SeasonMeasures.ConfirmedByItself, SeasonMeasures.Rated, SeasonMeasures.Refunds,
                SeasonMeasures.Repeated, SeasonMeasures.Restocked, SeasonMeasures.LatePayments,
            ],
            measure => Assert.True(all[measure] > 0, $"{measure.Column} is 0"));
        Assert.True(all[SeasonMeasures.Confirmed] > all[SeasonMeasures.ConfirmedByItself]);
    }

    [Fact, Trait("simulator", "DEM-3")]
    public void A_festival_multiplies_the_visits_of_its_day_and_of_no_other()
    {
        var festive = SmallSeason.ResultOf(SmallSeason.Scenario with
        {
            Festivals = [new SeasonFestival { Name = "day-20", Day = "07-21", Visits = 6 }],
        });

        var ordinary = Small.Days[20][SeasonMeasures.Visits];
        Assert.InRange(festive.Days[20][SeasonMeasures.Visits] / (double)ordinary, 5, 7);
        Assert.Equal(Small.Days[19][SeasonMeasures.Visits], festive.Days[19][SeasonMeasures.Visits]);
        Assert.Equal(Small.Days[21][SeasonMeasures.Visits], festive.Days[21][SeasonMeasures.Visits]);
    }

    [Fact, Trait("simulator", "STO-1"), Trait("simulator", "STO-3"), Trait("simulator", "IDN-4")]
    public void Stores_open_and_close_at_their_rates_and_closed_ones_get_their_deposit_back()
    {
        var season = SmallSeason.Run(SmallSeason.Scenario with
        {
            Sellers = new SellerHabits { OpeningsPerDay = 0.02, ExitsPerDay = 0.01 },
        });
        var lively = season.Finish(SmallSeason.Stamp);

        var (opened, closed) = (lively.Days.Sum(day => day[SeasonMeasures.Openings]),
            lively.Days.Sum(day => day[SeasonMeasures.Exits]));
        Assert.InRange(opened, 35, 60);
        Assert.InRange(closed, 10, 35);
        Assert.Equal(60 + opened - closed, lively.Days[^1][SeasonMeasures.Stores]);
        Assert.Equal(closed, season.Market.Movements(MovementKind.DepositReturned).Count);
        Assert.Equal(60 + opened, season.Market.Movements(MovementKind.DepositPaid).Count);
        Assert.True(lively.Summary.Audit.Passed);
    }

    [Fact, Trait("simulator", "DEM-1")]
    public void A_store_of_a_better_rank_sells_more()
    {
        var sales = SmallSeason.ResultOf(SmallSeason.Scenario with
        {
            Season = SmallSeason.Scenario.Season with { ZipfExponent = 1.2 },
        }).Summary.Concentration;

        Assert.True(sales.Top10PercentShare > Small.Summary.Concentration.Top10PercentShare);
        Assert.True(sales.Gini > Small.Summary.Concentration.Gini);
    }

    [Fact]
    public void Weeks_begin_on_Mondays_and_hold_all_days()
    {
        var fromWednesday = SmallSeason.ResultOf(SmallSeason.Scenario with
        {
            Season = SmallSeason.Scenario.Season with { StartsOn = new DateOnly(2013, 7, 3) },
        });

        Assert.Equal([5, 7, 7, 7, 7, 2], fromWednesday.Weeks.Select(week => week.Days));
        Assert.Equal(
            fromWednesday.Days.Sum(day => day[SeasonMeasures.Gmv]),
            fromWednesday.Weeks.Sum(week => week[SeasonMeasures.Gmv]));
        Assert.Equal(
            fromWednesday.Days[^1][SeasonMeasures.Stores], fromWednesday.Weeks[^1][SeasonMeasures.Stores]);
    }
}
