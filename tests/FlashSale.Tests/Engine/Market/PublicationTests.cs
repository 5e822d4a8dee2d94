using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

// LST-2 on an engine.
[Trait("engine", "LST-2")]
public sealed class PublicationTests
{
    [Fact]
    public void A_market_that_does_not_screen_sells_what_is_published()
    {
        var market = Market();

        Assert.Equal(PublicationStatus.None, StatusOf(market));
        Assert.Equal(PublicationResult.WrongStatus, Score(market, Screenings.Fine));
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout()).Result);
        Assert.True(market.State.Publications.IsEmpty);
    }

    [Theory]
    [InlineData(Screenings.Fine, 0, PublicationStatus.Accepted)]
    [InlineData(Screenings.Odd, 0, PublicationStatus.InReview)]
    [InlineData(Screenings.Wrong, 0, PublicationStatus.Refused)]
    [InlineData(Screenings.Fine, 3_500, PublicationStatus.Refused)] // a restricted kind
    public void A_listing_goes_where_its_score_leads_and_is_sold_when_it_is_accepted(
        int score, int restricted, PublicationStatus expected)
    {
        var market = Published();
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout()).Result);

        Assert.Equal(
            PublicationResult.Done, market.Do(new ScoreListing(FirstListing, score, restricted)));

        Assert.Equal(expected, StatusOf(market));
        Assert.Equal(
            expected == PublicationStatus.Accepted ? CheckoutResult.Placed : CheckoutResult.NotForSale,
            market.Place(Checkout(1)).Result);
        market.AssertSound();
    }

    [Theory]
    [InlineData(Screenings.Odd, true, PublicationStatus.InReview)]
    [InlineData(Screenings.Wrong, true, PublicationStatus.Refused)]
    [InlineData(Screenings.Odd, false, PublicationStatus.GivenUp)]
    public void The_seller_of_a_known_brand_is_warned_and_gives_up_or_insists(
        int score, bool insists, PublicationStatus expected)
    {
        var market = Published(Screenings.Brand);
        Join(market, Money.Zero);
        Score(market, score);
        Assert.Equal(PublicationStatus.Warned, StatusOf(market));
        Assert.Equal(PublicationResult.WrongStatus, Review(market, PublicationVerdict.Accept));

        Assert.Equal(PublicationResult.Done, market.Do(new AnswerWarning(FirstListing, insists)));

        Assert.Equal(expected, StatusOf(market));
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout()).Result);
        market.AssertSound();
    }

    [Fact]
    public void What_is_too_cheap_for_a_known_brand_looks_more_wrong()
    {
        var (cheap, usual) = (Published(Screenings.Brand), Published(Screenings.Brand));
        Join(cheap, Money.FromYuan(500)); // it costs 100
        Join(usual, Money.FromYuan(100));

        Score(cheap, 2_300);
        Score(usual, 2_300);

        Assert.Equal(2_700, cheap.View.Publication(FirstListing)!.Value.ScoreMilli);
        Assert.Equal(PublicationStatus.Warned, StatusOf(cheap));
        Assert.Equal(PublicationStatus.Accepted, StatusOf(usual));
    }

    [Fact]
    public void A_brand_that_leaves_is_no_longer_known()
    {
        var market = Published(Screenings.Brand);
        Join(market, Money.Zero);
        market.Do(new ListBrand(Screenings.Brand, false, Money.Zero, By: Ops));

        Score(market, Screenings.Odd);

        Assert.Equal(PublicationStatus.InReview, StatusOf(market));
        Assert.Equal(
            ["list-brand brand 7 known", "list-brand brand 7 unknown"], // IDN-5
            market.View.TrailBefore(null).Reverse()
                .Select(act => $"{Words.Of(act.What)} {act.Trace.Detail}"));
    }

    [Theory]
    [InlineData(PublicationVerdict.Accept, PublicationStatus.Accepted)]
    [InlineData(PublicationVerdict.Refuse, PublicationStatus.Refused)]
    public void A_reviewer_decides_and_leaves_a_trace(
        PublicationVerdict verdict, PublicationStatus expected)
    {
        var market = Published();
        Score(market, Screenings.Odd);

        Assert.Equal(PublicationResult.Done, Review(market, verdict));

        Assert.Equal(expected, StatusOf(market));
        var act = Assert.Single(market.View.TrailBefore(null));
        Assert.Equal((CommandKind.ReviewListing, Words.Of(verdict)), (act.What, act.Trace.Detail));
        Assert.Equal(PublicationResult.Done, Review(market, verdict)); // again
        Assert.Single(market.View.TrailBefore(null));
        market.AssertSound();
    }

    [Fact]
    public void Reviewers_look_at_so_many_listings_a_day()
    {
        var market = Published();
        for (var at = 1; at < 3; at++)
        {
            market.Publish(new ListingId(at), Screenings.Terms());
        }

        Assert.Equal(PublicationResult.Done, Review(market, PublicationVerdict.Accept, 0));
        Assert.Equal(PublicationResult.Done, Review(market, PublicationVerdict.Accept, 1));
        Assert.Equal(PublicationResult.NoReviewer, Review(market, PublicationVerdict.Accept, 2));
        Assert.Equal(new ReviewPool(2, 2, false), market.View.Waiting(9).Pool);

        market.AdvanceTo(Noon.AddDays(1));
        Assert.Equal(PublicationResult.Done, Review(market, PublicationVerdict.Accept, 2));
        market.AssertSound();
    }

    [Fact]
    public void A_listing_that_has_waited_for_too_long_is_sold_until_a_reviewer_refuses_it()
    {
        var market = Published();
        Score(market, Screenings.Odd);
        market.AdvanceTo(Noon.AddHours(2).AddMilliseconds(-1));
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout()).Result);

        market.AdvanceTo(Noon.AddHours(2));

        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(1)).Result);
        Assert.Equal(PublicationResult.Done, Review(market, PublicationVerdict.Refuse));
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout(2)).Result);
        market.AssertSound();
    }

    [Fact]
    public void A_market_that_keeps_what_waits_sells_it_when_a_reviewer_has_looked()
    {
        var market = Published(policy: Screenings.Policy with { PublishesWaiting = false });
        Score(market, Screenings.Odd);

        market.AdvanceTo(Noon.AddDays(30));

        Assert.Equal(PublicationStatus.InReview, StatusOf(market));
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout()).Result);
        Review(market, PublicationVerdict.Accept);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(1)).Result);
    }

    [Fact]
    public void A_listing_whose_price_changes_is_screened_again_and_one_that_is_restocked_is_not()
    {
        var market = Published();
        Score(market, Screenings.Fine);
        market.Restock(FirstListing, 20);
        market.Reprice(FirstListing, Money.FromYuan(100)); // as before
        Assert.Equal(PublicationStatus.Accepted, StatusOf(market));

        market.Reprice(FirstListing, Money.FromYuan(60));

        Assert.Equal(PublicationStatus.Unscored, StatusOf(market));
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout()).Result);
        Score(market, Screenings.Fine);
        Assert.Equal(PublicationStatus.Accepted, StatusOf(market));
        market.AssertSound();
    }

    [Fact]
    public void A_listing_that_its_seller_takes_off_waits_for_nobody()
    {
        var market = Published();
        Score(market, Screenings.Odd);

        market.Withdraw(FirstListing);

        Assert.Equal(PublicationStatus.GivenUp, StatusOf(market));
        Assert.Empty(market.View.Waiting(9).First);
        market.Reprice(FirstListing, Money.FromYuan(60));
        Assert.Equal(PublicationStatus.GivenUp, StatusOf(market));
        market.AssertSound();
    }

    [Theory]
    [InlineData(false, new[] { 0, 1, 2 })]
    [InlineData(true, new[] { 2, 0, 1 })]
    public void Reviewers_begin_with_who_came_first_or_with_what_is_at_stake(bool isByRisk, int[] expected)
    {
        var market = Published(policy: Screenings.Policy with { ReviewsByRisk = isByRisk });
        Score(market, 2_900);
        foreach (var (at, score) in new[] { (1, 2_700), (2, 3_300) })
        {
            market.AdvanceTo(market.Now.AddMinutes(1));
            market.Publish(new ListingId(at), Screenings.Terms());
            market.Do(new ScoreListing(new ListingId(at), score, 0));
        }

        var waiting = market.View.Waiting(9);

        Assert.Equal(expected, waiting.First.Select(one => one.Listing.Id.Value));
        Assert.Equal(3, waiting.Count);
        Assert.Equal(expected[0], Assert.Single(market.View.Waiting(1).First).Listing.Id.Value);
    }

    [Fact]
    public void What_waits_and_which_brands_are_known_are_in_a_snapshot()
    {
        var market = Published(Screenings.Brand);
        Join(market, Money.FromYuan(300));
        market.Publish(new ListingId(1), Screenings.Terms());
        Score(market, Screenings.Odd);
        Review(market, PublicationVerdict.Accept, 1);
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        stream.Position = 0;

        var again = FlashSale.Engine.Market.Load(new StateReader(stream), market.Policy);

        Assert.Equal(market.StateHash(), again.StateHash());
        Assert.Equal(market.View.Publication(FirstListing), again.View.Publication(FirstListing));
        Assert.Equal(market.View.Brand(Screenings.Brand), again.View.Brand(Screenings.Brand));
        Assert.Equal(1, again.View.Waiting(9).Pool.TakenToday);
        again.AssertSound();
    }

    private static Market Published(int brand = 0, ScreeningPolicy? policy = null)
    {
        var market = new Market(new Policy { Screening = policy ?? Screenings.Policy });
        market.AdvanceTo(Noon);
        market.Open(FirstStore);
        Assert.Equal(ListingResult.Published, market.Publish(FirstListing, Screenings.Terms(brand: brand)));
        Assert.Equal(PublicationStatus.Unscored, StatusOf(market));
        return market;
    }

    private static PublicationStatus StatusOf(Market market) =>
        market.View.Listing(FirstListing)!.Value.Publication;

    private static PublicationResult Score(Market market, int score) =>
        market.Do(new ScoreListing(FirstListing, score, 0));

    private static PublicationResult Review(Market market, PublicationVerdict verdict, int listing = 0) =>
        market.Do(new ReviewListing(new ListingId(listing), verdict, By: Ops));

    private static void Join(Market market, Money price) => Assert.Equal(
        PublicationResult.Done, market.Do(new ListBrand(Screenings.Brand, true, price, By: Ops)));
}
