using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>Writes down what happens in a market.</summary>
internal sealed class EventLog : IMarketObserver
{
    private readonly List<MarketEvent> _events = [];

    /// <summary>A log of a market that has not begun.</summary>
    public static EventLog Of(Market market)
    {
        var log = new EventLog();
        market.Observer = log;
        return log;
    }

    /// <summary>What has happened, in its order.</summary>
    public IReadOnlyList<MarketEvent> Events => _events;

    /// <summary>The figures that they add up to.</summary>
    public EventTotals Totals()
    {
        var totals = new EventTotals();
        _events.ForEach(one => totals.Add(one.Kind, one.At, one.Amount));
        return totals;
    }

    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines) =>
        _events.Add(happened);
}
