using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Orders;

public sealed class OrderTests
{
    private static readonly OrderTerms HundredYuan = new(
        Money.FromYuan(100), Money.Zero, TimeSpan.FromMinutes(30), IsFestival: false,
        CommissionBasisPoints: 500, OrdersInCheckout: 2, Fingerprint: 12345);

    [Fact]
    public void A_placed_order_remembers_what_was_agreed() // ORD-1, ORD-4
    {
        var order = Placed();

        Assert.Equal(OrderStatus.Placed, order.Status);
        Assert.Equal(HundredYuan, order.Terms);
        Assert.Equal((new StoreId(4), "b7-3.1"), (order.Store, order.Id.ToString()));
        Assert.Equal(Midnight.AddMinutes(30), order.PayBy);
        Assert.Equal(Money.FromYuan(100), order.NextPayment);
        Assert.Null(order.PaidAt);
    }

    [Fact]
    public void Each_step_notes_its_moment_and_a_step_that_is_not_allowed_changes_nothing() // ORD-1
    {
        var order = Placed();

        Assert.False(order.Take(OrderStep.Ship, Midnight));
        Assert.Equal(Placed(), order);

        Assert.True(order.Take(OrderStep.Pay, Midnight.AddSeconds(1)));
        Assert.True(order.Take(OrderStep.Ship, Midnight.AddSeconds(2)));
        Assert.True(order.Take(OrderStep.Deliver, Midnight.AddSeconds(3)));
        Assert.True(order.Take(OrderStep.Confirm, Midnight.AddSeconds(4)));
        Assert.Equal(
            [1, 2, 3, 4],
            new[] { order.PaidAt, order.ShippedAt, order.DeliveredAt, order.ConfirmedAt }
                .Select(moment => (moment - Midnight)!.Value.TotalSeconds));
    }

    [Theory]
    [InlineData(OrderStep.Pay)]
    [InlineData(OrderStep.Ship)]
    [InlineData(OrderStep.Deliver)]
    [InlineData(OrderStep.Confirm)]
    public void A_step_that_was_taken_is_known_for_ever(OrderStep last) // ORD-1
    {
        var order = Placed();
        foreach (var step in new[] { OrderStep.Pay, OrderStep.Ship, OrderStep.Deliver, OrderStep.Confirm })
        {
            order.Take(step, Midnight.AddSeconds((int)step));
            Assert.Equal(step >= last, order.TakenAt(last) is not null);
        }

        order.Take(OrderStep.RefundWhole, Midnight.AddDays(1));
        Assert.Equal(Midnight.AddSeconds((int)last), order.TakenAt(last));
        Assert.Null(order.TakenAt(OrderStep.RefundWhole));
    }

    [Fact]
    public void A_presale_asks_for_its_deposit_first_and_then_for_the_rest() // LST-3
    {
        var order = Placed(HundredYuan with { Deposit = Money.FromYuan(30) });
        Assert.True(order.IsPresale);
        Assert.Equal(Money.FromYuan(30), order.NextPayment);

        order.Take(OrderStep.PayDeposit, Midnight);
        order.Pay(Money.FromYuan(30), PaymentChannel.QuickPay);
        Assert.Equal(Money.FromYuan(70), order.NextPayment);

        order.Take(OrderStep.Pay, Midnight);
        order.Pay(Money.FromYuan(70), PaymentChannel.Balance);
        Assert.Equal((Money.Zero, PaymentChannel.Balance), (order.NextPayment, order.Channel));
    }

    [Fact]
    public void The_money_of_an_order_adds_up_through_its_life() // ESC-3
    {
        var order = Placed();
        order.Pay(Money.FromYuan(100), PaymentChannel.Bank);
        order.Take(OrderStep.Pay, Midnight);
        order.GiveBack(Money.FromYuan(10));
        order.Take(OrderStep.Ship, Midnight);
        order.Take(OrderStep.Confirm, Midnight);
        order.Release();
        order.GiveBack(Money.FromYuan(20));

        var escrow = order.Escrow;
        Assert.Equal(
            (100m, 0m, 70m, 30m),
            (escrow.Paid.Yuan, escrow.Held.Yuan, escrow.Released.Yuan, escrow.Refunded.Yuan));
    }

    [Fact]
    public void Commission_is_rounded_down_for_the_store() => // ESC-1, STO-5
        Assert.Equal(Money.FromFen(4), Placed().CommissionOn(Money.FromFen(99)));

    [Fact]
    public void A_deposit_is_a_part_of_the_total() => // LST-3
        Assert.Throws<System.Diagnostics.UnreachableException>(
            () => Placed(HundredYuan with { Deposit = Money.FromYuan(100) }));

    [Fact]
    public void Only_an_order_whose_receipt_is_confirmed_is_rated_and_only_once() // REP-1
    {
        var order = Placed();
        Assert.Equal(RateResult.NotConfirmed, order.Rate(Stars(), Midnight, Rules.Reputation));
        Assert.Equal(
            RateResult.NotConfirmed, order.RateBuyer(CreditRating.Good, Midnight, Rules.Reputation));

        order.Take(OrderStep.Pay, Midnight);
        order.Take(OrderStep.Ship, Midnight);
        order.Take(OrderStep.Confirm, Midnight);
        Assert.Equal(RateResult.Rated, order.Rate(Stars(), Midnight, Rules.Reputation));
        Assert.Equal(RateResult.RatedAlready, order.Rate(Stars(), Midnight, Rules.Reputation));
        Assert.Equal((OrderStatus.Rated, Stars()), (order.Status, order.Rating));
    }

    private static Order Placed(OrderTerms? terms = null) =>
        new(OrderId.Parse("b7-3.1")!.Value, new StoreId(4), terms ?? HundredYuan, Midnight);
}
