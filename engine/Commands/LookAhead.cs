using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>Brings into the processor's caches what the next commands will need, many at a time.</summary>
/// <remarks>
/// Index entries, orders and listings lie far apart, and a command alone waits for one after the other. Here
/// the loads of many commands are under way together. It decides and changes nothing: without it everything
/// is the same, only later.
/// </remarks>
internal static class LookAhead
{
    /// <summary>Commands that are looked at together.</summary>
    public const int Commands = 16;

    /// <summary>Looks at the next commands; returns what comes after them.</summary>
    public static ReadOnlySpan<byte> Over(MarketState market, ReadOnlySpan<byte> framed)
    {
        Span<OrderId> orders = stackalloc OrderId[Commands];
        Span<ListingId> listings = stackalloc ListingId[Commands];
        var (ordersSeen, listingsSeen) = (0, 0);
        for (var at = 0; at < Commands && RecordFrame.TryTake(ref framed, out var command); at++)
        {
            var kind = command.IsEmpty ? default : (CommandKind)command[0];
            if (kind is < CommandKind.Checkout or > CommandKind.RateBuyer)
            {
                continue;
            }

            var fields = new FieldReader(command[1..]);
            if (OrderId.FromPacked(fields.Take<long>()) is { } order)
            {
                orders[ordersSeen++] = order;
            }

            if (kind == CommandKind.Checkout && fields.Take<byte>() > 0)
            {
                listings[listingsSeen++] = fields.Take<CartLine>().Listing;
            }
        }

        Fetch(market, orders[..ordersSeen], listings[..listingsSeen]);
        return framed;
    }

    /// <summary>Looks at the orders whose deadlines come next, many of a lane at a time.</summary>
    public static void OverDeadlines(MarketState market)
    {
        Span<OrderId> orders = stackalloc OrderId[Commands];
        if (market.Deadlines.NextOrders(orders) is var found and > 0)
        {
            Fetch(market, orders[..found], []);
        }
    }

    /// <summary>Fetches orders, known or not, with the listings of their first lines, and listings.</summary>
    /// <returns>Nothing of meaning: it only keeps the loads from being left out.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Fetch(
        MarketState market, ReadOnlySpan<OrderId> orders, ReadOnlySpan<ListingId> listings)
    {
        Span<int> rows = stackalloc int[Math.Min(orders.Length, Commands)];
        var known = 0;
        foreach (var order in orders[..rows.Length])
        {
            if (market.Orders.Find(order) is { IsLive: true } place)
            {
                rows[known++] = place.Row;
            }
        }

        var touched = 0;
        foreach (var row in rows[..known])
        {
            touched += market.Orders.Touch(row);
        }

        foreach (var listing in listings)
        {
            touched += market.Listings.Touch(listing);
        }

        foreach (var row in rows[..known])
        {
            var listing = market.Orders.Lines(row)[0].Listing;
            touched += market.Listings.Touch(listing);
            ref readonly var order = ref market.Orders.Live(row);
            if (order.Status == OrderStatus.Confirmed) // next it is rated
            {
                touched ^= market.Reputation.Touch(order.Id.Buyer, order.Store, listing);
            }
        }

        return touched;
    }
}
