namespace FlashSale.Simulator;

/// <summary>
/// A buyer who has paid: changes his mind, waits, claims, confirms receipt, sends back, disputes (rules
/// ORD-2, ORD-3).
/// </summary>
internal sealed class Recipient(ulong seed, ReceiptHabits receiving, ReturnHabits returning)
{
    private readonly QuantileTable _regretDelay = returning.BeforeShippingDelay.InMs();
    private readonly QuantileTable _returnDelay = returning.Delay.InMs();
    private readonly QuantileTable _confirmDelay = receiving.ConfirmDelay.InMs();
    private readonly QuantileTable _claimBefore = receiving.ClaimBefore.InMs();
    private readonly QuantileTable _disputeWithin = returning.DisputeWithin.InMs();

    /// <summary>An order is paid: some buyers want the money back before it is shipped.</summary>
    public Intention HasPaid(OrderId order)
    {
        var draws = DrawsOf(order, Streams.Regret);
        return draws.Happens(returning.BeforeShippingShare)
            ? new(EventKind.RefundUnshipped, (long)_regretDelay.Draw(ref draws))
            : default;
    }

    /// <summary>
    /// A parcel has left: if it has not come by then, its buyer claims the money before time confirms it.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="untilConfirmed">How long until time would confirm the receipt.</param>
    public Intention Awaits(OrderId order, TimeSpan untilConfirmed)
    {
        const double leastMs = 1_000; // the claim comes first
        var draws = DrawsOf(order, Streams.Claim);
        var before = Math.Max(leastMs, _claimBefore.Draw(ref draws));
        return new(EventKind.Claim, (long)Math.Max(0, untilConfirmed.TotalMilliseconds - before));
    }

    /// <summary>The money of a parcel that did not come is claimed: decided as any dispute.</summary>
    public Intention Claims(OrderId order)
    {
        var draws = Draws.For(seed, order.Packed, Streams.Claim, counter: 1);
        return new(EventKind.DecideDispute, (long)_disputeWithin.Draw(ref draws), Entity: 1);
    }

    /// <summary>The parcel came after all: nobody argues any longer.</summary>
    public static Intention Withdraws => new(EventKind.DecideDispute, 0, Entity: 1);

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
