using FsCheck;
using FsCheck.Fluent;
using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Reputation;

// Rule REP-4
public sealed class StoreRatingTests
{
    private static readonly ReputationPolicy Numbers = Rules.Reputation;

    private static readonly Gen<(Rating Rating, TimeSpan After)> AnyRating =
        from points in Gen.Choose(1, 5).ArrayOf(4)
        from hours in Gen.Choose(0, 24 * 20)
        select (
            Stars(CreditRating.Good, points[0], points[1], points[2], points[3]),
            TimeSpan.FromHours(hours));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Points_are_one_to_five(int points)
    {
        Assert.Null(Rating.Of(CreditRating.Good, points, 5, 5, 5));
        Assert.Null(Rating.Of(CreditRating.Good, 5, 5, 5, points));
        Assert.Null(Rating.Of(CreditRating.Poor + 1, 5, 5, 5, 5));
    }

    [Fact]
    public void The_figure_of_a_store_is_the_mean_of_each_component()
    {
        var store = new StoreRating();
        store.Add(Stars(asDescribed: 5, deliverySpeed: 1), Midnight, Numbers);
        store.Add(Stars(asDescribed: 4, deliverySpeed: 2), Midnight, Numbers);
        store.Add(Stars(asDescribed: 4, deliverySpeed: 2), Midnight.AddDays(1), Numbers);
        var sums = store.Sums(Midnight.AddDays(1), Numbers);

        Assert.Equal(4_333, sums.MeanThousandths(RatingComponent.AsDescribed));
        Assert.Equal(5_000, sums.MeanThousandths(RatingComponent.Service));
        Assert.Equal(5_000, sums.MeanThousandths(RatingComponent.DispatchSpeed));
        Assert.Equal(1_667, sums.MeanThousandths(RatingComponent.DeliverySpeed));
    }

    [Fact]
    public void A_store_without_ratings_has_no_figure() =>
        Assert.Null(new StoreRating().Sums(Midnight, Numbers).MeanThousandths(RatingComponent.Service));

    [Fact]
    public void A_rating_counts_for_180_days_of_China_time()
    {
        var store = new StoreRating();
        store.Add(Stars(), Midnight, Numbers);

        Assert.Equal(1, store.Sums(Midnight.AddDays(180).AddTicks(-1), Numbers).Orders);
        Assert.Equal(0, store.Sums(Midnight.AddDays(180), Numbers).Orders);
    }

    [Fact] // REP-5
    public void A_store_is_above_or_below_its_category_by_so_many_percent()
    {
        var (good, bad, category) = (new StoreRating(), new StoreRating(), new StoreRating());
        good.Add(Stars(service: 5), Midnight, Numbers);
        bad.Add(Stars(service: 3), Midnight, Numbers);
        category.Add(Stars(service: 5), Midnight, Numbers);
        category.Add(Stars(service: 3), Midnight, Numbers);

        Assert.Equal(2_500, Distance(good));
        Assert.Equal(-2_500, Distance(bad));
        Assert.Equal(0, Distance(category));
        Assert.Null(Distance(new StoreRating()));

        int? Distance(StoreRating store) => store.Sums(Midnight, Numbers).DistanceFromCategory(
            category.Sums(Midnight, Numbers), RatingComponent.Service);
    }

    [Fact]
    public void Any_history_gives_the_sums_of_a_recount() => AnyHistory.Holds(AnyRating, history =>
    {
        var (store, all, now) = (new StoreRating(), new List<(Rating Rating, int Day)>(), Midnight);
        foreach (var (rating, after) in history)
        {
            now += after;
            store.Add(rating, now, Numbers);
            all.Add((rating, ChinaTime.DayOf(now)));
        }

        for (var day = 0; day < 200; day += 9)
        {
            var asked = now.AddDays(day);
            var counted = default(RatingSums);
            foreach (var past in all.Where(past => past.Day > ChinaTime.DayOf(asked) - 180))
            {
                counted.Add(past.Rating);
            }

            Assert.Equal(counted, store.Sums(asked, Numbers));
            Assert.Equal(counted, StoreRating.Of(store.Days).Sums(asked, Numbers));
        }
    });

    [Fact]
    public void Only_days_with_ratings_are_kept_and_only_while_they_count()
    {
        var store = new StoreRating();
        for (var day = 0; day < 1_000; day += 10)
        {
            store.Add(Stars(), Midnight.AddDays(day), Numbers);
        }

        Assert.Equal(18, store.Days.Length);
    }
}
