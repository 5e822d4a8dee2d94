namespace FlashSale.Engine;

/// <summary>What happens when nobody acts in time (rules INV-2, LST-3, ORD-2, REP-2, STO-3).</summary>
internal sealed class FallingDue(MarketState market, Closing closing, Fulfilment fulfilment)
{
    /// <summary>Lets one deadline take effect, if it still applies.</summary>
    public void Fall(in Deadline deadline)
    {
        if (deadline.Due is not (Due.Payment or Due.Balance or Due.Confirmation or Due.End))
        {
            LetFall(deadline);
            return;
        }

        var place = market.Orders.Find(deadline.Order);
        if (!place.IsLive)
        {
            return; // it ended before
        }

        switch (deadline.Due)
        {
            case Due.Payment:
                closing.TimeOutPayment(place.Row);
                break;
            case Due.Balance:
                closing.TimeOutBalance(place.Row);
                break;
            case Due.Confirmation:
                fulfilment.ConfirmByTime(place.Row);
                break;
            case Due.End:
                fulfilment.End(place.Row);
                break;
        }
    }

    // What is due of no order is due of a row of one of the books.
    private void LetFall(in Deadline deadline)
    {
        foreach (var book in market.Books)
        {
            if (book.Fall(deadline, market))
            {
                return;
            }
        }

        Invariant.Holds(false, "every deadline belongs to a book");
    }
}
