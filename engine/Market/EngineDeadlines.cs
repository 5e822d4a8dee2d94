namespace FlashSale.Engine;

/// <summary>
/// Lets happen what <see cref="OrderDeadlines"/> says when nobody acts in time (rules INV-2, LST-3, ORD-2,
/// REP-2, STO-3).
/// </summary>
internal sealed class EngineDeadlines(MarketState market, EngineClosings closings, EngineSteps steps)
{
    /// <summary>Lets one deadline take effect, if it still applies.</summary>
    public void Fall(in Deadline deadline)
    {
        if (deadline.Due is not (Due.Payment or Due.Balance or Due.Confirmation or Due.End))
        {
            FallInBook(deadline);
            return;
        }

        var place = market.Orders.Find(deadline.Order);
        if (!place.IsLive || !Applies(deadline, place.Row))
        {
            return; // it ended or went on before
        }

        switch (deadline.Due)
        {
            case Due.Payment or Due.Balance:
                closings.Close(place.Row, OrderStep.TimeOut);
                break;
            case Due.Confirmation:
                steps.Settle(place.Row, byTime: true);
                break;
            case Due.End:
                steps.End(place.Row);
                break;
        }
    }

    private void FallInBook(in Deadline deadline)
    {
        foreach (var book in market.Books)
        {
            if (book.Fall(deadline, market))
            {
                return;
            }
        }

        Invariant.Holds(false, "a deadline belongs to a book");
    }

    private bool Applies(in Deadline deadline, int row)
    {
        ref readonly var order = ref market.Orders.Live(row);
        var balanceUntil = order.IsPresale
            ? market.Listings[market.Orders.Lines(row)[0].Listing].BalanceWindow.Until
            : default;
        return OrderDeadlines.Next(order, balanceUntil, market.Policies) is { } next
            && next.What == deadline.Due && next.At <= market.Now;
    }
}
