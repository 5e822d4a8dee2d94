namespace FlashSale.Engine;

/// <summary>
/// Lets happen what <see cref="OrderDeadlines"/> says when nobody acts in time (rules INV-2, LST-3, ORD-2,
/// REP-2, STO-3).
/// </summary>
internal sealed class EngineDeadlines(MarketState market, EngineClosings closings, EngineSteps steps)
{
    /// <summary>Lets all deadlines up to a moment, as Unix time in ms, take effect in their order.</summary>
    public void FallUntil(long ms)
    {
        while (market.Deadlines.NextAtMs <= ms)
        {
            LookAhead.OverDeadlines(market);
            market.Deadlines.TryTake(ms, out var deadline);
            market.Now = DateTimeOffset.FromUnixTimeMilliseconds(
                Math.Max(deadline.AtMs, market.Now.ToUnixTimeMilliseconds()));
            Fall(deadline);
        }
    }

    private void Fall(in Deadline deadline)
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
