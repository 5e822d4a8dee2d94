using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

// REP-2: verdicts, and so credit and levels, are given per market; usually in the consumer market only.
[Trait("engine", "REP-2")]
public sealed class MarketVerdictTests
{
    [Fact]
    public void A_brand_store_gets_ratings_and_no_credit()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Rated);

        Assert.Equal(default, market.View.Credit(FirstStore));
        Assert.Equal(1, market.View.Rating(FirstStore).Orders);
        Assert.Equal(Stars().WithoutVerdict(), market.View.Order(order)!.Rating);
        market.AssertSound();
    }

    [Fact]
    public void Nobody_is_good_by_default_where_nobody_gives_verdicts()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Rated);

        market.AdvanceTo(Noon.AddDays(16));

        Assert.True(market.View.Order(order)!.HasEnded);
        Assert.Equal(default, market.View.Credit(FirstBuyer));
        Assert.Equal(RateResult.NoVerdicts, market.RateBuyer(order, CreditRating.Good));
        Assert.Equal(RateResult.Rated, market.Rate(order, Stars())); // a repeat
        Assert.Equal(RateResult.RatedAlready, market.Rate(order, Stars(4)));
        market.AssertSound();
    }

    [Theory]
    [InlineData(MarketKind.Brand, RateResult.Rated, RateResult.NoVerdicts)]
    [InlineData(MarketKind.Consumer, RateResult.BadVerdict, RateResult.Rated)]
    public void A_brand_store_is_rated_by_stars_alone_and_a_consumer_store_never_is(
        MarketKind kind, RateResult ofStars, RateResult ofBuyer)
    {
        var market = Market(kind: kind);
        var order = market.Order(OrderStatus.Confirmed);

        Assert.Equal(ofStars, market.Rate(order, Stars().WithoutVerdict()));
        Assert.Equal(ofBuyer, market.RateBuyer(order, CreditRating.Good));
        market.AssertSound();
    }

    [Theory]
    [InlineData(MarketKind.Brand, 1)]
    [InlineData(MarketKind.Consumer, 0)]
    public void Which_markets_give_verdicts_is_a_policy(MarketKind kind, int points)
    {
        var turned = new ReputationPolicy { VerdictsInConsumerMarket = false, VerdictsInBrandMarket = true };
        var market = Market(policy: new Policy { Reputation = turned }, kind: kind);
        market.Order(OrderStatus.Rated);

        Assert.Equal(points, market.View.Credit(FirstStore).Points);
        market.AssertSound();
    }

    [Fact]
    public void What_was_placed_before_markets_were_told_apart_keeps_its_verdicts()
    {
        const string now = ",\"verdictsInBrandMarket\":false";
        var before = PolicyText.Write(new Policy()).Replace(now, "", StringComparison.Ordinal);
        Assert.DoesNotContain("verdictsInBrandMarket", before, StringComparison.Ordinal);
        var market = Market(policy: PolicyText.Read(before));
        market.Order(OrderStatus.Rated);

        Assert.Equal(1, market.View.Credit(FirstStore).Points);
        Assert.Equal(CreditRating.Good, market.View.Order(Checkout().Order(0))!.Rating.Credit);
    }

    [Fact]
    public void Poor_stars_of_a_brand_store_are_no_poor_verdict_for_the_watch()
    {
        var watched = new TrustPolicy { IsOn = true, Watches = true };
        var market = Market(policy: new Policy { Trust = watched });
        var order = market.Order(OrderStatus.Confirmed);

        market.Rate(order, Stars(1, CreditRating.Poor));

        Assert.Equal(0, market.State.Watch.Find(new SellerId(0))!.Days[0].PoorRatings);
    }
}
