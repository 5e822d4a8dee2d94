using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

public sealed class ConfirmationTests
{
    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 15)]
    public void Time_confirms_ten_days_after_shipping_and_fifteen_in_the_festival(bool isFestival, int days)
    {
        var cheap = new FestivalPrice(Money.FromYuan(100), Noon, Noon.AddDays(1)); // ORD-2
        var market = Market(isFestival ? Terms() with { Festival = cheap } : null);
        market.Order(OrderStatus.Paid);
        market.AdvanceTo(Noon.AddDays(1));
        market.StepOrder(Checkout().Order(0), OrderStep.Ship);

        market.AdvanceTo(Noon.AddDays(1 + days).AddMilliseconds(-1));
        Assert.Equal(OrderStatus.Shipped, StatusOf(market));
        market.AdvanceTo(Noon.AddDays(1 + days));
        Assert.Equal(OrderStatus.Confirmed, StatusOf(market));
        Assert.Equal(Money.FromYuan(95), market.View.Balance(AccountId.Of(FirstStore)));
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-2")]
    public void Nothing_is_confirmed_by_time_before_it_is_shipped()
    {
        var market = Market();
        market.Order(OrderStatus.Paid);

        market.AdvanceTo(Noon.AddDays(100));

        Assert.Equal(OrderStatus.Paid, StatusOf(market));
        Assert.Equal(OrderResult.NotAllowed, market.StepOrder(Checkout().Order(0), OrderStep.Confirm));
    }

    [Fact, Trait("engine", "ORD-2")]
    public void An_open_dispute_suspends_the_confirmation_by_time()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Delivered);
        Assert.Equal(OrderResult.Done, market.OpenDispute(order));

        market.AdvanceTo(Noon.AddDays(30));
        Assert.Equal(OrderStatus.Delivered, StatusOf(market));
        Assert.Equal(OrderResult.Disputed, market.StepOrder(order, OrderStep.Confirm));

        Assert.Equal(OrderResult.Done, market.ResolveDispute(order, forBuyer: false));
        Assert.Equal(OrderStatus.Confirmed, StatusOf(market));
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-2")]
    public void A_dispute_that_ends_for_the_store_in_time_leaves_the_rest_of_the_time()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Delivered);
        market.OpenDispute(order);
        market.AdvanceTo(Noon.AddDays(9));

        market.ResolveDispute(order, forBuyer: false);

        Assert.Equal(OrderStatus.Delivered, StatusOf(market));
        market.AdvanceTo(Noon.AddDays(10));
        Assert.Equal(OrderStatus.Confirmed, StatusOf(market));
    }

    [Fact, Trait("engine", "ORD-3")]
    public void A_dispute_that_ends_for_the_buyer_returns_all_that_was_paid()
    {
        var market = Market();
        market.Publish(new ListingId(1), Terms(yuan: 30));
        market.Place(Checkout(), Line(2), Line(3, listing: 1));
        market.Pay(Checkout(), PaymentChannel.Credit);
        var order = Checkout().Order(0);
        market.Refund(order, 1, 1);
        market.StepOrder(order, OrderStep.Ship);
        market.OpenDispute(order);

        Assert.Equal(OrderResult.Done, market.ResolveDispute(order, forBuyer: true));

        Assert.Equal(OrderStatus.Closed, StatusOf(market));
        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Payer(PaymentChannel.Credit, FirstBuyer)));
        Assert.Equal(OrderResult.Done, market.ResolveDispute(order, forBuyer: true)); // ORD-4
        Assert.Equal(OrderResult.NotAllowed, market.ResolveDispute(order, forBuyer: false));
        Assert.Equal(OrderResult.Done, market.OpenDispute(order));
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-1")]
    public void The_steps_of_an_order_are_answered_again_as_the_first_time()
    {
        var market = Market();
        market.Order(OrderStatus.Confirmed, number: 1);
        var order = market.Order(OrderStatus.Confirmed);
        market.Refund(order, 0, 1);
        market.AdvanceTo(Noon.AddDays(40));

        OrderId[] orders = [order, Checkout(1).Order(0)];
        Assert.All(orders, ended => Assert.True(market.View.Order(ended)!.HasEnded));
        Assert.All(orders, ended =>
        {
            Assert.Equal(OrderResult.Done, market.StepOrder(ended, OrderStep.Ship));
            Assert.Equal(OrderResult.Done, market.StepOrder(ended, OrderStep.Deliver));
            Assert.Equal(OrderResult.Done, market.StepOrder(ended, OrderStep.Confirm));
        });
        Assert.Equal(OrderResult.UnknownOrder, market.StepOrder(Checkout(9).Order(0), OrderStep.Ship));
    }

    [Fact, Trait("engine", "ORD-1")]
    public void Delivery_is_answered_again_when_the_order_is_confirmed()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Confirmed);
        var other = market.Order(OrderStatus.Shipped, number: 1);
        market.StepOrder(other, OrderStep.Confirm);

        Assert.Equal(OrderResult.Done, market.StepOrder(order, OrderStep.Deliver));
        Assert.Equal(OrderResult.NotAllowed, market.StepOrder(other, OrderStep.Deliver));
    }

    [Theory]
    [Trait("engine", "REP-2")]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    [InlineData(true, true, 1)]
    [InlineData(false, false, 0)]
    public void The_silent_side_s_verdict_is_good_after_fifteen_days(
        bool buyerRates, bool storeRates, int points)
    {
        var market = Market(kind: MarketKind.Consumer); // REP-2
        var order = market.Order(OrderStatus.Confirmed);
        if (buyerRates)
        {
            Assert.Equal(RateResult.Rated, market.Rate(order, Stars()));
        }

        if (storeRates)
        {
            Assert.Equal(RateResult.Rated, market.RateBuyer(order, CreditRating.Good));
        }

        market.AdvanceTo(Noon.AddDays(15));
        Assert.False(market.View.Order(order)!.HasEnded);
        market.AdvanceTo(Noon.AddDays(15).AddMilliseconds(1));

        Assert.True(market.View.Order(order)!.HasEnded);
        Assert.Equal(points, market.View.Credit(FirstStore).Points);
        Assert.Equal(points, market.View.Credit(FirstBuyer).Points);
        Assert.Equal(buyerRates ? 1 : 0, market.View.Rating(FirstStore).Orders);
        market.AssertSound();
    }

    [Fact, Trait("engine", "REP-1")]
    public void A_rating_of_nothing_or_without_receipt_is_refused()
    {
        var market = Market();
        var paid = market.Order(OrderStatus.Shipped);

        Assert.Equal(RateResult.NotConfirmed, market.Rate(paid, Stars()));
        Assert.Equal(RateResult.BadVerdict, market.Rate(paid, default));
        Assert.Equal(RateResult.BadVerdict, market.RateBuyer(paid, 0));
        Assert.Equal(RateResult.UnknownOrder, market.Rate(Checkout(9).Order(0), Stars()));
    }

    private static OrderStatus StatusOf(Market market) => market.View.Order(Checkout().Order(0))!.Status;
}
