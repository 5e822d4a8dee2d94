namespace FlashSale.Marketplace;

/// <summary>
/// For which listing an order counts where it counts once, though it has several lines: for that of its first
/// line. The order's category is that listing's.
/// </summary>
/// <remarks>
/// Rule REP-2 counts so too (assumed). It is the one line that every host still knows when an order has
/// ended: what was paid for each line is not kept then.
/// </remarks>
public static class OrderCategory
{
    /// <summary>The listing for which an order with these lines counts.</summary>
    public static ListingId ListingOf(ReadOnlySpan<OrderLine> lines) => lines[0].Listing;

    /// <inheritdoc cref="ListingOf(ReadOnlySpan{OrderLine})"/>
    public static ListingId ListingOf(OrderView order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Lines[0].Listing;
    }
}
