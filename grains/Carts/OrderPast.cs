namespace FlashSale.Grains;

/// <summary>What a reader and a repeated request see of an order; of an ended one, whole seconds.</summary>
internal static class OrderPast
{
    /// <summary>The order as a reader sees it.</summary>
    public static OrderView View(OrderRow row)
    {
        ref readonly var order = ref row.Order;
        return new OrderView
        {
            Id = order.Id,
            Store = order.Store,
            Status = order.Status,
            HasEnded = row.HasEnded,
            Channel = order.Channel,
            DepositChannel = order.DepositChannel,
            RefusedFor = RefusedFor(row),
            Total = order.Total,
            Escrow = order.Escrow,
            Rating = order.Rating,
            PlacedAt = row.HasEnded ? InSeconds(order.PlacedAt) : order.PlacedAt,
            PaidAt = Moment(row, order.PaidAt),
            ShippedAt = Moment(row, order.ShippedAt),
            DeliveredAt = Moment(row, order.DeliveredAt),
            ConfirmedAt = Moment(row, order.ConfirmedAt),
            Lines = [.. row.Lines.Select(line => new OrderLineView(line.Listing, line.Units, line.Returned))],
        };
    }

    /// <summary>Until when it could be paid.</summary>
    public static DateTimeOffset PayBy(OrderRow row, Policy policy)
    {
        if (!row.HasEnded)
        {
            return row.Order.PayBy;
        }

        var placedAt = InSeconds(row.Order.PlacedAt);
        return placedAt + OrderTally.PayWithin(row.Order.IsFestival, row.First, policy.Inventory, placedAt);
    }

    private static ReserveResult RefusedFor(OrderRow row)
    {
        var payments = PaymentTrace.Of(row.Order, row.Lines[0].Returned);
        return payments.IsRefused ? payments.RefusedFor : default;
    }

    private static DateTimeOffset InSeconds(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    private static DateTimeOffset? Moment(OrderRow row, DateTimeOffset? moment)
    {
        if (!row.HasEnded || moment is not { } at)
        {
            return moment;
        }

        var after = (int)(at - row.Order.PlacedAt).TotalSeconds;
        return InSeconds(row.Order.PlacedAt).AddSeconds(after);
    }
}
