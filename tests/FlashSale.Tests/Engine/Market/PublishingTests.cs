using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

[Trait("engine", "LST-1"), Trait("engine", "LST-3")]
public sealed class PublishingTests
{
    [Fact, Trait("engine", "ORD-4")]
    public void A_listing_is_published_once_and_its_id_stands_for_its_terms()
    {
        var market = Market();
        market.Order(OrderStatus.Paid);

        Assert.Equal(ListingResult.Published, market.Publish(FirstListing, Terms()));
        Assert.Equal(ListingResult.IdReused, market.Publish(FirstListing, Terms(stock: 11)));
        Assert.Equal(9, market.View.Stock(FirstListing).ForSale);

        market.StepStore(FirstStore, StoreStep.Suspend);
        Assert.Equal(ListingResult.Published, market.Publish(FirstListing, Terms()));
        Assert.Equal(ListingResult.StoreNotOpen, market.Publish(new ListingId(1), Terms()));
    }

    [Fact]
    public void Terms_that_are_not_allowed_are_refused()
    {
        var market = Market();

        Assert.Equal(ListingResult.BadTerms, market.Publish(new ListingId(1), Terms(stock: -1)));
        Assert.Equal(
            ListingResult.BadTerms,
            market.Publish(new ListingId(1), Terms() with { Category = new CategoryId(14) }));
        Assert.Equal(
            ListingResult.StoreNotOpen, market.Publish(new ListingId(1), Terms(store: new StoreId(5))));
        Assert.Null(market.View.Listing(new ListingId(1)));
    }

    [Fact, Trait("engine", "INV-1")]
    public void Restocking_brings_the_units_up_to_a_number_however_often_it_is_sent()
    {
        var market = Market(Terms(stock: 10, buckets: 4));
        market.Place(Checkout(), Line(9));

        Assert.Equal(ListingResult.Published, market.Restock(FirstListing, 25));
        Assert.Equal(ListingResult.Published, market.Restock(FirstListing, 25));
        Assert.Equal(ListingResult.Published, market.Restock(FirstListing, 5));
        Assert.Equal(new StockTotals(25, 16, 9, 0, 0), market.View.Stock(FirstListing));
        Assert.Equal(ListingResult.BadTerms, market.Restock(FirstListing, Limits.StockMax + 1));
        Assert.Equal(ListingResult.Published, market.Restock(FirstListing, Limits.StockMax));
        market.AssertSound();
    }

    [Fact]
    public void A_new_price_counts_for_new_orders_only()
    {
        var market = Market();
        market.Place(Checkout());

        Assert.Equal(ListingResult.Published, market.Reprice(FirstListing, Money.FromYuan(150)));
        Assert.Equal(ListingResult.BadTerms, market.Reprice(FirstListing, Money.Zero));
        Assert.Equal(Money.FromYuan(100), market.Pay(Checkout(), PaymentChannel.Bank).Amount);
        Assert.Equal(Money.FromYuan(150), market.Place(Checkout(1), Line(yuan: 150)).Total);
    }

    [Fact]
    public void What_is_withdrawn_goes_on_for_those_who_have_ordered_it()
    {
        var market = Market();
        market.Place(Checkout());
        market.Withdraw(FirstListing);
        market.StepStore(FirstStore, StoreStep.Close);

        Assert.Equal(PayResult.Paid, market.Pay(Checkout(), PaymentChannel.Bank).Result);
        Assert.Equal(OrderResult.Done, market.StepOrder(Checkout().Order(0), OrderStep.Ship));
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-4")]
    public void A_hot_listing_sells_its_last_unit_once_over_all_buckets()
    {
        var market = Market(Terms(stock: 100, buckets: 8));
        var placed = Enumerable.Range(0, 150)
            .Count(buyer => market.Place(Checkout(buyer: buyer)).Result == CheckoutResult.Placed);

        Assert.Equal(100, placed);
        Assert.Equal(new StockTotals(100, 0, 100, 0, 50), market.View.Stock(FirstListing));
        market.AssertSound();
    }
}
