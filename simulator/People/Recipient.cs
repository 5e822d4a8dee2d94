namespace FlashSale.Simulator;

/// <summary>
/// A buyer who has paid: changes his mind, confirms receipt, sends back, disputes (rules ORD-2, ORD-3).
/// </summary>
internal sealed class Recipient(ulong seed, ReceiptHabits receiving, ReturnHabits returning)
{
    private readonly QuantileTable _regretDelay = returning.BeforeShippingDelay.InMs();
    private readonly QuantileTable _returnDelay = returning.Delay.InMs();
    private readonly QuantileTable _confirmDelay = receiving.ConfirmDelay.InMs();
    private readonly QuantileTable _disputeWithin = returning.DisputeWithin.InMs();

    /// <summary>An order is paid: some buyers want the money back before it is shipped.</summary>
    public Intention HasPaid(OrderId order)
    {
        var draws = DrawsOf(order, Streams.Regret);
        return draws.Happens(returning.BeforeShippingShare)
            ? new(EventKind.RefundUnshipped, (long)_regretDelay.Draw(ref draws))
            : default;
    }

    /// <summary>A parcel has arrived: it will be sent back, or confirmed, or left to the deadline.</summary>
    /// <param name="order">The order.</param>
    /// <param name="returnRate">The share of its category that is sent back.</param>
    public Intention HasReceived(OrderId order, double returnRate)
    {
        var draws = DrawsOf(order, Streams.Aftermath);
        if (draws.Happens(returnRate))
        {
            var afterMs = (long)_returnDelay.Draw(ref draws);
            return new(EventKind.Return, afterMs, draws.Happens(returning.PoorQualityShare) ? 1 : 0);
        }

        return draws.Happens(receiving.ConfirmShare)
            ? new(EventKind.Confirm, (long)_confirmDelay.Draw(ref draws))
            : default;
    }

    /// <summary>
    /// Goods are sent back; over poor quality some stores argue, and a dispute is decided later. Nothing
    /// means that the money is asked back at once.
    /// </summary>
    public Intention SendsBack(OrderId order, bool isPoorQuality)
    {
        var draws = DrawsOf(order, Streams.Dispute);
        return isPoorQuality && draws.Happens(returning.DisputedShare)
            ? new(EventKind.DecideDispute, (long)_disputeWithin.Draw(ref draws))
            : default;
    }

    /// <summary>Whether the buyer wins a dispute.</summary>
    public bool WinsDispute(OrderId order) =>
        DrawsOf(order, Streams.Verdict).Happens(returning.BuyerWinsShare);

    private Draws DrawsOf(OrderId order, ushort stream) => Draws.For(seed, order.Packed, stream);
}
