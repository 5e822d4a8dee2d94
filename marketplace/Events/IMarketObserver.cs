namespace FlashSale.Marketplace;

/// <summary>
/// Sees what happens in a market, as it happens. An observer can neither draw nor change anything: the market
/// is the same with and without it.
/// </summary>
public interface IMarketObserver
{
    /// <summary>Something happened.</summary>
    /// <param name="happened">What.</param>
    /// <param name="order">
    /// The order to which it happened, as it is now; none of a late payment, which comes to an ended order,
    /// and of a listing that is sold out.
    /// </param>
    /// <param name="lines">The order's lines; none where there is no order.</param>
    void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines);
}
