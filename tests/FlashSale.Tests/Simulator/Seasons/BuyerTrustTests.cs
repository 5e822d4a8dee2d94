using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Buyers' trust in each market, and the mood of regions (rules DEM-9, LOG-2).</summary>
public sealed class BuyerTrustTests
{
    private static readonly SeasonScenario WithTrust = SmallSeason.Scenario with
    {
        Trust = new TrustTerms(),
        Sellers = new SellerHabits { BrandShare = 0.3 },
    };

    private static readonly SeasonResult Small = SmallSeason.ResultOf(WithTrust);

    [Fact, Trait("simulator", "DEM-9")]
    public void A_fake_costs_most_in_its_market_and_a_little_in_the_other()
    {
        var (trust, _) = Fresh(new TrustTerms());

        trust.Happened(7, MarketKind.Consumer, TrustEvent.FakeNoticed);

        Assert.Equal(0.8 - 0.25, trust.Levels.Of(7, MarketKind.Consumer), 5);
        Assert.Equal(0.9 - 0.05, trust.Levels.Of(7, MarketKind.Brand), 5);
        Assert.Equal(0.8, trust.Levels.Of(8, MarketKind.Consumer), 5);
        Assert.Equal((0.8 - 0.25) / 0.8, trust.Levels.ShareOf(7, MarketKind.Consumer), 5);
    }

    [Theory, Trait("simulator", "DEM-9")]
    [InlineData(TrustEvent.Late, 0.8)]
    [InlineData(TrustEvent.RefundRefused, 0.75)]
    [InlineData(TrustEvent.Good, 0.9)]
    [InlineData(TrustEvent.FakeNoticed, 0.65)]
    public void What_happens_moves_trust_by_its_size_and_never_above_the_start(object what, double left)
    {
        var (trust, _) = Fresh(new TrustTerms());

        trust.Happened(3, MarketKind.Brand, (TrustEvent)what);

        Assert.Equal(left, trust.Levels.Of(3, MarketKind.Brand), 5);
    }

    [Fact, Trait("simulator", "DEM-9")]
    public void Good_orders_bring_trust_back_and_a_tenth_of_the_rest_is_forgotten_in_a_month()
    {
        var (trust, _) = Fresh(new TrustTerms());
        trust.Happened(3, MarketKind.Consumer, TrustEvent.FakeNoticed);

        for (var day = 1; day <= 30; day++)
        {
            trust.Levels.BeginDay(day);
        }

        Assert.Equal(0.8 - (0.25 * 0.9), trust.Levels.Of(3, MarketKind.Consumer), 4);
        trust.Happened(3, MarketKind.Consumer, TrustEvent.Good);
        Assert.Equal(0.8 - (0.25 * 0.9) + 0.02, trust.Levels.Of(3, MarketKind.Consumer), 4);
    }

    [Fact, Trait("simulator", "DEM-9")]
    public void Below_a_level_a_buyer_leaves_a_market_and_half_of_those_come_back()
    {
        var (trust, scenario) = Fresh(new TrustTerms { ComesBackAfterDays = 10, ForgottenPerMonth = 0 });
        var buyers = scenario.Season.Stores * scenario.Season.BuyersPerStore;
        foreach (var buyer in Enumerable.Range(0, buyers))
        {
            trust.Happened(buyer, MarketKind.Consumer, TrustEvent.FakeNoticed);
            trust.Happened(buyer, MarketKind.Consumer, TrustEvent.FakeNoticed); // 0.3 is not below 0.3
            Assert.False(trust.Levels.HasLeft(buyer, MarketKind.Consumer));
            trust.Happened(buyer, MarketKind.Consumer, TrustEvent.Late);
            Assert.True(trust.Levels.HasLeft(buyer, MarketKind.Consumer));
        }

        Assert.Equal(buyers, trust.Levels.Away);
        Assert.Equal(0, trust.Levels.ShareOf(1, MarketKind.Consumer));
        Assert.Equal(0, trust.ChanceOf(1, MarketKind.Consumer));
        Assert.Equal(1, trust.ChanceOf(1, MarketKind.Brand));

        trust.Levels.BeginDay(9);
        Assert.Equal(buyers, trust.Levels.Away);
        trust.Levels.BeginDay(10);
        Assert.InRange((double)trust.Levels.Away / buyers, 0.45, 0.55);
    }

    [Fact, Trait("simulator", "DEM-9")]
    public void Who_trusts_a_market_less_buys_less_there_of_what_a_search_finds()
    {
        var choosing = WithTrust with { Choice = new ChoiceHabits() };
        var wary = choosing with { Trust = new TrustTerms { BrandSpread = 1, LeavesBelow = 0 } };

        Assert.True(BrandShareOf(wary) < 0.5 * BrandShareOf(choosing)); // once trust has fallen

        static double BrandShareOf(SeasonScenario scenario)
        {
            var season = SmallSeason.Run(scenario);
            var late = season.Market.AllOrders()
                .OrderBy(order => order.PlacedAt).TakeLast((int)season.Market.Orders.Placed / 4).ToList();
            return (double)late.Count(
                order => season.Market.Store(order.Store)!.Value.Market == MarketKind.Brand) / late.Count;
        }
    }

    // All take at once for a fake what came, and most of them confirm it later.
    [Fact, Trait("simulator", "DEM-9")]
    public void An_order_that_was_taken_for_a_fake_is_no_good_one_even_if_it_is_confirmed()
    {
        var days = SmallSeason.ResultOf(WithTrust with
        {
            Counterfeits = new CounterfeitHabits
            {
                Buyers = new FakeBuyerHabits
                {
                    NoticesShare = 1,
                    MistakesShare = 1,
                    NoticesWithin = TimeSpan.FromMinutes(1),
                },
            },
        }).Days;

        Assert.True(days.Sum(day => day[SeasonMeasures.Confirmed]) > 100);
        Assert.True(days.Sum(day => day[SeasonMeasures.TakenForFakes]) > 100);
        Assert.Equal(0, days.Sum(day => day[SeasonMeasures.GoodOrders]));
    }

    [Fact, Trait("simulator", "DEM-9")]
    public void Late_parcels_cost_visits_and_frozen_trust_costs_none()
    {
        var slow = WithTrust with
        {
            Sellers = WithTrust.Sellers with
            {
                Transit = LengthQuantiles.Of((0, TimeSpan.FromDays(8)), (100, TimeSpan.FromDays(9))),
            },
        };
        var frozen = slow with { Trust = new TrustTerms { Effect = TrustEffect.Frozen } };
        var (moves, still) = (SmallSeason.ResultOf(slow).Summary, SmallSeason.ResultOf(frozen).Summary);

        Assert.True(moves.Trust!.LateOrders > 0);
        Assert.True(moves.Trust.VisitsLostShare > 0.1, $"{moves.Trust.VisitsLostShare}");
        Assert.Equal(0, still.Trust!.VisitsLostShare);
        Assert.True(moves.GmvYuan < 0.95m * still.GmvYuan);
        Assert.All(still.Trust.Markets, market => Assert.Equal(market.Start, market.Lowest, 3));
        Assert.All(moves.Trust.Markets, market => Assert.True(market.Lowest < market.Start - 0.01));
        Assert.All(moves.Trust.Regions, region => Assert.True(region.LowestMood < 0.9));
    }

    [Fact, Trait("simulator", "DEM-9")]
    public void A_report_of_the_regulator_costs_trust_in_both_markets_with_all_buyers()
    {
        var reported = SmallSeason.ResultOf(WithTrust with
        {
            Trust = new TrustTerms { ReportDays = [20], Report = 0.2 },
        });

        foreach (var measure in new[] { SeasonMeasures.TrustConsumer, SeasonMeasures.TrustBrand })
        {
            Assert.Equal(Small.Days[20][measure], reported.Days[20][measure]); // it is seen on Mondays
            Assert.InRange(Small.Days[21][measure] - reported.Days[21][measure], 1_800, 2_000);
        }

        Assert.True(reported.Days.Sum(day => day[SeasonMeasures.VisitsLost])
            > Small.Days.Sum(day => day[SeasonMeasures.VisitsLost]));
    }

    [Fact, Trait("simulator", "DEM-9")]
    public void What_goes_wrong_in_the_brand_market_costs_trust_with_all_its_buyers()
    {
        var none = Trust(0);
        var spread = Trust(0.2);

        Assert.Equal(none.Markets[0].End, spread.Markets[0].End, 2);
        Assert.True(spread.Markets[1].End < none.Markets[1].End - 0.01);

        static TrustResults Trust(double spread) => SmallSeason.ResultOf(WithTrust with
        {
            Trust = new TrustTerms { BrandSpread = spread },
        }).Summary.Trust!;
    }

    [Fact, Trait("simulator", "DEM-9")]
    public void Fakes_that_buyers_notice_cost_trust()
    {
        var cheats = SmallSeason.ResultOf(WithTrust with
        {
            Sellers = WithTrust.Sellers with { Types = [0, 0, 0, 1] },
            Counterfeits = new CounterfeitHabits(),
        });

        var noticed = cheats.Days.Sum(day => day[SeasonMeasures.FakesNoticed]);
        Assert.True(noticed > 0);
        Assert.True(cheats.Days.Sum(day => day[SeasonMeasures.TakenForFakes]) >= noticed);
        Assert.True(cheats.Summary.Trust!.Markets[0].End < Small.Summary.Trust!.Markets[0].End);
    }

    [Fact, Trait("simulator", "LOG-2")]
    public void A_storm_lowers_the_mood_of_its_region_and_of_no_other_and_it_comes_back()
    {
        var stormy = SmallSeason.ResultOf(WithTrust with
        {
            Season = WithTrust.Season with { Days = 110 },
            Storms = [new SeasonStorm { Region = "north", Day = 20, Days = 10 }],
        }).Summary;

        var north = Assert.Single(stormy.Trust!.Regions, region => region.Region == "north");
        Assert.True(north.LowestMood < 0.8, $"{north.LowestMood}");
        Assert.InRange(north.DaysToRecovery!.Value, 10, 60);
        Assert.All(stormy.Trust.Regions.Where(region => region.Region != "north"), region =>
            Assert.True(region.LowestMood > 0.9, $"{region.Region}: {region.LowestMood}"));
        Assert.True(stormy.Audit.Passed);
    }

    [Fact, Trait("simulator", "LOG-2")]
    public void A_parcel_that_would_arrive_in_a_storm_arrives_after_it()
    {
        var storm = new SeasonStorm { Region = "north", Day = 3, Days = 2 };

        Assert.Equal(3 * SeasonDay.Ms - 1, storm.ArrivesAt(3 * SeasonDay.Ms - 1, 0.5));
        Assert.Equal(5 * SeasonDay.Ms, storm.ArrivesAt(3 * SeasonDay.Ms, 0));
        Assert.Equal(6 * SeasonDay.Ms, storm.ArrivesAt(4 * SeasonDay.Ms, 0.5));
        Assert.Equal(5 * SeasonDay.Ms, storm.ArrivesAt(5 * SeasonDay.Ms, 0.5));
    }

    [Theory]
    [InlineData("trust: { reportDays: [240] }", "trust.reportDays", "over then")]
    [InlineData("trust: { leavesBelow: 0.85 }", "trust.leavesBelow", "leave at once")]
    [InlineData("trust: { effect: thawed }", "trust.effect", "not known")]
    [InlineData("storms:\n  - { region: moon, day: 3, days: 2 }", "storms[0].region", "no region")]
    [InlineData("storms:\n  - { region: north, day: 300, days: 2 }", "storms", "changes nothing")]
    public void What_is_wrong_with_trust_is_said(string lines, string key, string wrong)
    {
        var (season, problems) = ScenarioReader.ReadSeason("kind: season\nname: test\n" + lines + "\n", "t");

        Assert.Null(season);
        Assert.Contains(problems, problem => problem.Field == key
            && problem.Wrong.Contains(wrong, StringComparison.Ordinal));
    }

    private static (BuyerTrust Trust, SeasonScenario Scenario) Fresh(TrustTerms terms)
    {
        var scenario = SmallSeason.Scenario with { Trust = terms };
        var run = new SeasonRun(
            new SeasonWorld(scenario), new Market(SeasonPolicies.AtStart(scenario)), new Agenda());
        var memory = new BuyerMemory(scenario.Season.Stores * scenario.Season.BuyersPerStore);
        return (new BuyerTrust(run, terms, memory), scenario);
    }
}
