namespace FlashSale.Engine;

/// <summary>What happens when nobody acts in time (rules INV-2, LST-3, ORD-2, REP-2, STO-3).</summary>
internal sealed class FallingDue(MarketState market, Closing closing, Fulfilment fulfilment)
{
    /// <summary>Lets one deadline take effect, if it still applies.</summary>
    public void Fall(in Deadline deadline)
    {
        if (deadline.Due == Due.Deposit)
        {
            market.Stores[new StoreId((int)deadline.Subject)].Check(market.Now, market.Policy.Stores);
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
            default:
                fulfilment.End(place.Row);
                break;
        }
    }
}
