namespace FlashSale.Engine;

/// <summary>
/// Takes the steps of an order's life that <see cref="StepProcess"/> and <see cref="SettlementProcess"/>
/// decide; the cluster's twin is ClusterSteps.
/// </summary>
internal sealed class EngineSteps(MarketState market, EngineClosings closings, EngineRatings ratings)
{
    /// <summary>Takes a step that a person takes.</summary>
    public OrderResult Take(OrderId id, OrderStep step)
    {
        var place = market.Orders.Find(id);
        if (!place.IsLive)
        {
            return place.IsKnown ? OfEnded(market.Orders.EndedAt(place.Row), step)
                : StepProcess.OfUnknown(step);
        }

        if (StepProcess.Answer(market.Orders.Live(place.Row), step) is { } answer)
        {
            return answer;
        }

        switch (step)
        {
            case OrderStep.Cancel:
                closings.Close(place.Row, step);
                break;
            case OrderStep.Confirm:
                Settle(place.Row, byTime: false);
                break;
            default:
                Note(place.Row, step);
                break;
        }

        return OrderResult.Done;
    }

    /// <summary>Receipt is confirmed: the money goes to the store, less commission.</summary>
    public void Settle(int row, bool byTime)
    {
        ref var order = ref market.Orders.Live(row);
        market.Accounts.MustMove(SettlementProcess.Movements(order));
        SettlementProcess.Complete(
            ref order, market.Orders.Lines(row), market.Now, byTime, out var confirmed);
        market.Deadlines.Add(Due.End, OrderDeadlines.EndBy(order, market.Policies), order.Id.Packed);
        market.Tell(confirmed, row);
    }

    /// <summary>The time for ratings and returns is over: the order ends.</summary>
    public void End(int row)
    {
        ratings.ByDefault(row);
        market.Orders.End(row);
    }

    private static OrderResult OfEnded(in EndedOrder order, OrderStep step) =>
        StepProcess.OfEnded(step, order.Status, order.TakenAt(step));

    private void Note(int row, OrderStep step)
    {
        ref var order = ref market.Orders.Live(row);
        StepProcess.Complete(ref order, market.Orders.Lines(row), step, market.Now, out var taken);
        if (step == OrderStep.Ship)
        {
            var confirmBy = OrderDeadlines.ConfirmBy(order, market.Policies);
            market.Deadlines.Add(Due.Confirmation, confirmBy, order.Id.Packed);
        }

        market.Tell(taken, row);
    }
}
