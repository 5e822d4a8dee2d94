namespace FlashSale.Simulator;

/// <summary>Tells the run what happens in its market, and then somebody who only watches.</summary>
internal sealed class WatchedObserver(IMarketObserver run, IMarketObserver watcher) : IMarketObserver
{
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        run.On(happened, order, lines);
        watcher.On(happened, order, lines);
    }
}
