using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

public sealed class RefundTests
{
    private static readonly Money Hundred = Money.FromYuan(100);

    [Fact, Trait("engine", "ORD-3")]
    public void Before_shipping_the_buyer_gets_the_money_and_the_units_go_back_on_sale()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Paid, units: 2);

        Assert.Equal(new RefundAnswer(RefundResult.Refunded, Hundred), market.Refund(order, 0, 1));
        Assert.Equal(9, market.View.Stock(FirstListing).ForSale);
        Assert.Equal(new RefundAnswer(RefundResult.Refunded, Hundred), market.Refund(order, 0, 1));
        Assert.Equal(OrderStatus.Paid, market.View.Order(order)!.Status);

        Assert.Equal(new RefundAnswer(RefundResult.Refunded, Hundred), market.Refund(order, 0, 2));
        Assert.Equal(OrderStatus.Closed, market.View.Order(order)!.Status);
        Assert.Equal(new RefundAnswer(RefundResult.Refunded, Hundred), market.Refund(order, 0, 2));
        Assert.Equal(new RefundAnswer(RefundResult.Refunded, Hundred), market.Refund(order, 0, 1)); // ORD-4
        Assert.Equal(10, market.View.Stock(FirstListing).ForSale);
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-3"), Trait("engine", "CAP-2")]
    public void In_the_peak_refunds_of_unshipped_orders_may_be_switched_off()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Paid);
        var received = market.Order(OrderStatus.Delivered, number: 1);
        market.Flip(new SwitchCommand(Switch.RefundsOfUnshippedOff, true, "ops", "peak", null));

        Assert.Equal(RefundResult.SwitchedOff, market.Refund(order, 0, 1).Result);
        Assert.Equal(RefundResult.Refunded, market.Refund(received, 0, 1).Result);
        market.Flip(new SwitchCommand(Switch.RefundsOfUnshippedOff, false, "ops", "over", null));
        Assert.Equal(RefundResult.Refunded, market.Refund(order, 0, 1).Result);
    }

    [Fact, Trait("engine", "ORD-3")]
    public void What_is_on_its_way_or_not_paid_is_not_refunded()
    {
        var market = Market();

        Assert.Equal(
            RefundResult.NotAllowed, market.Refund(market.Order(OrderStatus.Shipped), 0, 1).Result);
        Assert.Equal(
            RefundResult.NotAllowed, market.Refund(market.Order(OrderStatus.Placed, number: 1), 0, 1).Result);
    }

    [Theory, Trait("engine", "ORD-3")]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Confirmed)]
    [InlineData(OrderStatus.Rated)]
    public void Goods_come_back_within_seven_days_of_receipt_without_a_reason(OrderStatus status)
    {
        var market = Market();
        var order = market.Order(status, units: 2);

        market.AdvanceTo(Noon.AddDays(7));
        Assert.Equal(RefundResult.Refunded, market.Refund(order, 0, 1).Result);
        market.AdvanceTo(Noon.AddDays(7).AddMilliseconds(1));
        Assert.Equal(RefundResult.TooLate, market.Refund(order, 0, 2).Result);
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-3"), Trait("engine", "ESC-3")]
    public void A_return_takes_back_exactly_what_the_store_and_the_platform_got()
    {
        var market = Market(Terms() with { Price = Money.FromFen(333) });
        market.Place(Checkout(), Line(7));
        market.Pay(Checkout(), PaymentChannel.Bank);
        var order = Checkout().Order(0);
        foreach (var step in new[] { OrderStep.Ship, OrderStep.Confirm })
        {
            market.StepOrder(order, step);
        }

        Assert.Equal(Money.FromFen(116), market.View.Balance(AccountId.Platform)); // 5 % of 23.31
        for (var units = 1; units <= 7; units++)
        {
            Assert.Equal(RefundResult.Refunded, market.Refund(order, 0, units).Result);
            market.AssertSound();
        }

        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Of(FirstStore)));
        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Platform));
        Assert.Equal(Money.Zero, market.View.Balance(AccountId.Payer(PaymentChannel.Bank, FirstBuyer)));
        Assert.Equal(OrderStatus.Closed, market.View.Order(order)!.Status);
    }

    [Fact, Trait("engine", "ESC-2")]
    public void A_store_that_has_too_little_gives_nothing_back()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Confirmed);
        var withdrawal =
            new Transfer(0, MovementKind.Withdrawal, FirstStore, default, Money.FromFen(1));
        market.Move(withdrawal);

        Assert.Equal(
            new RefundAnswer(RefundResult.InsufficientFunds, Money.Zero), market.Refund(order, 0, 1));
        Assert.Equal(OrderStatus.Confirmed, market.View.Order(order)!.Status);
        Assert.Equal(9, market.View.Stock(FirstListing).ForSale);
        market.AssertSound();
    }

    [Fact, Trait("engine", "ORD-3")]
    public void A_refund_names_a_line_and_units_of_the_order()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Paid, units: 2);

        foreach (var (line, units) in new[] { (-1, 1), (1, 1), (0, 0), (0, -1), (0, 3), (int.MaxValue, 1) })
        {
            Assert.Equal(RefundResult.BadLine, market.Refund(order, line, units).Result);
        }

        Assert.Equal(RefundResult.UnknownOrder, market.Refund(Checkout(9).Order(0), 0, 1).Result);
    }

    [Fact, Trait("engine", "ORD-3")]
    public void While_a_dispute_is_open_it_decides_and_not_a_refund()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Delivered);
        market.OpenDispute(order);

        Assert.Equal(RefundResult.NotAllowed, market.Refund(order, 0, 1).Result);
        market.ResolveDispute(order, forBuyer: false);
        Assert.Equal(RefundResult.Refunded, market.Refund(order, 0, 1).Result);
    }

    [Fact, Trait("engine", "INV-3")]
    public void Returned_units_count_no_longer_against_the_buyer_s_limit()
    {
        var market = Market(Terms(unitsPerBuyer: 2));
        var order = market.Order(OrderStatus.Delivered, units: 2);

        market.Refund(order, 0, 1);

        Assert.Equal(CheckoutResult.LimitReached, market.Place(Checkout(1), Line(2)).Result);
        Assert.Equal(CheckoutResult.Placed, market.Place(Checkout(1), Line(1)).Result);
        market.AssertSound();
    }
}
