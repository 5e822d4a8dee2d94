namespace FlashSale.Grains;

/// <summary>Counts the sales of one partition's buyers again, from their orders (rule SRC-1).</summary>
internal sealed class SalesRecount(GrainRoom room)
{
    /// <summary>The sales whose events have been told to everybody.</summary>
    /// <remarks>
    /// First the orders, then the events that are not confirmed: as long as whoever asks takes no batch, an
    /// order that is found either waits among those, and will be told, or will never be told again.
    /// </remarks>
    public async Task<SalesCount> Of(int partition)
    {
        var first = ChinaTime.DayOf(room.Now) - SearchPolicy.SalesDaysMax + 1;
        var sold = new Dictionary<OrderId, (int Day, ListingId[] Listings)>();
        foreach (var kind in new[] { RowKind.Checkout, RowKind.EndedCheckout })
        {
            await foreach (var (key, row) in RowPages.All<CheckoutRow>(room, kind))
            {
                if (OrderFeed.PartitionOf(new BuyerId((int)key.Owner)) == partition)
                {
                    Add(sold, row, first);
                }
            }
        }

        await foreach (var (_, one) in RowPages.All<OrderEvent>(room, RowKind.Event))
        {
            if (one.Sales is not null)
            {
                sold.Remove(one.Order);
            }
        }

        var counts = new SalesCount();
        foreach (var (day, listings) in sold.Values)
        {
            Array.ForEach(listings, listing => counts.Add(listing, day));
        }

        return counts;
    }

    private static void Add(
        Dictionary<OrderId, (int Day, ListingId[] Listings)> sold, CheckoutRow row, int first)
    {
        foreach (var order in row.Orders)
        {
            if (order.Order.PaidAt is { } paidAt && ChinaTime.DayOf(paidAt) is var day && day >= first
                && !PaymentTrace.Of(order.Order, order.Lines[0].Returned).IsRefused)
            {
                sold[order.Order.Id] = (day, [.. order.Lines.Select(line => line.Listing)]);
            }
        }
    }
}
