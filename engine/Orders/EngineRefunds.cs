namespace FlashSale.Engine;

/// <summary>
/// Carries refunds out that <see cref="RefundProcess"/> has decided; the cluster's twin is ClusterRefunds.
/// </summary>
internal sealed class EngineRefunds(MarketState market, EngineClosings closings)
{
    /// <summary>Brings the refunded units of a line up to a number.</summary>
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

        var isSwitchedOff = market.Switches.IsOn(Switch.RefundsOfUnshippedOff, market.Now);
        var plan = RefundProcess.Decide(
            market.Orders.Live(place.Row), market.Orders.Lines(place.Row), line, unitsInTotal,
            market.Now, market.Policies, isSwitchedOff);
        return plan.IsAnswered ? plan.Answer : CarryOut(place.Row, plan);
    }

    /// <summary>Carries a verdict for the buyer out: all that is left of the order comes back.</summary>
    public void CarryOutVerdict(OrderId id)
    {
        // The last line that comes back closes the order and frees its row.
        while (market.Orders.Find(id) is { IsLive: true } place
            && DisputeProcess.TryNext(
                market.Orders.Live(place.Row), market.Orders.Lines(place.Row), out var plan))
        {
            var answer = CarryOut(place.Row, plan);
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
        return RefundProcess.OfEnded(ended.Status, (of.Units, of.Returned), unitsInTotal);
    }

    private RefundAnswer CarryOut(int row, in RefundPlan plan)
    {
        if (market.Accounts.Move(plan.Movements) != MoveResult.Moved)
        {
            return RefundProcess.Unpaid;
        }

        ref var order = ref market.Orders.Live(row);
        var lines = market.Orders.Lines(row);
        var first = RefundProcess.Complete(ref order, lines, plan, market.Now, out var refunded);
        market.Answers.Note(order.Id.Packed, first);
        ref readonly var line = ref lines[plan.Line];
        market.Listings.PutBack(line.Listing, order.Id.Buyer, line.Bucket, plan.Units);
        market.Tell(refunded, row);
        if (RefundProcess.Closes(ref order, lines, market.Now, out var closed))
        {
            closings.End(row, closed);
        }

        return plan.Answer;
    }
}
