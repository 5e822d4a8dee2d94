namespace FlashSale.Engine;

/// <summary>Refunds and disputes (rules ORD-3, CRT-2, ESC-3, CAP-2).</summary>
internal sealed class Refunding(MarketState market, Closing closing, Fulfilment fulfilment)
{
    /// <summary>
    /// Brings the refunded units of a line up to a number; a repeat finds them refunded. What goes back is
    /// what was really paid.
    /// </summary>
    public RefundAnswer Refund(OrderId id, int line, int unitsInTotal)
    {
        var place = market.Orders.Find(id);
        if (!place.IsLive)
        {
            return AnswerEnded(place);
        }

        var lines = market.Orders.Lines(place.Row);
        if (line < 0 || line >= lines.Length || unitsInTotal <= 0 || unitsInTotal > lines[line].Units)
        {
            return new RefundAnswer(RefundResult.BadLine, Money.Zero);
        }

        if (unitsInTotal <= lines[line].Returned)
        {
            return new RefundAnswer(RefundResult.Refunded, market.Orders.Live(place.Row).Escrow.Refunded);
        }

        return Refuse(market.Orders.Live(place.Row)) is { } refusal
            ? new RefundAnswer(refusal, Money.Zero)
            : GiveBack(place.Row, line, unitsInTotal - lines[line].Returned);
    }

    /// <summary>The buyer opens a dispute on an order that is paid and not confirmed.</summary>
    public OrderResult OpenDispute(OrderId id)
    {
        var place = market.Orders.Find(id);
        if (!place.IsLive)
        {
            return place.IsKnown ? OrderResult.NotAllowed : OrderResult.UnknownOrder;
        }

        ref var order = ref market.Orders.Live(place.Row);
        if (order.Status is not (OrderStatus.Paid or OrderStatus.Shipped or OrderStatus.Delivered))
        {
            return OrderResult.NotAllowed;
        }

        order.IsDisputed = true;
        return OrderResult.Done;
    }

    /// <summary>
    /// Ends a dispute: for the buyer, who gets the rest of the money back, or for the store.
    /// </summary>
    public OrderResult ResolveDispute(OrderId id, bool forBuyer)
    {
        var place = market.Orders.Find(id);
        if (!place.IsLive)
        {
            return place.IsKnown ? OrderResult.NotAllowed : OrderResult.UnknownOrder;
        }

        ref var order = ref market.Orders.Live(place.Row);
        if (!order.IsDisputed)
        {
            return OrderResult.NotAllowed;
        }

        order.IsDisputed = false;
        if (!forBuyer)
        {
            fulfilment.ConfirmByTime(place.Row);
            return OrderResult.Done;
        }

        var lines = market.Orders.Lines(place.Row).Length;
        for (var line = 0; line < lines; line++)
        {
            // The last line that comes back closes the order and frees its row.
            if (market.Orders.Find(
                id).IsLive && market.Orders.Lines(place.Row)[line].Kept is > 0 and var kept)
            {
                GiveBack(place.Row, line, kept);
            }
        }

        return OrderResult.Done;
    }

    private RefundAnswer AnswerEnded(OrderPlace place)
    {
        if (!place.IsKnown)
        {
            return new RefundAnswer(RefundResult.UnknownOrder, Money.Zero);
        }

        ref readonly var ended = ref market.Orders.EndedAt(place.Row);
        return EndedOrders.Refund(ended.Status, ended.Escrow);
    }

    private RefundResult? Refuse(in Order order) => RefundRules.Refusal(
        order, market.Now, market.Policy.Orders,
        market.Switches.IsOn(Switch.RefundsOfUnshippedOff, market.Now));

    private RefundAnswer GiveBack(int row, int line, int units)
    {
        ref var order = ref market.Orders.Live(row);
        var amount = market.Orders.Lines(row)[line].RefundFor(units);
        if (!MoveBack(ref order, amount))
        {
            return new RefundAnswer(RefundResult.InsufficientFunds, Money.Zero);
        }

        ref var returned = ref market.Orders.Lines(row)[line];
        returned.Return(units);
        if (!market.SkipsCompensation)
        {
            market.Listings.PutBack(returned.Listing, order.Id.Buyer, returned.Bucket, units);
        }

        market.Observer?.OnRefunded(order, amount, market.Now);
        if (RefundRules.IsWhollyReturned(market.Orders.Lines(row))
            && order.Take(OrderStep.RefundWhole, market.Now))
        {
            closing.End(row, CloseReason.Refunded);
        }

        return new RefundAnswer(RefundResult.Refunded, amount);
    }

    private bool MoveBack(ref Order order, Money amount)
    {
        if (market.Accounts.Move(OrderMovements.Refund(order, amount)) != MoveResult.Moved)
        {
            return false;
        }

        order.GiveBack(amount);
        return true;
    }
}
