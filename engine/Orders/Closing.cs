namespace FlashSale.Engine;

/// <summary>
/// The ends of an order without goods: cancelled, not paid in time, or refunded as a whole (rules INV-2,
/// ORD-1).
/// </summary>
internal sealed class Closing(MarketState market)
{
    /// <summary>The buyer cancels an order that is not paid.</summary>
    public OrderResult Cancel(OrderId id)
    {
        var place = market.Orders.Find(id);
        if (!place.IsLive)
        {
            return place switch
            {
                { IsKnown: false } => OrderResult.UnknownOrder,
                _ when market.Orders.EndedAt(place.Row).Status == OrderStatus.Closed => OrderResult.Done,
                _ => OrderResult.NotAllowed,
            };
        }

        if (!market.Orders.Live(place.Row).Take(OrderStep.Cancel, market.Now))
        {
            return OrderResult.NotAllowed;
        }

        ReleaseUnits(place.Row);
        End(place.Row, CloseReason.Cancelled);
        return OrderResult.Done;
    }

    /// <summary>The time for the first payment is over.</summary>
    public void TimeOutPayment(int row)
    {
        if (market.Orders.Live(row).Status == OrderStatus.Placed
            && market.Orders.Live(row).Take(OrderStep.TimeOut, market.Now))
        {
            ReleaseUnits(row);
            End(row, CloseReason.NotPaid);
        }
    }

    /// <summary>
    /// The time for the balance of a presale is over: the deposit goes to the store (rule LST-3).
    /// </summary>
    public void TimeOutBalance(int row)
    {
        ref var order = ref market.Orders.Live(row);
        if (order.Status != OrderStatus.DepositPaid || !order.Take(OrderStep.TimeOut, market.Now))
        {
            return;
        }

        market.Accounts.MustMove(OrderMovements.Forfeit(order));
        order.Release();
        ReleaseUnits(row);
        End(row, CloseReason.BalanceNotPaid);
    }

    /// <summary>Gives the payer back what escrow holds for an order.</summary>
    public void ReturnHeld(int row)
    {
        ref var order = ref market.Orders.Live(row);
        market.Accounts.MustMove(OrderMovements.ReturnHeld(order));
        order.Refund(order.Escrow.Held);
    }

    /// <summary>Moves an order into its compact form and tells who watches.</summary>
    public void End(int row, CloseReason reason)
    {
        market.Observer?.OnClosed(market.Orders.Live(row), reason, market.Now);
        market.Orders.End(row);
    }

    private void ReleaseUnits(int row)
    {
        if (market.SkipsCompensation)
        {
            return;
        }

        var buyer = market.Orders.Live(row).Id.Buyer;
        foreach (ref readonly var line in market.Orders.Lines(row))
        {
            if (line.Hold == HoldMode.AtOrder)
            {
                market.Listings.Release(line.Listing, buyer, line.Bucket, line.Units);
            }
        }
    }
}
