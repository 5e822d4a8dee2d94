namespace FlashSale.Engine;

/// <summary>Shows an order as a reader sees it, wherever it is kept.</summary>
internal static class OrderViews
{
    public static OrderView? Of(MarketState market, OrderPlace place) =>
        !place.IsKnown ? null
        : place.IsLive ? OrderView.Of(market.Orders.Live(place.Row), market.Orders.Lines(place.Row))
        : OfEnded(market, place.Row);

    private static OrderView OfEnded(MarketState market, int row)
    {
        ref readonly var order = ref market.Orders.EndedAt(row);
        var payments = market.Orders.PaymentsOf(new OrderPlace(OrderPlace.OfEnded(row)), Money.Zero);
        var lines = new OrderLineView[order.Lines];
        for (var at = 0; at < lines.Length; at++)
        {
            var line = market.Orders.EndedLineAt(order, at);
            lines[at] = new OrderLineView(line.Listing, line.Units, line.Returned);
        }

        return OrderView.Of(order, payments, hasEnded: true, lines);
    }
}
