namespace FlashSale.Engine;

/// <summary>
/// Sees what happens in a market, as it happens. An observer can neither draw nor change anything: the market
/// is the same with and without it.
/// </summary>
public interface IMarketObserver
{
    /// <summary>An order was placed.</summary>
    void OnPlaced(in Order order, ReadOnlySpan<OrderLine> lines);

    /// <summary>The deposit of a presale was paid.</summary>
    void OnDepositPaid(in Order order, Money amount);

    /// <summary>An order was paid as a whole.</summary>
    void OnPaid(in Order order, ReadOnlySpan<OrderLine> lines);

    /// <summary>An order was closed.</summary>
    void OnClosed(in Order order, CloseReason reason, DateTimeOffset now);

    /// <summary>A parcel left its store.</summary>
    void OnShipped(in Order order);

    /// <summary>A parcel arrived.</summary>
    void OnDelivered(in Order order);

    /// <summary>Receipt was confirmed, by the buyer or by time, and the money released.</summary>
    void OnConfirmed(in Order order, bool byTime);

    /// <summary>The buyer rated the store.</summary>
    void OnRated(in Order order);

    /// <summary>Money went back to the buyer.</summary>
    void OnRefunded(in Order order, Money amount, DateTimeOffset now);

    /// <summary>Money came too late and went back at once.</summary>
    void OnLatePayment(OrderId order, Money amount, DateTimeOffset now);

    /// <summary>A buyer was refused units of a listing because they were gone.</summary>
    void OnSoldOut(ListingId listing, DateTimeOffset now);
}
