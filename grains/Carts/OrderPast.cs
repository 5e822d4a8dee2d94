namespace FlashSale.Grains;

/// <summary>What a reader and a repeated request see of an order; of an ended one, whole seconds.</summary>
internal static class OrderPast
{
    /// <summary>The order as a reader sees it.</summary>
    public static OrderView View(OrderRow row)
    {
        var view = OrderView.Of(row.Order, row.Lines);
        return !row.HasEnded ? view : view with
        {
            HasEnded = true,
            PlacedAt = InSeconds(view.PlacedAt),
            PaidAt = Moment(row, view.PaidAt),
            ShippedAt = Moment(row, view.ShippedAt),
            DeliveredAt = Moment(row, view.DeliveredAt),
            ConfirmedAt = Moment(row, view.ConfirmedAt),
        };
    }

    /// <summary>Until when it could be paid.</summary>
    public static DateTimeOffset PayBy(OrderRow row, PolicyTimeline policies)
    {
        if (!row.HasEnded)
        {
            return row.Order.PayBy;
        }

        var placedAt = InSeconds(row.Order.PlacedAt);
        return OrderTally.PayBy(row.Order.IsFestival, row.First, policies, placedAt);
    }

    private static DateTimeOffset InSeconds(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    private static DateTimeOffset? Moment(OrderRow row, DateTimeOffset? moment)
    {
        if (moment is not { } at)
        {
            return null;
        }

        var after = (int)(at - row.Order.PlacedAt).TotalSeconds;
        return InSeconds(row.Order.PlacedAt).AddSeconds(after);
    }
}
