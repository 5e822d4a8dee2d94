using FlashSale.Simulator;
using FlashSale.Tests.Search;

namespace FlashSale.Tests.Simulator.Seasons.Choice;

/// <summary>Buyers look by position and choose by what listings are worth.</summary>
public sealed class BuyerLookTests
{
    private const int Visits = 100_000;
    private const ulong Seed = 7;

    private static readonly ChoiceHabits Searching = new() { RecommendedShare = 0, Segments = 3 };
    private static readonly SeasonWorld World = new(SmallSeason.Scenario);

    private static readonly SearchedListing[] Listings =
    [
        .. Enumerable.Range(0, 40).Select(id => Shelf.Listing(
            id, $"A kettle {id}", yuan: 40 + (7 * (id % 11)), sales: id % 5 * 20, store: id,
            points: id % 3 * 200, rating: id % 4 == 0 ? default : Shelf.Stars(4 + (id % 2)),
            ageDays: 5 + id, market: id % 7 == 0 ? MarketKind.Brand : MarketKind.Consumer)),
    ];

    [Fact, Trait("simulator", "SRC-1")]
    public void A_position_is_looked_at_as_the_law_says()
    {
        var window = WindowOf(Searching, Shelf.Usual);
        var found = window.Found(SearchSort.Default, segment: 1);
        var looks = new int[Listings.Length];
        var pages = 0;
        ForVisits(Searching with { Sorts = [1, 0, 0, 0, 0] }, window, segment: 1, look =>
        {
            foreach (var place in look.Opened)
            {
                looks[place]++;
                pages++;
            }
        });

        var law = new PositionLaw(Searching.PositionExponent);
        Assert.InRange(pages / (double)Visits, 19.9, 20.1);
        for (var position = 0; position < found.Length; position++)
        {
            var expected = law.ShareOf(position, found.Length);
            Assert.InRange(looks[found[position]] / (double)pages, expected * 0.97, expected * 1.03);
        }
    }

    [Fact, Trait("simulator", "SRC-1")]
    public void Orders_are_used_by_their_shares()
    {
        // Each order has another listing first, and almost nobody looks at a second one.
        var habits = Searching with { PagesPerVisit = 1, PositionExponent = 5, TasteWeight = 0 };
        var window = CategoryWindow.Of(
            Shelf.Index(
                Shelf.Usual with { Mode = SearchMode.None },
                Shelf.Listing(0), Shelf.Listing(1, sales: 9), Shelf.Listing(2, yuan: 9),
                Shelf.Listing(3, points: 900), Shelf.Listing(4, ageDays: 1)),
            [
                Shelf.Listing(0), Shelf.Listing(1, sales: 9), Shelf.Listing(2, yuan: 9),
                Shelf.Listing(3, points: 900), Shelf.Listing(4, ageDays: 1),
            ],
            isSimplified: false, new BuyerTastes(Seed, habits.Segments), new ListingWorth(World, habits),
            new PositionLaw(habits.PositionExponent), habits.RecommendedMax);
        var first = new int[5];
        ForVisits(habits, window, segment: 0, look => first[look.Opened[0]]++);

        var second = 1 - new PositionLaw(5).ShareOf(0, 5);
        for (var sort = 0; sort < first.Length; sort++)
        {
            Assert.InRange(
                first[sort] / (double)Visits, (habits.Sorts[sort] * (1 - second)) - 0.005,
                habits.Sorts[sort] + second + 0.005);
        }
    }

    [Fact, Trait("simulator", "SRC-1")]
    public void What_is_recommended_is_near_the_taste_and_as_often_as_the_habits_say()
    {
        var habits = Searching with { RecommendedShare = 0.2, RecommendedMax = 5 };
        var tastes = new BuyerTastes(Seed, habits.Segments);
        var nearest = Listings.OrderByDescending(one => tastes[2].Near(one.Taste)).Take(5)
            .Select(one => one.Id.Value).ToHashSet();
        var window = WindowOf(habits, Shelf.Usual);
        var (recommended, pages) = (0, 0);
        ForVisits(habits, window, segment: 2, look =>
        {
            recommended += look.Recommended;
            pages += look.Opened.Length;
        });
        var everything = habits with { RecommendedShare = 1 };
        ForVisits(everything, WindowOf(everything, Shelf.Usual), segment: 2, look =>
        {
            foreach (var place in look.Opened)
            {
                Assert.Contains(place, nearest);
            }
        });

        Assert.InRange(recommended / (double)pages, 0.19, 0.21);
    }

    // The formula as MODELS M8 has it, every view by itself, no table: as many buy the same.
    [Fact, Trait("simulator", "SRC-1"), Trait("simulator", "REP-5")]
    public void The_fast_choice_is_the_exact_one()
    {
        const int segment = 1;
        const double outside = 40;
        var window = WindowOf(Searching, Shelf.Usual);
        var fast = new int[Listings.Length];
        var fastDraws = Draws.For(Seed, 1, Streams.SeasonFit);
        ForVisits(Searching with { Sorts = [1, 0, 0, 0, 0] }, window, segment, look =>
        {
            if (look.Choose(outside, ref fastDraws) is >= 0 and var at)
            {
                fast[look.Places[at]]++;
            }
        });

        var exact = Exactly(segment, outside);

        Assert.InRange(fast.Sum() / (double)Visits, 0.1, 0.9); // neither all nor nobody
        Assert.InRange(fast.Sum() / (double)exact.Sum(), 0.98, 1.02);
        for (var listing = 0; listing < Listings.Length; listing++)
        {
            var spread = 6 * Math.Sqrt(fast[listing] + exact[listing] + 1.0);
            Assert.InRange(fast[listing] - exact[listing], -spread, spread);
        }
    }

    [Fact, Trait("simulator", "DEM-2")]
    public void At_a_price_of_a_tenth_less_the_odds_rise_by_the_elasticity()
    {
        var worth = new ListingWorth(World, Searching);
        var dear = Shelf.Listing(1, yuan: 100);

        var gain = worth.Of(Shelf.Listing(1, yuan: 90)) - worth.Of(dear);

        Assert.Equal(World.Categories[0].Elasticity * Math.Log(100 / 90.0), gain, 9);
    }

    [Fact]
    public void The_outside_option_lets_the_wanted_share_buy()
    {
        double[] visits = [.. Enumerable.Range(1, 500).Select(at => at / 10.0), .. new double[100]];

        var odds = OutsideOption.OfBuying(visits, 0.3);

        Assert.Equal(0.3, visits.Average(sum => sum / (sum + odds)), 6);
        Assert.Equal(OutsideOption.Unfitted, OutsideOption.OfBuying(new double[10], 0.3));
    }

    private static CategoryWindow WindowOf(ChoiceHabits habits, SearchPolicy policy) => CategoryWindow.Of(
        Shelf.Index(policy, Listings), Listings, isSimplified: false,
        new BuyerTastes(Seed, habits.Segments), new ListingWorth(World, habits),
        new PositionLaw(habits.PositionExponent), habits.RecommendedMax);

    private static void ForVisits(
        ChoiceHabits habits, CategoryWindow window, int segment, Action<BuyerLook> seen)
    {
        var look = new BuyerLook(habits);
        for (var visit = 0; visit < Visits; visit++)
        {
            var draws = Draws.For(Seed, visit, Streams.SeasonLook);
            look.Around(window, segment, ref draws);
            seen(look);
        }
    }

    private static int[] Exactly(int segment, double outside)
    {
        var taste = new BuyerTastes(Seed, Searching.Segments)[segment];
        var found = Shelf.Index(Listings).Ids(new SearchQuery { Taste = taste });
        var weights = found.Select((_, position) => Math.Pow(position + 1, -0.8)).ToArray();
        var bought = new int[Listings.Length];
        var draws = Draws.For(Seed, 2, Streams.SeasonFit);
        for (var visit = 0; visit < Visits; visit++)
        {
            var opened = new HashSet<int>();
            for (var left = 1 + draws.Below(39); left > 0; left--)
            {
                opened.Add(found[ByWeight(weights, weights.Sum(), ref draws)]);
            }

            var all = opened.Order().ToArray();
            double[] odds = [outside, .. all.Select(id => Math.Exp(UtilityOf(Listings[id], taste)))];
            var chosen = ByWeight(odds, odds.Sum(), ref draws);
            if (chosen > 0)
            {
                bought[all[chosen - 1]]++;
            }
        }

        return bought;
    }

    private static int ByWeight(double[] weights, double sum, ref Draws draws)
    {
        var left = draws.Unit() * sum;
        for (var at = 0; at < weights.Length - 1; at++)
        {
            left -= weights[at];
            if (left < 0)
            {
                return at;
            }
        }

        return weights.Length - 1;
    }

    // −α·ln(price) + taste·listing + 0.8·(DSR − 4.7) + 0.16·established + 0.15·ln(1 + sales) + brand.
    private static double UtilityOf(SearchedListing one, TasteVector taste)
    {
        var middle = World.MiddleYuan(0);
        var usual = World.PriceOf(one.Id.Value, 0).Fen / 100.0;
        var quality = new ListingWorth(World, Searching).QualityOf(one.Id);
        var stars = one.Rating.MeanThousandths(RatingComponent.AsDescribed) / 1_000.0;
        return (-2 * (Math.Log(one.Price.Fen / 100.0 / middle) - (0.9 * Math.Log(usual / middle))))
            + taste.Near(one.Taste)
            + (stars is { } mean ? 0.8 * (mean - 4.7) : 0)
            + (one.CreditPoints > 250 ? 0.16 : 0)
            + (0.15 * Math.Log(1 + one.Sales))
            + (one.Market == MarketKind.Brand ? 0.3 : 0)
            + quality;
    }
}
