using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Sees what happens in the market: has it recorded, and lets people and parcels go on from it.
/// </summary>
internal sealed class RunObserver(Run run, Parcels parcels, Aftermath aftermath) : IMarketObserver
{
    /// <inheritdoc/>
    public void OnPlaced(in Order order, ReadOnlySpan<OrderLine> lines) =>
        run.Recorder.OrderPlaced(run.NowMs, order.Total);

    /// <inheritdoc/>
    public void OnDepositPaid(in Order order, Money amount)
    {
        var checkout = order.Id.Checkout;
        run.Plan(
            Payer.OwesBalance(run.World.VisitOf(checkout), run.NowMs),
            PaymentKey.OfBalance(checkout).Packed);
    }

    /// <inheritdoc/>
    public void OnPaid(in Order order, ReadOnlySpan<OrderLine> lines)
    {
        var askedAt = order.IsPresale
            ? run.World.VisitOf(order.Id.Checkout).BalanceAt
            : run.MsOf(order.PlacedAt);
        run.Recorder.OrderPaid(
            run.NowMs, askedAt, order.Total, CategoryOf(lines),
            new RegionId(run.World.Buyers[order.Id.Buyer].Region));
        parcels.Pack(order);
        aftermath.Paid(order);
        SeeEscrow();
    }

    /// <inheritdoc/>
    public void OnClosed(in Order order, CloseReason reason, DateTimeOffset now) =>
        run.Recorder.OrderClosed(run.MsOf(now), (int)reason - 1);

    /// <inheritdoc/>
    public void OnShipped(in Order order) => run.Recorder.Shipped(run.NowMs);

    /// <inheritdoc/>
    public void OnDelivered(in Order order)
    {
        run.Recorder.Delivered(run.NowMs, run.MsOf(order.PaidAt!.Value));
        aftermath.Delivered(order);
    }

    /// <inheritdoc/>
    public void OnConfirmed(in Order order, bool byTime)
    {
        run.Recorder.Confirmed(run.NowMs, byTime);
        aftermath.Confirmed(order);
        SeeEscrow();
    }

    /// <inheritdoc/>
    public void OnRated(in Order order)
    {
        var rating = order.Rating;
        run.Recorder.Rated(
            run.NowMs, rating.AsDescribed, rating.Service, rating.DispatchSpeed, rating.DeliverySpeed,
            CreditCaps.PointsOf(rating.Credit));
    }

    /// <inheritdoc/>
    public void OnRefunded(in Order order, Money amount, DateTimeOffset now)
    {
        run.Recorder.Refunded(run.MsOf(now), amount, (int)aftermath.Cause);
        SeeEscrow();
    }

    /// <inheritdoc/>
    public void OnLatePayment(OrderId order, Money amount, DateTimeOffset now) =>
        run.Recorder.Refunded(run.MsOf(now), amount, (int)RefundCause.LatePayment);

    /// <inheritdoc/>
    public void OnSoldOut(ListingId listing, DateTimeOffset now) =>
        run.Recorder.SoldOut(listing, run.MsOf(now));

    private void SeeEscrow() =>
        run.Recorder.EscrowLevel(run.NowMs, run.Market.View.Balance(AccountId.Escrow));

    private CategoryId CategoryOf(ReadOnlySpan<OrderLine> lines)
    {
        var largest = 0;
        for (var line = 1; line < lines.Length; line++)
        {
            largest = lines[line].ToPay > lines[largest].ToPay ? line : largest;
        }

        return new CategoryId(run.World.Assortment.Listings[lines[largest].Listing.Value].Category);
    }
}
