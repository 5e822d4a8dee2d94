using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

public sealed class CheckoutTests
{
    private static readonly StoreId OtherStore = new(1);

    [Fact, Trait("engine", "CRT-1")]
    public void A_checkout_makes_one_order_per_store_in_the_order_of_their_first_lines()
    {
        var market = TwoStores();

        var answer = market.Place(Checkout(), Line(listing: 1), Line(listing: 0), Line(listing: 2));

        Assert.Equal((CheckoutResult.Placed, 2), (answer.Result, answer.Orders));
        Assert.Equal(Noon.AddMinutes(30), answer.At);
        Assert.Equal(OtherStore, market.View.Order(Checkout().Order(0))!.Store);
        Assert.Equal([1, 2], ListingsOf(market, part: 0));
        Assert.Equal([0], ListingsOf(market, part: 1));
        market.AssertSound();
    }

    [Fact, Trait("engine", "CRT-1")]
    public void The_lines_of_placed_orders_leave_the_cart()
    {
        var market = TwoStores();
        market.PutInCart(FirstBuyer, Line(listing: 0));
        market.PutInCart(FirstBuyer, Line(listing: 1));

        market.Place(Checkout(), Line(listing: 0));

        Assert.Equal([Line(listing: 1)], market.View.Cart(FirstBuyer).ToArray());
    }

    [Fact, Trait("engine", "CRT-1")]
    public void A_cart_has_at_most_120_lines_one_a_listing()
    {
        var market = Market();
        for (var id = 1; id <= 121; id++)
        {
            market.Publish(new ListingId(id), Terms());
            var expected = id <= 120 ? CartResult.Changed : CartResult.Full;
            Assert.Equal(expected, market.PutInCart(FirstBuyer, Line(listing: id)));
        }

        Assert.Equal(CartResult.Changed, market.PutInCart(FirstBuyer, Line(units: 3, listing: 120)));
        Assert.Equal(120, market.View.Cart(FirstBuyer).Length);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(), market.View.Cart(FirstBuyer).ToArray())
            .Result);
        Assert.Equal(0, market.View.Cart(FirstBuyer).Length);
        market.AssertSound();
    }

    [Fact, Trait("engine", "CRT-1")]
    public void A_price_that_has_risen_is_refused_with_both_prices_and_a_fallen_one_is_paid()
    {
        var market = Market();
        market.Reprice(FirstListing, Money.FromYuan(101));

        Assert.Equal(
            new CheckoutAnswer(CheckoutResult.PriceRisen, 0, Money.FromYuan(101), 0, default),
            market.Place(Checkout(), Line(yuan: 100)));

        market.Reprice(FirstListing, Money.FromYuan(90));
        Assert.Equal(Money.FromYuan(90), market.Place(Checkout(), Line(yuan: 100)).Total);
    }

    [Fact, Trait("engine", "LST-3"), Trait("engine", "CRT-1")]
    public void The_end_of_a_festival_window_is_a_rise()
    {
        var cheap = new FestivalPrice(Money.FromYuan(80), Noon, Noon.AddHours(1));
        var market = Market(Terms() with { Festival = cheap });

        Assert.Equal(Noon.AddMinutes(15), market.Place(Checkout(), Line(yuan: 80)).At); // INV-2
        market.AdvanceTo(Noon.AddHours(1));
        Assert.Equal(CheckoutResult.PriceRisen, market.Place(Checkout(1), Line(yuan: 80)).Result);
    }

    [Fact, Trait("engine", "INV-1")]
    public void When_one_line_is_refused_nothing_is_held_for_the_others()
    {
        var market = TwoStores();

        var answer = market.Place(Checkout(), Line(2, listing: 0), Line(11, listing: 1));

        Assert.Equal((CheckoutResult.SoldOut, 1), (answer.Result, answer.Line));
        Assert.Equal(10, market.View.Stock(FirstListing).ForSale);
        Assert.Null(market.View.Order(Checkout().Order(0)));
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-3")]
    public void A_buyer_s_limit_holds_over_all_orders_and_ends_with_them()
    {
        var market = Market(Terms(stock: 100, unitsPerBuyer: 3));

        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(0), Line(2)).Result);
        Assert.Equal(CheckoutResult.LimitReached, market.Place(Checkout(1), Line(2)).Result);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(0, buyer: 8), Line(3)).Result);

        market.StepOrder(Checkout(0).Order(0), OrderStep.Cancel);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(2), Line(3)).Result);
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-4")]
    public void The_same_request_is_answered_as_the_first_and_another_one_refused()
    {
        var market = TwoStores();
        var first = market.Place(Checkout(), Line(2, listing: 0), Line(listing: 1));

        Assert.Equal(first, market.Place(Checkout(), Line(2, listing: 0), Line(listing: 1)));
        Assert.Equal(CheckoutResult.IdReused, market.Place(Checkout(), Line(2, listing: 0)).Result);
        Assert.Equal(
            CheckoutResult.IdReused,
            market.Place(Checkout(), Line(listing: 1), Line(2, listing: 0)).Result);
        Assert.Equal(8, market.View.Stock(FirstListing).ForSale);
    }

    [Fact, Trait("engine", "ORD-4")]
    public void A_request_is_answered_as_the_first_when_its_orders_have_ended()
    {
        var cheap = new FestivalPrice(Money.FromYuan(80), Noon, Noon.AddHours(1));
        var market = TwoStores(Terms() with { Festival = cheap });
        var first = market.Place(Checkout(), Line(listing: 1), Line(listing: 0));
        Assert.Equal(Noon.AddMinutes(15), first.At);

        market.AdvanceTo(Noon.AddDays(1));

        Assert.Equal(first, market.Place(Checkout(), Line(listing: 1), Line(listing: 0)));
        Assert.Equal((2, 0), market.View.Orders);
    }

    [Fact, Trait("engine", "LST-1"), Trait("engine", "STO-1")]
    public void What_is_withdrawn_or_of_a_store_that_does_not_sell_is_not_for_sale()
    {
        var market = TwoStores();
        market.StepStore(OtherStore, StoreStep.Hide);
        var hidden = market.Place(Checkout(), Line(listing: 0), Line(listing: 1));
        Assert.Equal((CheckoutResult.NotForSale, 1), (hidden.Result, hidden.Line));

        market.Withdraw(FirstListing);
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout()).Result);
        Assert.Equal(CartResult.NotForSale, market.PutInCart(FirstBuyer, Line()));
        Assert.Equal(CheckoutResult.NotForSale, market.Place(Checkout(), Line(listing: 99)).Result);
    }

    [Fact, Trait("engine", "CRT-1")]
    public void Lines_without_sense_are_refused_by_their_place()
    {
        var market = TwoStores();

        Assert.Equal(CheckoutResult.BadLines, market.Checkout(Checkout(), []).Result);
        Assert.Equal(1, market.Place(Checkout(), Line(), Line()).Line);
        Assert.Equal(1, market.Place(Checkout(), Line(), Line(0, listing: 1)).Line);
        Assert.Equal(
            CheckoutResult.BadLines,
            market.Checkout(Checkout(), Enumerable.Repeat(Line(), 121).ToArray()).Result);
    }

    [Fact, Trait("engine", "ORD-4")]
    public void A_market_takes_as_many_orders_as_it_may_hold_and_as_much_as_can_be_meant()
    {
        var dear = Terms(stock: 9_999, yuan: Limits.PriceYuanMax);
        var market = Market(dear, size: new MarketSizeFor(Orders: 2).Size);

        Assert.Equal(
            CheckoutResult.OverLimit, market.Place(Checkout(), Line(101, Limits.PriceYuanMax)).Result);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(0), Line(1, Limits.PriceYuanMax)).Result);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(1), Line(1, Limits.PriceYuanMax)).Result);
        Assert.Equal(
            CheckoutResult.OverLimit, market.Place(Checkout(2), Line(1, Limits.PriceYuanMax)).Result);
        Assert.Equal(2, market.View.Stock(FirstListing).Held);
    }

    private static int[] ListingsOf(FlashSale.Engine.Market market, int part) =>
        [.. market.View.Order(Checkout().Order(part))!.Lines.Select(line => line.Listing.Value)];

    // Listing 0 is of the first store, 1 and 2 are of the other one.
    private static FlashSale.Engine.Market TwoStores(ListingTerms? terms = null)
    {
        var market = Market(terms);
        market.Open(OtherStore);
        market.Publish(new ListingId(1), Terms(store: OtherStore));
        market.Publish(new ListingId(2), Terms(store: OtherStore));
        return market;
    }

    private readonly record struct MarketSizeFor(int Orders)
    {
        public FlashSale.Engine.MarketSize Size => new()
        {
            BuyersMax = 16,
            StoresMax = 4,
            ListingsMax = 4,
            LiveOrdersMax = Orders,
            EndedOrdersMax = 100,
        };
    }
}
