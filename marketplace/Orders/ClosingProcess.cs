namespace FlashSale.Marketplace;

/// <summary>
/// The end of an order that is not paid: the buyer cancels it, or its payment – of a presale, the balance –
/// does not come in time. The store keeps a presale's deposit.
/// </summary>
/// <remarks>
/// Rules INV-2, LST-3, ORD-1. A host moves the money, tells <see cref="Complete"/>, and puts the units that
/// are held back on sale.
/// </remarks>
public static class ClosingProcess
{
    /// <summary>The money that moves first: a deposit that is forfeited, or none.</summary>
    public static MovementPlan Movements(in Order order) => OrderMovements.Forfeit(order);

    /// <summary>Whether an unpaid order holds the units of a line.</summary>
    public static bool Holds(in OrderLine line) => line.Hold == HoldMode.AtOrder;

    /// <summary>The money has moved: closes the order that is cancelled or timed out.</summary>
    public static void Complete(
        ref Order order,
        ReadOnlySpan<OrderLine> lines,
        OrderStep step,
        DateTimeOffset at,
        out MarketEvent closed)
    {
        var reason = step == OrderStep.Cancel ? CloseReason.Cancelled
            : order.Status == OrderStatus.DepositPaid ? CloseReason.BalanceNotPaid
            : CloseReason.NotPaid;
        order.MustTake(step, at);
        order.Release();
        MarketEvent.Of(MarketEventKind.Closed, order, lines, at, out closed, reason: reason);
    }
}
