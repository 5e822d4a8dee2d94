using static FlashSale.Marketplace.OrderStatus;
using static FlashSale.Marketplace.OrderStep;
using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Orders;

// Rules ORD-1, ORD-2, ORD-4, INV-2, LST-3: what people may do with an order, and what time does to it next.
public sealed class StepProcessTests
{
    private static readonly PolicyTimeline Numbers = PolicyTimeline.Of(new Policy());

    private static readonly DateTimeOffset BalanceUntil = Midnight.AddDays(3);

    /// <summary>How far an order has come; a step of a person; the answer, or null if it is taken.</summary>
    public static TheoryData<OrderStatus, OrderStep, OrderResult?> Answers => new()
    {
        { Placed, Cancel, null },
        { Placed, Ship, OrderResult.NotAllowed },
        { DepositPaid, Cancel, OrderResult.NotAllowed },
        { Paid, Cancel, OrderResult.NotAllowed },
        { Paid, Ship, null },
        { Paid, Confirm, OrderResult.NotAllowed },
        { Shipped, Ship, OrderResult.Done },
        { Shipped, Deliver, null },
        { Shipped, Confirm, null },
        { Delivered, Deliver, OrderResult.Done },
        { Delivered, Confirm, null },
        { Confirmed, Confirm, OrderResult.Done },
        { Confirmed, Ship, OrderResult.Done },
        { Confirmed, Deliver, OrderResult.Done },
        { Placed, OrderStep.Pay, OrderResult.NotAllowed },
        { Placed, TimeOut, OrderResult.NotAllowed },
        { Paid, RefundWhole, OrderResult.NotAllowed },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_people_may_do_is_told_by_how_far_the_order_has_come(
        OrderStatus status, OrderStep step, OrderResult? expected) =>
        Assert.Equal(expected, StepProcess.Answer(Lived(status), step));

    [Fact]
    public void Nobody_confirms_while_there_is_a_dispute_but_a_store_may_win_it_after_the_time() // ORD-2
    {
        var order = Lived(Shipped);
        order.BeginDispute();
        Assert.Equal(OrderResult.Disputed, StepProcess.Answer(order, Confirm));
        Assert.Null(OrderDeadlines.Next(order, BalanceUntil, Numbers));
        var late = OrderDeadlines.ConfirmBy(order, Numbers);
        Assert.False(DisputeProcess.Settles(order, late, Numbers));

        order.ResolveDispute(forBuyer: false);

        Assert.False(DisputeProcess.Settles(order, late.AddMilliseconds(-1), Numbers));
        Assert.True(DisputeProcess.Settles(order, late, Numbers));
    }

    [Fact]
    public void Time_closes_what_is_not_paid_and_confirms_and_ends_what_is()
    {
        Assert.Equal((Due.Payment, Midnight.AddMinutes(30)), Next(Lived(Placed)));
        Assert.Equal((Due.Balance, BalanceUntil), Next(Lived(DepositPaid)));
        Assert.Null(Next(Lived(Paid)));
        Assert.Equal((Due.Confirmation, Midnight + new OrderPolicy().ConfirmWithin), Next(Lived(Shipped)));
        Assert.Equal((Due.Confirmation, Midnight + new OrderPolicy().ConfirmWithin), Next(Lived(Delivered)));
        Assert.Equal(
            (Due.End, (Midnight + Numbers.Reputation.RateWithin).AddMilliseconds(1)), Next(Lived(Confirmed)));
        var won = Lived(Paid);
        won.BeginDispute();
        won.ResolveDispute(forBuyer: true);
        Assert.Equal((Due.Verdict, Midnight), Next(won));
    }

    [Fact]
    public void An_order_ends_unpaid_for_the_reason_that_there_is()
    {
        Assert.Equal(CloseReason.Cancelled, ReasonOf(Lived(Placed), Cancel));
        Assert.Equal(CloseReason.NotPaid, ReasonOf(Lived(Placed), TimeOut));
        Assert.Equal(CloseReason.BalanceNotPaid, ReasonOf(Lived(DepositPaid), TimeOut));
    }

    private static CloseReason ReasonOf(Order order, OrderStep step)
    {
        var forfeit = ClosingProcess.Movements(order);
        Assert.Equal(order.IsPresale ? 1 : 0, forfeit.Count);
        ClosingProcess.Complete(ref order, [Line()], step, Midnight, out var closed);
        Assert.Equal((MarketEventKind.Closed, order.Id), (closed.Kind, closed.Order));
        Assert.Equal((Closed, Money.Zero), (order.Status, order.Escrow.Held));
        return closed.Reason;
    }

    private static (Due What, DateTimeOffset At)? Next(Order order) =>
        OrderDeadlines.Next(order, BalanceUntil, Numbers);

    private static Order Lived(OrderStatus status)
    {
        var deposit = status == DepositPaid ? Money.FromYuan(10) : Money.Zero;
        var terms = new OrderTerms(
            Money.FromYuan(40), deposit, TimeSpan.FromMinutes(30), false, 500, 1, 12345);
        var order = new Order(OrderId.Parse("b7-3.0")!.Value, new StoreId(4), terms, Midnight);
        if (status == DepositPaid)
        {
            PaymentOutcomes.TakeDeposit(ref order, [Line()], PaymentChannel.Bank, Midnight, out _);
            return order;
        }

        if (status >= Paid)
        {
            PaymentOutcomes.Sell(ref order, [Line()], PaymentChannel.Bank, Midnight, out _);
        }

        foreach (var step in new[] { (Shipped, Ship), (Delivered, Deliver) })
        {
            if (status >= step.Item1)
            {
                StepProcess.Complete(ref order, [Line()], step.Item2, Midnight, out _);
            }
        }

        if (status >= Confirmed)
        {
            SettlementProcess.Complete(ref order, [Line()], Midnight, isByTime: false, out _);
        }

        return order;
    }

    private static OrderLine Line() => new(
        new ListingId(1), 4, Money.FromYuan(10), Money.FromYuan(40), 0, HoldMode.AtOrder);
}
