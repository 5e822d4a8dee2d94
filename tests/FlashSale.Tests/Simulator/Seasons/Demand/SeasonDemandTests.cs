using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons.Demand;

/// <summary>Seasons whose demand is moved by prices, festivals, growth, word of mouth and bursts.</summary>
public sealed class SeasonDemandTests
{
    private static readonly SeasonResult Result = SmallSeason.ResultOf(SmallDemand.Scenario);

    private static readonly SeasonScenario Everything = SmallDemand.With(new DemandTerms
    {
        Network = new(),
        WordOfMouth = new()
        {
            Chance = 0.5,
            Seeding = new() { Category = "Apparel & shoes", Day = 12, Buyers = 5 },
        },
        Bursts =
        [
            new DemandBurst
            {
                Name = "host",
                Kind = BurstKind.Live,
                Category = "Beauty & personal care",
                StartsAt = TimeSpan.FromDays(15),
                Viewers = 2_000,
                Conversion = 3,
                Returns = 6,
            },
            new DemandBurst
            {
                Name = "camping",
                Kind = BurstKind.Niche,
                Category = "Sports & outdoors",
                StartsAt = TimeSpan.FromDays(12),
                Peak = 8,
                Rise = TimeSpan.FromDays(2),
                HalfLife = TimeSpan.FromDays(1),
            },
        ],
    }) with
    {
        // Many rate, and many are disappointed, so that a small season has enough to tell.
        Buyers = new SeasonBuyerHabits
        {
            Rating = new RatingHabits { Share = 0.8, Stars = [0.1, 0.1, 0.1, 0.2, 0.5] },
        },
    };

    private static readonly SeasonResult All = SmallSeason.ResultOf(Everything);

    [Fact, Trait("simulator", "DEM-2")]
    public void Buyers_wait_for_a_festival_and_stay_away_after_it()
    {
        var still = SmallSeason.ResultOf(SmallDemand.With(new() { Waiting = new() { MovedShare = 0 } }));

        for (var day = 0; day < Result.Days.Count; day++)
        {
            var (ours, usual) = (Result.Days[day][SeasonMeasures.Visits],
                still.Days[day][SeasonMeasures.Visits]);
            if (day == SmallDemand.FestivalDay || Math.Abs(day - SmallDemand.FestivalDay) > 14)
            {
                Assert.Equal(usual, ours);
            }
            else
            {
                Assert.True(ours <= usual, $"day {day}: {ours} of {usual}");
            }
        }

        var moved = still.Sum(SeasonMeasures.Visits) - Result.Sum(SeasonMeasures.Visits);
        var ordinary = still.Days.Where(day => day.First != SmallDemand.FestivalDay)
            .Average(day => day[SeasonMeasures.Visits]);
        Assert.InRange(moved / ordinary, 2.2, 2.8); // half of five further days
        Assert.InRange(
            moved / (double)Result.Sum(SeasonMeasures.VisitsMoved), 0.85, 1.15);
        Assert.True(Result.Summary.Audit.Passed);
        var shift = Assert.Single(Result.Summary.Demand!.Festivals);
        Assert.Equal(SmallDemand.FestivalDay, shift.Day);
        Assert.True(shift.OnTheDayYuan > 0);
    }

    [Fact, Trait("simulator", "DEM-2")]
    public void What_is_cheaper_sells_more_by_the_elasticity_of_its_category()
    {
        var season = SmallSeason.Run(SmallDemand.With(new() { Discounts = new() { FakeShare = 0 } }));
        var result = season.Finish(SmallSeason.Stamp);

        var listings = season.Market.Listings;
        Assert.InRange(
            result.Sum(SeasonMeasures.Discounts) / (double)listings, 0.28, 0.42); // brands less often
        Assert.Equal(0, result.Sum(SeasonMeasures.FakeDiscounts));
        Assert.InRange(result.Summary.Demand!.Elasticity, 1.2, 4); // 1.5 to 4, as categories have it
        var world = new SeasonWorld(SmallDemand.Scenario);
        for (var listing = 0; listing < listings; listing++)
        {
            var one = season.Market.Listing(new ListingId(listing)); // none if its store closed before
            var usual = one is null ? default(Money?) : world.PriceOf(listing, one.Value.Category.Value);
            Assert.Equal(usual, one?.Price); // put back after the day
        }
    }

    [Fact, Trait("simulator", "DEM-2")]
    public void A_price_that_was_raised_before_is_no_discount_against_thirty_days()
    {
        var fake = SmallSeason.ResultOf(SmallDemand.With(new() { Discounts = new() { FakeShare = 1 } }));

        Assert.Equal(0, fake.Sum(SeasonMeasures.Discounts));
        Assert.True(fake.Sum(SeasonMeasures.FakeDiscounts) > 50);
        Assert.Equal(1, fake.Summary.Demand!.FakeDiscountShare);
        Assert.InRange(Result.Summary.Demand!.FakeDiscountShare, 0.02, 0.25);
        Assert.False(LowestPrice.IsDiscount(Money.FromYuan(10), Money.FromYuan(10)));
    }

    [Fact, Trait("simulator", "DEM-5")]
    public void Buyers_and_stores_draw_each_other_until_there_is_no_room()
    {
        var terms = new NetworkTerms();
        var (network, alone) = (new BuyerNetwork(terms, 100), new BuyerNetwork(terms, 100));
        network.Pass(terms, 110);
        alone.Pass(terms, 100);
        Assert.True(network.Buyers > alone.Buyers); // stores pull buyers
        Assert.True(network.OpeningsAWeek(terms) > alone.OpeningsAWeek(terms)); // and these pull stores

        var full = terms with { BuyersAtStart = 800, BuyersLeave = 0 };
        var end = new BuyerNetwork(full, 100);
        end.Pass(full, 200);
        Assert.Equal(800, end.Buyers, 9);
        Assert.Equal(0, end.OpeningsAWeek(full), 9);

        var grown = SmallSeason.ResultOf(SmallDemand.With(new() { Network = terms }));
        Assert.True(grown.Summary.Demand!.BuyersGrown > 1.01);
        Assert.True(grown.Sum(SeasonMeasures.Visits) > Result.Sum(SeasonMeasures.Visits));
        Assert.Contains(grown.Summary.Checks, check => check.Name == "growth of GMV from 2003 to 2008");
    }

    [Fact, Trait("simulator", "DEM-6")]
    public void Followers_are_as_many_as_the_terms_say_and_neighbours_follow_each_other()
    {
        const int buyers = 3_000;
        var ties = new BuyerTies(3, buyers, new WordOfMouthTerms { FarShare = 0.2 });
        var followers = Enumerable.Range(0, buyers).Select(ties.FollowersOf).ToArray();
        Assert.InRange(followers.Average(), 11, 13);

        var (near, number) = (0, 0);
        for (var tie = 0; tie < buyers; tie++)
        {
            var follower = ties.Follower(tie, number: 2);
            var distance = Math.Min((follower - tie + buyers) % buyers, (tie - follower + buyers) % buyers);
            Assert.NotEqual(tie, follower);
            near += distance <= 2 ? 1 : 0;
            number++;
        }

        Assert.InRange(near / (double)number, 0.75, 0.85);
        double[] weights = [.. Enumerable.Range(0, 13).Select(topic => ties.WeightOf(5, 1, topic, 13))];
        Assert.Equal(1, weights.Sum(), 9);
        var strongest = Enumerable.Range(0, buyers).Average(tie =>
            Enumerable.Range(0, 13).Max(topic => ties.WeightOf(tie, 0, topic, 13)));
        Assert.InRange(strongest, 0.25, 0.75); // few topics; alike they would have a thirteenth each
        Assert.True(followers[ties.MostFollowed(1)[0]] == followers.Max());
    }

    [Fact, Trait("simulator", "DEM-6")]
    public void Good_goods_bring_followers_and_bad_ones_keep_them_away()
    {
        Assert.True(All.Sum(SeasonMeasures.Referrals) > 20);
        Assert.True(All.Sum(SeasonMeasures.Warnings) > 0);
        Assert.True(All.Sum(SeasonMeasures.ReferredOrders) > 5);
        Assert.InRange(All.Sum(SeasonMeasures.ReferredOrders), 1, All.Sum(SeasonMeasures.Referrals));
        Assert.InRange(All.Summary.Demand!.Reproduction, 0.0001, 1);
        Assert.True(All.Summary.Demand.SeedingYuanPerOrder > 0);
        Assert.Equal(0, Result.Sum(SeasonMeasures.Referrals));
    }

    [Fact, Trait("simulator", "DEM-7")]
    public void A_burst_brings_its_buyers_when_it_should_and_more_of_it_goes_back()
    {
        var (host, camping) = (All.Summary.Demand!.Bursts[0], All.Summary.Demand.Bursts[1]);

        // 2,000 viewers × 0.5 % a minute × (5 minutes of rise + an hour over ln 2, up to seven halves)
        Assert.InRange(host.Visits, 860, 960);
        Assert.True(host.Orders > 100, $"{host.Orders} orders of {host.Visits} visits");
        Assert.True(camping.Visits > 50 && camping.Orders > 10);
        Assert.Equal(host.Visits + camping.Visits, All.Sum(SeasonMeasures.BurstVisits));
        Assert.True(All.Days[15][SeasonMeasures.BurstVisits] > host.Visits * 0.9);
        Assert.Equal(0, All.Days[11][SeasonMeasures.BurstVisits]);
        Assert.True(All.Summary.Audit.Passed);

        var calm = SmallSeason.ResultOf(Everything with
        {
            Demand = Everything.Demand! with
            {
                Bursts = [.. Everything.Demand.Bursts.Select(burst => burst with { Returns = 1 })],
            },
        });
        Assert.True(All.Sum(SeasonMeasures.Refunds) > calm.Sum(SeasonMeasures.Refunds));
    }

    [Fact, Trait("simulator", "DEM-7")]
    public void A_burst_rises_evenly_and_falls_by_halves()
    {
        var curve = new BurstCurve(new DemandBurst
        {
            Name = "x",
            Kind = BurstKind.Green,
            Category = "Books & toys",
            StartsAt = TimeSpan.Zero,
            Rise = TimeSpan.FromMinutes(30),
            HalfLife = TimeSpan.FromMinutes(60),
        });
        long[] when = [.. Enumerable.Range(0, 10_000).Select(at => curve.ComesAfter((at + 0.5) / 10_000))];

        Assert.Equal(when.Order(), when);
        var (first, second) = (CountOf(30, 90), CountOf(90, 150)); // minutes
        Assert.InRange(second / (double)first, 0.49, 0.51);
        Assert.InRange(CountOf(0, 15) / (double)CountOf(0, 30), 0.24, 0.26);
        Assert.InRange(when[^1], 0, (30 + (7 * 60)) * 60_000L);

        int CountOf(int from, int until) => when.Count(at => at >= from * 60_000L && at < until * 60_000L);
    }
}
