using static FlashSale.Marketplace.DisputeStatus;
using static FlashSale.Marketplace.DisputeStep;
using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Orders;

// Rules ORD-2, ORD-3, ORD-4
public sealed class DisputeTests
{
    [Theory]
    [InlineData(None, OpenIt, Open)]
    [InlineData(None, DecideForBuyer, null)]
    [InlineData(None, DecideForStore, null)]
    [InlineData(Open, OpenIt, null)]
    [InlineData(Open, DecideForBuyer, WonByBuyer)]
    [InlineData(Open, DecideForStore, WonByStore)]
    [InlineData(WonByBuyer, OpenIt, null)]
    [InlineData(WonByBuyer, DecideForBuyer, null)]
    [InlineData(WonByBuyer, DecideForStore, null)]
    [InlineData(WonByStore, OpenIt, null)]
    [InlineData(WonByStore, DecideForBuyer, null)]
    [InlineData(WonByStore, DecideForStore, null)]
    public void Each_step_of_a_dispute_is_allowed_from_exactly_one_state(
        DisputeStatus from, DisputeStep step, DisputeStatus? to) =>
        Assert.Equal(to, DisputeLifecycle.After(from, step));

    [Fact]
    public void Only_what_is_paid_and_not_confirmed_is_disputed() // ORD-3
    {
        var order = Placed();
        Assert.Equal(OrderResult.NotAllowed, order.BeginDispute());

        order.Take(OrderStep.Pay, Midnight);
        var settled = order;
        Assert.Equal((OrderResult.Done, Open), (order.BeginDispute(), order.Dispute));

        settled.Take(OrderStep.Ship, Midnight);
        settled.Take(OrderStep.Confirm, Midnight);
        Assert.Equal(OrderResult.NotAllowed, settled.BeginDispute());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_verdict_sent_again_is_answered_as_the_first_and_the_other_one_is_refused(bool forBuyer)
    {
        var order = Placed(); // ORD-4
        order.Take(OrderStep.Pay, Midnight);
        Assert.Equal(OrderResult.NotAllowed, order.ResolveDispute(forBuyer));
        order.BeginDispute();

        Assert.Equal(OrderResult.Done, order.ResolveDispute(forBuyer));
        var decided = order;

        Assert.Equal(OrderResult.Done, order.ResolveDispute(forBuyer));
        Assert.Equal(OrderResult.NotAllowed, order.ResolveDispute(!forBuyer));
        Assert.Equal(OrderResult.Done, order.BeginDispute()); // a repeat opens nothing
        Assert.Equal(decided, order);
        Assert.Equal(forBuyer, order.IsDisputed);
    }

    [Fact]
    public void A_verdict_for_the_buyer_brings_back_line_by_line_what_is_left() // ORD-3
    {
        var (order, lines) = (Placed(), new[] { Line(2), Line(1), Line(3) });
        order.Pay(Money.FromYuan(60), PaymentChannel.Bank);
        order.Take(OrderStep.Pay, Midnight);
        var one = RefundProcess.GiveBack(order, lines, 1, 1);
        RefundProcess.Complete(ref order, lines, one, Midnight, out _);
        order.BeginDispute();
        Assert.False(DisputeProcess.TryNext(order, lines, out _));
        order.ResolveDispute(forBuyer: true);

        var met = new List<(int, int, Money)>();
        while (DisputeProcess.TryNext(order, lines, out var plan))
        {
            met.Add((plan.Line, plan.Units, plan.Movements[0].Amount));
            RefundProcess.Complete(ref order, lines, plan, Midnight, out _);
        }

        Assert.Equal([(0, 2, Money.FromYuan(20)), (2, 3, Money.FromYuan(30))], met);
        Assert.Equal(Money.Zero, order.Escrow.Held);
        Assert.True(DisputeProcess.IsUnderWay(order));
        Assert.True(RefundProcess.Closes(ref order, lines, Midnight, out _));
        Assert.False(DisputeProcess.IsUnderWay(order));
    }

    [Fact]
    public void A_verdict_for_the_store_brings_nothing_back() // ORD-3
    {
        var order = Placed();
        order.Take(OrderStep.Pay, Midnight);
        order.BeginDispute();
        order.ResolveDispute(forBuyer: false);

        Assert.False(DisputeProcess.TryNext(order, [Line(2)], out _));
    }

    private static Order Placed()
    {
        var terms = new OrderTerms(
            Money.FromYuan(100), Money.Zero, TimeSpan.FromMinutes(30), false, 500, 1, 12345);
        return new Order(OrderId.Parse("b7-3.0")!.Value, new StoreId(4), terms, Midnight);
    }

    private static OrderLine Line(int units) => new(
        new ListingId(1), units, Money.FromYuan(10), Money.FromYuan(10) * units, 0, HoldMode.AtOrder);
}
