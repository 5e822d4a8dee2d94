namespace FlashSale.Engine;

/// <summary>Refunds (rules ORD-3, CRT-2, ESC-3, CAP-2).</summary>
internal sealed class Refunding(MarketState market, Closing closing)
{
    /// <summary>
    /// Brings the refunded units of a line up to a number. What goes back is what was really paid.
    /// </summary>
    public RefundAnswer Refund(OrderId id, int line, int unitsInTotal)
    {
        if (Repeats.OfRefund(market.Answers.Find(id.Packed, Act.Refund(line, unitsInTotal))) is { } first)
        {
            return first;
        }

        var place = market.Orders.Find(id);
        if (!place.IsLive)
        {
            return AnswerEnded(place, line, unitsInTotal);
        }

        var lines = market.Orders.Lines(place.Row);
        if (line < 0 || line >= lines.Length || unitsInTotal <= 0 || unitsInTotal > lines[line].Units)
        {
            return new RefundAnswer(RefundResult.BadLine, Money.Zero);
        }

        if (unitsInTotal <= lines[line].Returned)
        {
            return new RefundAnswer(RefundResult.Refunded, Money.Zero);
        }

        return Refuse(market.Orders.Live(place.Row)) is { } refusal
            ? new RefundAnswer(refusal, Money.Zero)
            : GiveBack(place.Row, line, unitsInTotal - lines[line].Returned);
    }

    /// <summary>Carries a verdict for the buyer out: all that is left of the order comes back.</summary>
    public void CarryOutVerdict(OrderId id)
    {
        // The last line that comes back closes the order and frees its row.
        while (market.Orders.Find(id) is { IsLive: true } place
            && DisputeProcess.TryNext(
                market.Orders.Live(place.Row), market.Orders.Lines(place.Row), out var line))
        {
            var answer = GiveBack(place.Row, line, market.Orders.Lines(place.Row)[line].Kept);
            Invariant.Holds(answer.Result == RefundResult.Refunded, "money that is held can be moved");
        }
    }

    private RefundAnswer AnswerEnded(OrderPlace place, int line, int unitsInTotal)
    {
        if (!place.IsKnown)
        {
            return new RefundAnswer(RefundResult.UnknownOrder, Money.Zero);
        }

        ref readonly var ended = ref market.Orders.EndedAt(place.Row);
        var of = line >= 0 && line < ended.Lines ? market.Orders.EndedLineAt(ended, line) : default;
        return EndedOrders.Refund(ended.Status, (of.Units, of.Returned), unitsInTotal);
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
        market.Answers.Note(
            order.Id.Packed, new FirstAnswer(Act.Refund(line, returned.Returned), 0, amount));
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
