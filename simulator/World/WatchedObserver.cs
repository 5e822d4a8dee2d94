using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Tells the run what happens in its market, and then somebody who only watches.</summary>
internal sealed class WatchedObserver(IMarketObserver run, IMarketObserver watcher) : IMarketObserver
{
    public void OnPlaced(in Order order, ReadOnlySpan<OrderLine> lines)
    {
        run.OnPlaced(order, lines);
        watcher.OnPlaced(order, lines);
    }

    public void OnDepositPaid(in Order order, Money amount)
    {
        run.OnDepositPaid(order, amount);
        watcher.OnDepositPaid(order, amount);
    }

    public void OnPaid(in Order order, ReadOnlySpan<OrderLine> lines)
    {
        run.OnPaid(order, lines);
        watcher.OnPaid(order, lines);
    }

    public void OnClosed(in Order order, CloseReason reason, DateTimeOffset now)
    {
        run.OnClosed(order, reason, now);
        watcher.OnClosed(order, reason, now);
    }

    public void OnShipped(in Order order)
    {
        run.OnShipped(order);
        watcher.OnShipped(order);
    }

    public void OnDelivered(in Order order)
    {
        run.OnDelivered(order);
        watcher.OnDelivered(order);
    }

    public void OnConfirmed(in Order order, bool byTime)
    {
        run.OnConfirmed(order, byTime);
        watcher.OnConfirmed(order, byTime);
    }

    public void OnRated(in Order order)
    {
        run.OnRated(order);
        watcher.OnRated(order);
    }

    public void OnRefunded(in Order order, Money amount, DateTimeOffset now)
    {
        run.OnRefunded(order, amount, now);
        watcher.OnRefunded(order, amount, now);
    }

    public void OnLatePayment(OrderId order, Money amount, DateTimeOffset now)
    {
        run.OnLatePayment(order, amount, now);
        watcher.OnLatePayment(order, amount, now);
    }

    public void OnSoldOut(ListingId listing, DateTimeOffset now)
    {
        run.OnSoldOut(listing, now);
        watcher.OnSoldOut(listing, now);
    }
}
