namespace FlashSale.Marketplace;

/// <summary>Adds the orders of a checkout up to its answer, the first time and again (rule ORD-4).</summary>
public struct CheckoutTally
{
    private int _orders;
    private Money _total;
    private DateTimeOffset _payBy;

    /// <summary>Adds an order that is placed now.</summary>
    public void Place(in Order order, ReadOnlySpan<OrderLine> lines, out MarketEvent placed)
    {
        Add(order.Total, order.PayBy);
        MarketEvent.Of(MarketEventKind.Placed, order, lines, order.PlacedAt, out placed, order.Total);
    }

    /// <summary>Adds an order that was placed before.</summary>
    public void Add(Money total, DateTimeOffset payBy)
    {
        _payBy = _orders == 0 || payBy < _payBy ? payBy : _payBy;
        _total += total;
        _orders++;
    }

    /// <summary>The answer to the same id again: the first one, if the fingerprints are the same.</summary>
    public readonly CheckoutAnswer Again(ulong known, ulong asked) =>
        known == asked ? Answer() : CheckoutAnswer.Refused(CheckoutResult.IdReused);

    /// <summary>The answer; all orders are paid together, so by the first of their moments.</summary>
    public readonly CheckoutAnswer Answer() =>
        new(CheckoutResult.Placed, _orders, _total, -1, _payBy);
}
