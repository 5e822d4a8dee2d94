namespace FlashSale.Engine;

/// <summary>Goes over all orders, alive and ended: what they say, and the units that they have.</summary>
internal sealed class OrderRecount(MarketState market)
{
    private readonly long[] _sold = new long[market.Listings.Count];
    private readonly long[] _held = new long[market.Listings.Count];

    /// <summary>What the orders say.</summary>
    public OrderAudit Orders { get; } = new();

    public long SoldOf(ListingId listing) => _sold[listing.Value];

    public long HeldOf(ListingId listing) => _held[listing.Value];

    /// <summary>Goes over them.</summary>
    public void Count()
    {
        for (var row = 0; row < market.Orders.LiveRows; row++)
        {
            if (row % AuditLookAhead.Rows == 0)
            {
                AuditLookAhead.AtLive(market.Orders, row);
            }

            if (market.Orders.IsLive(row))
            {
                CountLive(row);
            }
        }

        for (var row = 0; row < market.Orders.Ended; row++)
        {
            if (row % AuditLookAhead.Rows == 0)
            {
                AuditLookAhead.AtEnded(market.Orders, row);
            }

            CountEnded(row);
        }

        var rows = market.Orders.Alive + (long)market.Orders.Ended;
        var known = market.Orders.Count;
        Orders.Once.Expect(rows == known, $"{rows} orders in tables, {known} in the index");
    }

    private void CountLive(int row)
    {
        ref readonly var order = ref market.Orders.Live(row);
        var (id, place) = (order.Id, market.Orders.Find(order.Id));
        Orders.Once.Expect(place.IsLive && place.Row == row, $"{id} is not where the index says");
        var lines = market.Orders.Lines(row);
        Orders.Add(order, lines, hasEnded: false);
        foreach (ref readonly var line in lines)
        {
            CountUnits(id, order.Status, line.Listing, line.Kept, line.Hold);
        }
    }

    private void CountEnded(int row)
    {
        ref readonly var order = ref market.Orders.EndedAt(row);
        var (id, place) = (order.Id, market.Orders.Find(order.Id));
        Orders.Once.Expect(place.IsEnded && place.Row == row, $"{id} is not where the index says");
        Orders.AddEnded(
            id, order.Status, order.Total, order.Lines, order.Escrow,
            OrderPayments.Of(order.Channel, order.DepositChannel, DepositOf(order), order.Escrow));
        for (var at = 0; at < order.Lines; at++)
        {
            var line = market.Orders.EndedLineAt(order, at);
            CountUnits(id, order.Status, line.Listing, line.Units - line.Returned, HoldMode.AtOrder);
        }
    }

    /// <summary>What an ended order asked for first; zero if it was paid by one channel.</summary>
    private Money DepositOf(in EndedOrder order)
    {
        if (order.DepositChannel == 0)
        {
            return Money.Zero;
        }

        var line = market.Orders.EndedLineAt(order, 0);
        return OrderTally.DepositOf(market.Listings[line.Listing].Deposit * line.Units, order.Total);
    }

    private void CountUnits(OrderId order, OrderStatus status, ListingId listing, int kept, HoldMode hold)
    {
        var isLimited = market.Listings[listing].UnitsPerBuyer > 0;
        var (held, sold) = Orders.AddUnits(order, status, listing, kept, hold, isLimited);
        _held[listing.Value] += held;
        _sold[listing.Value] += sold;
    }
}
