namespace FlashSale.Tests;

// States that a host stores one by one are taken apart and built again.
public sealed class FactsTests
{
    [Fact]
    public void A_store_is_built_again_from_its_facts_at_any_time_of_its_life()
    {
        var store = RuleFixtures.OpenStore(MarketKind.Brand);
        Assert.Equal(store, Store.Of(store.Facts));

        store.TakeFromSecurity(Money.FromYuan(1), RuleFixtures.Midnight);
        Assert.Equal(store, Store.Of(store.Facts));

        store.Take(StoreStep.Suspend);
        Assert.Equal(store, Store.Of(store.Facts));
        Assert.Equal(default, Store.Of(default));
    }

    [Fact]
    public void No_store_is_suspended_without_a_cause_or_short_of_what_it_has()
    {
        var facts = RuleFixtures.OpenStore().Facts;

        Assert.All(
            new[]
            {
                facts with { Status = StoreStatus.Suspended },
                facts with { SuspendedFor = SuspensionCause.Deposit },
                facts with { ShortSince = RuleFixtures.Midnight },
                facts with { SecurityPaid = Money.FromYuan(-1) },
                facts with { Market = 0 },
                facts with { Tier = 0 },
                facts with { Status = 0 },
            },
            impossible => Assert.Throws<ArgumentException>(() => Store.Of(impossible)));
    }

    [Fact]
    public void A_listing_is_built_again_from_its_facts_also_when_it_is_withdrawn()
    {
        var listing = new Listing(new ListingTerms
        {
            Store = new StoreId(1),
            Category = new CategoryId(2),
            Price = Money.FromYuan(9),
            Presale = new(Money.FromYuan(1), RuleFixtures.Midnight, RuleFixtures.Midnight.AddDays(1)),
            Stock = 10,
        });
        listing.Withdraw();

        Assert.Equal(listing, Listing.Of(listing.Facts));
        Assert.Equal(default, Listing.Of(default));
        Assert.Throws<ArgumentException>(() => Listing.Of(listing.Facts with { Price = Money.FromYuan(1) }));
        Assert.Throws<ArgumentException>(() => Listing.Of(listing.Facts with { Hold = 0 }));
    }

    [Fact]
    public void No_stock_holds_and_sells_more_than_was_put_in()
    {
        Assert.Equal(3, Stock.Of(putIn: 10, held: 3, sold: 4).ForSale);
        Assert.Throws<ArgumentException>(() => Stock.Of(putIn: 10, held: 6, sold: 5));
        Assert.Throws<ArgumentException>(() => Stock.Of(putIn: 10, held: -1, sold: 5));
    }

    [Fact]
    public void No_credit_has_points_that_no_verdict_gave()
    {
        Assert.Equal(-2, Credit.Of(points: -2, good: 1, medium: 0, poor: 3).Points);
        Assert.Throws<ArgumentException>(() => Credit.Of(points: 2, good: 1, medium: 5, poor: 0));
        Assert.Throws<ArgumentException>(() => Credit.Of(points: -2, good: 5, medium: 5, poor: 1));
    }

    [Fact]
    public void Rated_orders_have_one_to_five_points_each()
    {
        Assert.Equal(7, RatingSums.Of(2, 2, 10, 5, 7).PointsOf(RatingComponent.DeliverySpeed));
        Assert.Throws<ArgumentException>(() => RatingSums.Of(2, 1, 10, 5, 7));
        Assert.Throws<ArgumentException>(() => RatingSums.Of(2, 2, 11, 5, 7));
        Assert.Throws<ArgumentException>(() => RatingSums.Of(-1, -2, -2, -2, -2));
    }

    [Fact]
    public void No_order_has_a_verdict_that_there_is_not() =>
        Assert.Throws<ArgumentException>(() => OrderCredits.Of((CreditRating)4, 0));
}
