namespace FlashSale.Marketplace;

/// <summary>
/// What a payment makes of an order: a presale with its deposit, an order to be shipped, or one that is
/// closed because its goods could not be held.
/// </summary>
/// <remarks>
/// Rules ESC-1, INV-1, LST-3. A host moves the money and carries <see cref="PaymentProcess"/> out first.
/// </remarks>
public static class PaymentOutcomes
{
    /// <summary>Whether the next payment is a presale's deposit, for which no unit is sold yet.</summary>
    public static bool IsDeposit(in Order order) => order.IsPresale && order.Status == OrderStatus.Placed;

    /// <summary>The deposit is in escrow.</summary>
    public static void TakeDeposit(
        ref Order order,
        ReadOnlySpan<OrderLine> lines,
        PaymentChannel channel,
        DateTimeOffset now,
        out MarketEvent paid)
    {
        var deposit = order.NextPayment;
        order.Pay(deposit, channel);
        order.MustTake(OrderStep.PayDeposit, now);
        MarketEvent.Of(MarketEventKind.DepositPaid, order, lines, now, out paid, deposit);
    }

    /// <summary>The money is in escrow and the goods are held.</summary>
    public static void Sell(
        ref Order order,
        ReadOnlySpan<OrderLine> lines,
        PaymentChannel channel,
        DateTimeOffset now,
        out MarketEvent paid)
    {
        order.Pay(order.NextPayment, channel);
        order.MustTake(OrderStep.Pay, now);
        MarketEvent.Of(MarketEventKind.Paid, order, lines, now, out paid, order.Total);
    }

    /// <summary>The money that goes back when the goods could not be held: all that was paid.</summary>
    public static MovementPlan Refused(Order order, PaymentChannel channel)
    {
        order.Pay(order.NextPayment, channel);
        return OrderMovements.ReturnHeld(order);
    }

    /// <summary>The goods could not be held, and the money is back: the order is closed.</summary>
    public static void Refuse(
        ref Order order,
        ReadOnlySpan<OrderLine> lines,
        PaymentChannel channel,
        ReserveResult why,
        DateTimeOffset now,
        out MarketEvent closed)
    {
        order.Pay(order.NextPayment, channel);
        order.MustTake(OrderStep.Pay, now);
        order.GiveBack(order.Escrow.Held);
        order.MustTake(OrderStep.RefundWhole, now);
        order.NoteRefusal(why);
        MarketEvent.Of(
            MarketEventKind.Closed, order, lines, now, out closed, reason: CloseReasons.Of(why));
    }
}
