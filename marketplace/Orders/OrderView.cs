namespace FlashSale.Marketplace;

/// <summary>
/// An order as a reader sees it, alive or ended. Of an ended order moments are whole seconds.
/// </summary>
public sealed record OrderView
{
    /// <summary>Its id.</summary>
    public required OrderId Id { get; init; }

    /// <summary>The store.</summary>
    public required StoreId Store { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>Whether it has ended: nothing can happen to it any more.</summary>
    public required bool HasEnded { get; init; }

    /// <summary>How it was paid, a presale its balance; 0 if it was not.</summary>
    public required PaymentChannel Channel { get; init; }

    /// <summary>How a presale's deposit was paid, if otherwise than its balance; else 0.</summary>
    public required PaymentChannel DepositChannel { get; init; }

    /// <summary>
    /// Why its units could not be held when it was paid, so that the money went back; 0 if it was not so.
    /// </summary>
    public ReserveResult RefusedFor { get; init; }

    /// <summary>What it cost after all reductions.</summary>
    public required Money Total { get; init; }

    /// <summary>Its money at the guarantor.</summary>
    public required OrderEscrow Escrow { get; init; }

    /// <summary>The buyer's rating; none if not rated.</summary>
    public required Rating Rating { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it was paid as a whole.</summary>
    public required DateTimeOffset? PaidAt { get; init; }

    /// <summary>When it left the store.</summary>
    public required DateTimeOffset? ShippedAt { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When receipt was confirmed.</summary>
    public required DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<OrderLineView> Lines { get; init; }

    /// <summary>The view of an order that a host keeps as a whole.</summary>
    public static OrderView Of(in Order order, ReadOnlySpan<OrderLine> lines)
    {
        var views = new OrderLineView[lines.Length];
        for (var at = 0; at < views.Length; at++)
        {
            views[at] = new OrderLineView(lines[at].Listing, lines[at].Units, lines[at].Returned);
        }

        return Of(order, PaymentTrace.Of(order, lines[0].Returned), hasEnded: false, views);
    }

    /// <summary>The view of an order in whatever form a host keeps it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="payments">What became of its payments.</param>
    /// <param name="hasEnded">Whether it has ended.</param>
    /// <param name="lines">Its lines.</param>
    public static OrderView Of<TOrder>(
        in TOrder order, in PaymentTrace payments, bool hasEnded, IReadOnlyList<OrderLineView> lines)
        where TOrder : struct, IKeptOrder => new()
        {
            Id = order.Id,
            Store = order.Store,
            Status = order.Status,
            HasEnded = hasEnded,
            Channel = order.Channel,
            DepositChannel = order.DepositChannel,
            RefusedFor = payments.IsRefused ? payments.RefusedFor : default,
            Total = order.Total,
            Escrow = order.Escrow,
            Rating = order.Rating,
            PlacedAt = order.PlacedAt,
            PaidAt = order.TakenAt(OrderStep.Pay),
            ShippedAt = order.TakenAt(OrderStep.Ship),
            DeliveredAt = order.TakenAt(OrderStep.Deliver),
            ConfirmedAt = order.TakenAt(OrderStep.Confirm),
            Lines = lines,
        };
}

/// <summary>A line of an order as a reader sees it.</summary>
/// <param name="Listing">What was ordered.</param>
/// <param name="Units">How many.</param>
/// <param name="Returned">How many of them came back.</param>
public readonly record struct OrderLineView(ListingId Listing, int Units, int Returned);
