using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>What is published in a season is screened before it is sold (rule LST-2; MODELS M2).</summary>
public sealed class ScreeningSeasonTests
{
    private const int FestivalDay = 60;

    private static readonly SeasonScenario Screened = SmallSeason.Scenario with
    {
        Name = "screened",
        Season = SmallSeason.Scenario.Season with { Days = 70, Stores = 100, OrdersPerStoreDay = 1 },
        Sellers = new SellerHabits { Types = [0.4, 0.2, 0.2, 0.2], OpeningsPerDay = 0.01 },
        Festivals = [new SeasonFestival { Name = "sale", Day = "08-30", Visits = 3 }],
        Counterfeits = new CounterfeitHabits(),
        Screening = new ScreeningHabits
        {
            Restricted = new RestrictedHabits { Share = 0.02 },
            Sellers = new ScreenedSellerHabits { ChangesPerDay = 0.02 },
            Reviewers = new ReviewerHabits { PerMillion = 20 },
        },
    };

    private static readonly Season Played = SmallSeason.Run(Screened);
    private static readonly SeasonResult Result = Played.Finish(SmallSeason.Stamp);

    private static ScreeningHabits Usual => Screened.Screening!;

    private static SeasonResult With(ScreeningHabits habits) =>
        SmallSeason.ResultOf(Screened with { Screening = habits });

    private static SeasonResult Reviewed(ReviewerHabits reviewers) =>
        With(Usual with { Reviewers = reviewers });

    [Fact]
    [Trait("simulator", "LST-2")]
    public void Listings_are_accepted_refused_warned_of_and_reviewed_by_commands_of_the_market()
    {
        var all = SeasonRow.Of(Result.Days);
        Assert.All(
            [
                ScreeningMeasures.Screened, ScreeningMeasures.Accepted, ScreeningMeasures.Refused,
                ScreeningMeasures.WarnedCheats, ScreeningMeasures.GivenUpCheats,
                ScreeningMeasures.ToReviewers, ScreeningMeasures.Reviews,
                ScreeningMeasures.RefusedByReviewers, ScreeningMeasures.HonestRefused,
                ScreeningMeasures.BadPublished, ScreeningMeasures.BadStopped, ScreeningMeasures.Brands,
            ],
            measure => Assert.True(all[measure] > 0, $"{measure.Column} is 0"));
        Assert.True(Result.Summary.Audit.Passed, string.Join("; ",
            Result.Summary.Audit.Checks.Where(check => !check.Passed).Select(check => check.Finding)));
        Assert.Equal(all[ScreeningMeasures.Stopped],
            all[ScreeningMeasures.Refused] + all[ScreeningMeasures.RefusedByReviewers]);
        Assert.Equal(0, all[ScreeningMeasures.Provisional]); // what waits is kept
    }

    [Fact]
    [Trait("simulator", "LST-2")]
    public void Every_listing_on_sale_was_accepted_and_what_the_market_refused_is_counted_as_stopped()
    {
        var listings = Played.Parts.Screening!.Listings;
        var (onSale, stopped) = (0, 0);
        for (var listing = 0; listing < listings.Count; listing++)
        {
            if (listings[listing].Number == 0)
            {
                continue;
            }

            var goods = Played.Market.Listing(new ListingId(listing))!.Value;
            Assert.True(goods.Brand > 0);
            Assert.NotEqual(PublicationStatus.None, goods.Publication);
            Assert.NotEqual(PublicationStatus.Unscored, goods.Publication);
            onSale += goods.IsWithdrawn ? 0 : 1;
            Assert.True(goods.IsWithdrawn || goods.Publication == PublicationStatus.Accepted);
            var isStopped =
                goods.Publication is PublicationStatus.Refused or PublicationStatus.GivenUp;
            Assert.Equal(isStopped ? 1 : 0, listings[listing].IsStopped);
            stopped += listings[listing].IsStopped;
        }

        Assert.True(onSale > 300);
        Assert.True(stopped > 5);
    }

    [Fact]
    public void Sellers_write_ten_times_as_many_texts_in_the_week_before_a_festival()
    {
        var (before, usual) = (
            TextsOf(FestivalDay - 7, FestivalDay), TextsOf(FestivalDay - 28, FestivalDay - 7) / 3);

        Assert.InRange(before / usual, 4, 12); // openings and other goods do not follow the festival
        Assert.True(TextsOf(FestivalDay, FestivalDay + 7) < before / 4);

        static double TextsOf(int from, int until) => Result.Days
            .Where(day => day.First >= from && day.First < until).Sum(day => day[ScreeningMeasures.Screened]);
    }

    [Fact]
    [Trait("simulator", "LST-2")]
    public void What_waits_for_a_day_is_sold_provisionally_where_the_policy_says_so()
    {
        var few = new ReviewerHabits { PerMillion = 1 };
        var kept = Reviewed(few).Summary.Screening!;
        var sold = Reviewed(few with { PublishesWaiting = true }).Summary.Screening!;

        Assert.Equal(0, kept.Provisional);
        Assert.True(kept.WaitHoursP95 > 24);
        Assert.True(kept.WaitingMax > 3);
        Assert.True(sold.Provisional > 0);
        Assert.InRange(sold.WaitHoursP95, 1, 24);
        Assert.True(sold.BadPublishedPer10000 > kept.BadPublishedPer10000);
    }

    // Each has an eighth of a review a day: over 80 days ten, whatever waits.
    [Fact]
    public void Reviewers_look_at_no_more_than_they_have_time_for()
    {
        var reviews = SeasonRow.Of(Reviewed(new ReviewerHabits { PerMillion = 1.25 }).Days);

        Assert.Equal(10, reviews[ScreeningMeasures.Reviews], 1.0);
        Assert.True(reviews[ScreeningMeasures.ToReviewers] > 20);
    }

    [Fact]
    [Trait("simulator", "LST-2")]
    public void Reviewers_who_go_by_risk_take_the_highest_score_times_price_first()
    {
        var season = Season.Create(Screened with
        {
            Screening = Usual with { Reviewers = new ReviewerHabits { PerMillion = 0.001, ByRisk = true } },
        });
        season.RunUntil(20); // nobody has had time for any
        var queue = season.Market.Waiting(ListingQuery.PageMax).First;
        var ready = queue.TakeWhile(one => one.IsForReviewers).ToList();

        Assert.True(ready.Count > 2);
        Assert.DoesNotContain(queue.Skip(ready.Count), one => one.IsForReviewers);
        Assert.Equal(ready.OrderByDescending(one => one.Risk).Select(one => one.Listing.Id),
            ready.Select(one => one.Listing.Id));
        Assert.All(ready, one => Assert.Equal(
            one.Publication.ScoreMilli * one.Listing.Listing.Price.Fen, one.Risk));
    }

    [Fact]
    public void Seven_of_ten_careless_sellers_give_up_what_they_are_warned_of()
    {
        var careless = With(Usual with
        {
            Thresholds = new ThresholdHabits { AcceptBelow = 0 },
            Brands = new KnownBrandHabits { Known = 1 },
        }).Summary.Screening!.Warned;

        Assert.InRange(careless.Single(type => type.Type == "careless").GivenUp, 0.6, 0.8);
        Assert.InRange(careless.Single(type => type.Type == "cheats").GivenUp, 0.1, 0.2);
        Assert.Equal(0, careless.Single(type => type.Type == "honest").GivenUp);
    }

    [Fact]
    public void More_known_brands_let_fewer_fakes_through_and_join_month_by_month()
    {
        double PublishedOf(double known) => With(Usual with
        {
            Thresholds = new ThresholdHabits { AcceptBelow = 2.5 },
            Brands = new KnownBrandHabits { Known = known },
        }).Summary.Screening!.BadPublishedShare;

        Assert.True(PublishedOf(1) < PublishedOf(0) - 0.1); // by the scores alone 69 % and 96 %
        Assert.Equal(13 * 30, Result.Days[0][ScreeningMeasures.Brands]); // of 13 categories
        Assert.Equal(13 * 32, Result.Days[61][ScreeningMeasures.Brands]); // two months later
    }

    // A text that a reviewer knows is not reviewed again when its price changes.
    [Fact]
    public void A_price_change_has_a_text_scored_again_and_reviewed_once()
    {
        var season = Season.Create(EachModel.All);
        season.RunToEnd();
        var all = SeasonRow.Of(season.Finish(SmallSeason.Stamp).Days);

        Assert.True(all[ScreeningMeasures.Again] > all[ScreeningMeasures.Screened]);
        Assert.True(all[ScreeningMeasures.Reviews] <= all[ScreeningMeasures.ToReviewers]);
    }
}
