using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Orders;

// Rules ORD-3, CRT-2, CAP-2: one table of answers, whichever host asks.
public sealed class RefundProcessTests
{
    private static readonly PolicyTimeline Numbers = PolicyTimeline.Of(new Policy());

    private static readonly OrderStep[] Unshipped = [OrderStep.Pay];

    private static readonly OrderStep[] OnItsWay = [OrderStep.Pay, OrderStep.Ship];

    private static readonly OrderStep[] Arrived = [.. OnItsWay, OrderStep.Deliver];

    public static TheoryData<string, OrderStep[], int, int, bool, RefundResult> Answers => new()
    {
        { "no such line", Unshipped, 2, 1, false, RefundResult.BadLine },
        { "no units", Unshipped, 0, 0, false, RefundResult.BadLine },
        { "more than ordered", Unshipped, 0, 4, false, RefundResult.BadLine },
        { "not paid", [], 0, 1, false, RefundResult.NotAllowed },
        { "paid", Unshipped, 0, 1, false, RefundResult.Refunded },
        { "switched off", Unshipped, 0, 1, true, RefundResult.SwitchedOff },
        { "on its way", OnItsWay, 0, 1, false, RefundResult.NotAllowed },
        { "arrived", Arrived, 0, 1, true, RefundResult.Refunded },
        { "confirmed", [.. OnItsWay, OrderStep.Confirm], 0, 1, false, RefundResult.Refunded },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Whether_units_come_back_is_told_by_the_order_and_the_wish(
        string name, OrderStep[] life, int line, int units, bool isSwitchedOff, RefundResult expected)
    {
        var (order, lines) = Lived(life);

        var plan = RefundProcess.Decide(
            order, lines, line, units, Midnight, Numbers, isSwitchedOff);

        Assert.Equal((name, expected), (name, plan.Answer.Result));
        Assert.Equal(expected != RefundResult.Refunded, plan.IsAnswered);
        Assert.Equal(plan.IsAnswered ? Money.Zero : Money.FromYuan(10), plan.Answer.Amount);
    }

    [Fact]
    public void After_the_time_for_returns_nothing_comes_back_and_until_then_everything()
    {
        var (order, lines) = Lived(Arrived);
        var last = Midnight + new OrderPolicy().ReturnWithin;

        Assert.False(RefundProcess.Decide(order, lines, 0, 1, last, Numbers, false).IsAnswered);
        var late = RefundProcess.Decide(order, lines, 0, 1, last.AddMilliseconds(1), Numbers, false);
        Assert.Equal(new RefundAnswer(RefundResult.TooLate, Money.Zero), late.Answer);
    }

    [Fact]
    public void Units_that_are_back_already_are_no_new_refund_and_the_last_ones_close_the_order()
    {
        var (order, lines) = Lived(Unshipped);
        Carry(ref order, lines, 0, 2);
        var again = RefundProcess.Decide(order, lines, 0, 2, Midnight, Numbers, false);
        Assert.True(again.IsAnswered);
        Assert.Equal(new RefundAnswer(RefundResult.Refunded, Money.Zero), again.Answer);

        Carry(ref order, lines, 0, 3);
        Assert.False(RefundProcess.Closes(ref order, lines, Midnight, out _));
        Carry(ref order, lines, 1, 1);

        Assert.True(RefundProcess.Closes(ref order, lines, Midnight, out var closed));
        Assert.Equal((MarketEventKind.Closed, CloseReason.Refunded), (closed.Kind, closed.Reason));
        Assert.Equal((OrderStatus.Closed, Money.Zero), (order.Status, order.Escrow.Held));
        Assert.Equal(
            RefundResult.NotAllowed,
            RefundProcess.OfEnded(order.Status, (lines[0].Units, 0), 1).Result);
    }

    private static void Carry(ref Order order, OrderLine[] lines, int line, int units)
    {
        var plan = RefundProcess.Decide(order, lines, line, units, Midnight, Numbers, false);
        var first = RefundProcess.Complete(ref order, lines, plan, Midnight, out var refunded);
        Assert.Equal((MarketEventKind.Refunded, plan.Answer.Amount), (refunded.Kind, refunded.Amount));
        Assert.Equal((Act.Refund(line, units), plan.Answer.Amount), (first.Act, first.Amount));
        Assert.Equal(units, lines[line].Returned);
    }

    private static (Order Order, OrderLine[] Lines) Lived(OrderStep[] life)
    {
        var terms = new OrderTerms(
            Money.FromYuan(40), Money.Zero, TimeSpan.FromMinutes(30), false, 500, 1, 12345);
        var order = new Order(OrderId.Parse("b7-3.0")!.Value, new StoreId(4), terms, Midnight);
        foreach (var step in life)
        {
            if (step == OrderStep.Pay)
            {
                order.Pay(Money.FromYuan(40), PaymentChannel.Bank);
            }

            Assert.True(order.Take(step, Midnight));
            if (step == OrderStep.Confirm)
            {
                order.Release();
            }
        }

        return (order, [Line(3), Line(1)]);
    }

    private static OrderLine Line(int units) => new(
        new ListingId(1), units, Money.FromYuan(10), Money.FromYuan(10) * units, 0, HoldMode.AtOrder);
}
