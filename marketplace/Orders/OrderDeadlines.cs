namespace FlashSale.Marketplace;

/// <summary>When something happens to an order though nobody acts (rules ORD-2, ORD-3, REP-2).</summary>
public static class OrderDeadlines
{
    /// <summary>When time confirms the receipt of a shipped order.</summary>
    public static DateTimeOffset ConfirmBy(in Order order, OrderPolicy policy) =>
        ConfirmBy(order.ShippedAt!.Value, order.IsFestival, policy);

    /// <summary>The same, for a reader who sees when an order left and at which prices.</summary>
    public static DateTimeOffset ConfirmBy(DateTimeOffset shippedAt, bool isFestival, OrderPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return shippedAt + (isFestival ? policy.FestivalConfirmWithin : policy.ConfirmWithin);
    }

    /// <summary>
    /// Whether time has confirmed the receipt: no dispute is open and none was won by the buyer.
    /// </summary>
    public static bool IsConfirmedByTime(in Order order, DateTimeOffset now, OrderPolicy policy) =>
        order.Status is OrderStatus.Shipped or OrderStatus.Delivered && !order.IsDisputed
        && now >= ConfirmBy(order, policy);

    /// <summary>When nobody's silence about a confirmed order matters any more.</summary>
    public static DateTimeOffset EndBy(in Order order, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var confirmed = order.ConfirmedAt!.Value;
        var rateUntil = OrderCredits.RateUntil(confirmed, policy.Reputation);
        var returnUntil = (order.DeliveredAt ?? confirmed) + policy.Orders.ReturnWithin;
        return (rateUntil > returnUntil ? rateUntil : returnUntil).AddMilliseconds(1);
    }
}
