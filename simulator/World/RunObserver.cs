namespace FlashSale.Simulator;

/// <summary>
/// Sees what happens in the market: has it recorded, and lets people and parcels go on from it.
/// </summary>
internal sealed class RunObserver(Run run, Parcels parcels, Aftermath aftermath) : IMarketObserver
{
    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        switch (happened.Kind)
        {
            case MarketEventKind.Placed:
                Placed(happened, order, lines);
                break;
            case MarketEventKind.DepositPaid:
                var checkout = happened.Order.Checkout;
                run.Plan(
                    Payer.OwesBalance(run.World.VisitOf(checkout), run.NowMs),
                    PaymentKey.OfBalance(checkout).Packed);
                break;
            case MarketEventKind.Paid:
                Paid(happened, order);
                break;
            case MarketEventKind.Shipped:
                run.Recorder.Shipped(run.NowMs);
                aftermath.Shipped(order);
                break;
            case MarketEventKind.Delivered:
                run.Recorder.Delivered(
                    run.NowMs, run.MsOf(order.PaidAt!.Value),
                    new RegionId(run.World.Buyers[happened.Order.Buyer].Region));
                aftermath.Delivered(order, run.World.ReturnRateOf(order.Store));
                break;
            case MarketEventKind.Confirmed:
                run.Recorder.Confirmed(run.NowMs, happened.IsByTime);
                run.Recorder.Traces.Confirmed(order, happened.IsByTime);
                aftermath.Confirmed(order);
                SeeEscrow();
                break;
            case MarketEventKind.StoreRated or MarketEventKind.BuyerRated:
                Rated(happened);
                break;
            default:
                Ended(happened, order);
                break;
        }
    }

    private void Placed(in MarketEvent placed, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        run.Recorder.OrderPlaced(run.NowMs, placed.Amount);
        var off = run.Coupons.Use(order, lines, run.NowMs);
        if (off.IsPositive)
        {
            run.Recorder.Coupons.Add(0, off);
            run.Recorder.Traces.CouponUsed(placed.Order, off);
        }
    }

    private void Paid(in MarketEvent paid, in Order order)
    {
        var askedAt = order.IsPresale
            ? run.World.VisitOf(paid.Order.Checkout).BalanceAt
            : run.MsOf(order.PlacedAt);
        run.Recorder.OrderPaid(
            run.NowMs, askedAt, paid.Amount,
            new CategoryId(run.World.Assortment.Listings[paid.Listing.Value].Category),
            new RegionId(run.World.Buyers[paid.Order.Buyer].Region));
        parcels.Pack(order);
        aftermath.Paid(order);
        SeeEscrow();
    }

    private void Rated(in MarketEvent rated)
    {
        if (rated.IsByTime)
        {
            run.Recorder.RatedByDefault();
        }
        else if (rated.Kind == MarketEventKind.StoreRated)
        {
            var points = rated.Points;
            run.Recorder.Rated(
                run.NowMs, points.AsDescribed, points.Service, points.DispatchSpeed, points.DeliverySpeed,
                CreditCaps.PointsIfAny(rated.Credit));
        }
    }

    private void Ended(in MarketEvent happened, in Order order)
    {
        var at = run.MsOf(happened.At);
        switch (happened.Kind)
        {
            case MarketEventKind.Closed:
                run.Recorder.OrderClosed(at, (int)happened.Reason - 1);
                run.Recorder.Traces.Closed(order, at, happened.Reason);
                break;
            case MarketEventKind.Refunded:
                Refunded(happened, at, aftermath.Cause);
                SeeEscrow();
                break;
            case MarketEventKind.LatePayment:
                Refunded(happened, at, RefundCause.LatePayment);
                break;
            case MarketEventKind.SoldOut:
                run.Recorder.SoldOut(happened.Listing, at);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "no such event");
        }
    }

    private void Refunded(in MarketEvent refunded, long at, RefundCause cause)
    {
        run.Recorder.Refunded(at, refunded.Amount, (int)cause);
        run.Recorder.Traces.Refunded(refunded.Order, at, refunded.Amount, (int)cause);
    }

    private void SeeEscrow() =>
        run.Recorder.EscrowLevel(run.NowMs, run.Market.View.Balance(AccountId.Escrow));
}
