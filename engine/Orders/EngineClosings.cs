namespace FlashSale.Engine;

/// <summary>
/// Ends orders without goods as <see cref="ClosingProcess"/> decides; the cluster's twin is in ClusterSteps.
/// </summary>
internal sealed class EngineClosings(MarketState market)
{
    /// <summary>The buyer cancels an unpaid order, or the time to pay it is over.</summary>
    public void Close(int row, OrderStep step)
    {
        ref var order = ref market.Orders.Live(row);
        market.Accounts.MustMove(ClosingProcess.Movements(order));
        ClosingProcess.Complete(ref order, market.Orders.Lines(row), step, market.Now, out var closed);
        ReleaseUnits(row);
        End(row, closed);
    }

    /// <summary>An order is closed: tells who watches, and moves it into its compact form.</summary>
    public void End(int row, in MarketEvent closed)
    {
        market.Tell(closed, row);
        market.Orders.End(row);
    }

    private void ReleaseUnits(int row)
    {
        var buyer = market.Orders.Live(row).Id.Buyer;
        foreach (ref readonly var line in market.Orders.Lines(row))
        {
            if (ClosingProcess.Holds(line))
            {
                market.Listings.Release(line.Listing, buyer, line.Bucket, line.Units);
            }
        }
    }
}
