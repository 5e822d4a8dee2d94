using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Orders;

// Rules ESC-3, ESC-5, ORD-3
public sealed class OrderPaymentsTests
{
    private static readonly BuyerId Buyer = new(7);

    private static readonly AccountId Store = AccountId.Of(new StoreId(4));

    private static readonly AccountId Balance = AccountId.Payer(PaymentChannel.Balance, Buyer);

    private static readonly AccountId Bank = AccountId.Payer(PaymentChannel.Bank, Buyer);

    [Fact]
    public void An_order_that_was_paid_by_two_payments_remembers_both() // LST-3, ESC-5
    {
        var order = PaidByTwo();

        Assert.Equal((PaymentChannel.Balance, PaymentChannel.Bank), (order.DepositChannel, order.Channel));
        Assert.Equal(
            new OrderPayments(
                new PaymentPart(PaymentChannel.Balance, Yuan(30), Money.Zero),
                new PaymentPart(PaymentChannel.Bank, Yuan(70), Money.Zero)),
            order.Payments);
        Assert.Equal(order, Order.Of(order.Facts));
    }

    [Fact]
    public void A_presale_that_was_paid_by_one_channel_has_one_payment() // LST-3
    {
        var order = PaidByTwo(rest: PaymentChannel.Balance);

        Assert.Equal(default, order.Payments.First);
        Assert.Equal(
            new PaymentPart(PaymentChannel.Balance, Yuan(100), Money.Zero), order.Payments.Last);
    }

    [Theory]
    [InlineData(50, 0, 50)]
    [InlineData(70, 0, 70)]
    [InlineData(71, 1, 70)]
    [InlineData(100, 30, 70)]
    public void A_part_goes_back_from_the_last_payment_first(int yuan, int toFirst, int toLast) => // ORD-3
        Assert.Equal((Yuan(toFirst), Yuan(toLast)), PaidByTwo().Payments.Split(Yuan(yuan)));

    [Fact]
    public void What_the_last_payment_has_got_back_does_not_go_back_again() // ESC-3
    {
        var order = PaidByTwo();
        order.GiveBack(Yuan(60));

        Assert.Equal((Yuan(60), Money.Zero), (order.Payments.Last.Refunded, order.Payments.First.Refunded));
        Assert.Equal((Yuan(5), Yuan(10)), order.Payments.Split(Yuan(15)));
        order.GiveBack(Yuan(40));
        Assert.Equal((Money.Zero, Money.Zero), (order.Payments.Last.Left, order.Payments.First.Left));
    }

    [Fact]
    public void A_refund_before_settlement_goes_from_escrow_to_both_payers() // ORD-3, ESC-5
    {
        var plan = OrderMovements.Refund(PaidByTwo(), Yuan(80));

        Assert.Equal(2, plan.Count);
        Assert.Equal(new Movement(MovementKind.Refund, AccountId.Escrow, Bank, Yuan(70)), plan[0]);
        Assert.Equal(new Movement(MovementKind.Refund, AccountId.Escrow, Balance, Yuan(10)), plan[1]);
    }

    [Fact]
    public void All_that_is_held_goes_back_to_both_payers() // INV-1, ESC-5
    {
        var plan = OrderMovements.ReturnHeld(PaidByTwo());

        Assert.Equal((Bank, Yuan(70)), (plan[0].To, plan[0].Amount));
        Assert.Equal((Balance, Yuan(30)), (plan[1].To, plan[1].Amount));
    }

    [Fact]
    public void A_return_after_settlement_gives_each_payer_what_is_his_and_takes_from_each_what_it_got()
    {
        var order = PaidByTwo(); // ORD-3, ESC-3, STO-5
        order.Take(OrderStep.Ship, Midnight);
        order.Take(OrderStep.Confirm, Midnight);
        order.Release();

        var plan = OrderMovements.Refund(order, Yuan(100));

        Assert.Equal(3, plan.Count);
        Assert.Equal(new Movement(MovementKind.Return, Store, Bank, Yuan(70)), plan[0]);
        Assert.Equal(new Movement(MovementKind.Return, Store, Balance, Yuan(25)), plan[1]);
        Assert.Equal(
            new Movement(MovementKind.CommissionReturn, AccountId.Platform, Balance, Yuan(5)), plan[2]);
        Assert.Equal(Yuan(95), plan.NeededFor(1));
    }

    [Fact]
    public void No_order_was_paid_by_two_that_is_no_presale_or_was_paid_by_one() // LST-3
    {
        var facts = PaidByTwo().Facts;

        Assert.All(
            new[]
            {
                facts with { DepositChannel = facts.Channel },
                facts with { DepositChannel = (PaymentChannel)5 },
                facts with { Terms = facts.Terms with { Deposit = Money.Zero } },
                facts with { Escrow = OrderEscrow.Of(Yuan(30), Money.Zero, Money.Zero) },
            },
            impossible => Assert.Throws<ArgumentException>(() => Order.Of(impossible)));
    }

    private static Order PaidByTwo(PaymentChannel rest = PaymentChannel.Bank)
    {
        var terms = new OrderTerms(Yuan(100), Yuan(30), TimeSpan.FromMinutes(30), false, 500, 1, 12345);
        var order = new Order(OrderId.Parse("b7-3.0")!.Value, new StoreId(4), terms, Midnight);
        order.Pay(order.NextPayment, PaymentChannel.Balance);
        order.Take(OrderStep.PayDeposit, Midnight);
        order.Pay(order.NextPayment, rest);
        order.Take(OrderStep.Pay, Midnight);
        return order;
    }

    private static Money Yuan(int yuan) => Money.FromYuan(yuan);
}
