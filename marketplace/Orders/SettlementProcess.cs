namespace FlashSale.Marketplace;

/// <summary>
/// Receipt is confirmed, by the buyer, by time, or by a verdict for the store: what escrow holds goes to the
/// store, less commission.
/// </summary>
/// <remarks>
/// Rules ORD-2, ESC-1, STO-5. Whether the buyer may confirm: <see cref="StepProcess"/>; whether time has:
/// <see cref="OrderDeadlines"/>. A host moves the money and tells <see cref="Complete"/>.
/// </remarks>
public static class SettlementProcess
{
    /// <summary>The money that moves first.</summary>
    public static MovementPlan Movements(in Order order) => OrderMovements.Settlement(order);

    /// <summary>The money has moved: the order is confirmed, by the buyer or by time.</summary>
    public static void Complete(
        ref Order order,
        ReadOnlySpan<OrderLine> lines,
        DateTimeOffset at,
        bool isByTime,
        out MarketEvent confirmed)
    {
        if (order.IsDisputed)
        {
            order.ResolveDispute(forBuyer: false); // what was cut off after this verdict moved the money
        }

        var released = order.Escrow.Held;
        order.MustTake(OrderStep.Confirm, at);
        order.Release();
        MarketEvent.Of(
            MarketEventKind.Confirmed, order, lines, at, out confirmed, released, isByTime: isByTime);
    }
}
