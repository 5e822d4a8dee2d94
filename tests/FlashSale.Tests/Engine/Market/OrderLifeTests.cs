using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

public sealed class OrderLifeTests
{
    [Fact]
    [Trait("engine", "ESC-1"), Trait("engine", "ORD-1"), Trait("engine", "REP-1")]
    [Trait("engine", "STO-5")]
    public void An_order_goes_from_checkout_to_rating_and_the_store_gets_the_money_less_commission()
    {
        var market = Market();

        var order = market.Order(OrderStatus.Rated);

        Assert.Equal(OrderStatus.Rated, market.View.Order(order)!.Status);
        Assert.Equal(Money.FromYuan(95), market.View.Balance(AccountId.Of(FirstStore)));
        Assert.Equal(Money.FromYuan(5), market.View.Balance(AccountId.Platform));
        Assert.Equal(1, market.View.Rating(FirstStore).Orders);
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-1")]
    public void The_last_unit_goes_to_one_buyer_only()
    {
        var market = Market(Terms(stock: 1));

        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(buyer: 1)).Result);
        Assert.Equal(CheckoutResult.SoldOut, market.Place(Checkout(buyer: 2)).Result);
        market.AssertSound();
    }

    [Fact, Trait("engine", "INV-2")]
    public void A_hold_ends_when_the_order_is_not_paid_in_time_and_a_late_payment_goes_back()
    {
        var market = Market(Terms(stock: 1));
        market.Place(Checkout());

        market.AdvanceTo(Noon.AddMinutes(30));

        Assert.Equal(1, market.View.Stock(FirstListing).ForSale);
        Assert.Equal(
            new PayAnswer(
                PayResult.TooLate, Money.FromYuan(100)), market.Pay(Checkout(), PaymentChannel.Bank));
        Assert.Equal(
            new PayAnswer(
                PayResult.TooLate, Money.FromYuan(100)), market.Pay(Checkout(), PaymentChannel.Bank));
        Assert.Equal(1, market.View.Movements(MovementKind.Refund).Count);
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-2"), Trait("engine", "REP-2")]
    public void Time_confirms_an_order_that_nobody_confirms_and_ends_it_later()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Shipped);

        market.AdvanceTo(Noon.AddDays(10));
        Assert.Equal(OrderStatus.Confirmed, market.View.Order(order)!.Status);

        market.AdvanceTo(Noon.AddDays(26));
        Assert.True(market.View.Order(order)!.HasEnded);
        Assert.Equal(OrderResult.Done, market.StepOrder(order, OrderStep.Confirm));
        Assert.Equal(RateResult.TooLate, market.Rate(order, Stars()));
        market.AssertSound();
    }

    [Fact]
    public void A_saved_market_goes_on_as_if_it_had_never_stopped()
    {
        var market = Market();
        market.Order(OrderStatus.Rated);
        market.Order(OrderStatus.Shipped, number: 1);
        using var stream = new MemoryStream();
        market.Save(new FlashSale.Engine.StateWriter(stream));
        stream.Position = 0;

        var again = FlashSale.Engine.Market.Load(new FlashSale.Engine.StateReader(stream), market.Policy);
        Assert.Equal(market.StateHash(), again.StateHash());

        market.AdvanceTo(Noon.AddDays(40));
        again.AdvanceTo(Noon.AddDays(40));
        Assert.Equal(market.StateHash(), again.StateHash());
        again.AssertSound();
    }
}
