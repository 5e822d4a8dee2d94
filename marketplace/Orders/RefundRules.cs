namespace FlashSale.Marketplace;

/// <summary>When money goes back, and from whom (rules ORD-3, ESC-3, CAP-2).</summary>
public static class RefundRules
{
    /// <summary>Why a refund of this order is refused now; null if it is not.</summary>
    /// <param name="order">The order.</param>
    /// <param name="now">The moment.</param>
    /// <param name="policy">The time for returns.</param>
    /// <param name="isSwitchedOff">Whether refunds of unshipped orders are switched off.</param>
    public static RefundResult? Refusal(
        in Order order, DateTimeOffset now, OrderPolicy policy, bool isSwitchedOff)
    {
        ArgumentNullException.ThrowIfNull(policy);
        switch (order.Status)
        {
            case OrderStatus.Paid when order.IsDisputed:
                return RefundResult.NotAllowed;
            case OrderStatus.Paid:
                return isSwitchedOff ? RefundResult.SwitchedOff : null;
            case OrderStatus.Delivered or OrderStatus.Confirmed or OrderStatus.Rated when !order.IsDisputed:
                var receivedAt = order.DeliveredAt ?? order.ConfirmedAt!.Value;
                return now <= receivedAt + policy.ReturnWithin ? null : RefundResult.TooLate;
            default:
                return RefundResult.NotAllowed;
        }
    }

    /// <summary>
    /// Whether the money has left escrow, so that the store and the platform give back what each got.
    /// </summary>
    public static bool IsSettled(in Order order) =>
        order.Status is OrderStatus.Confirmed or OrderStatus.Rated;

    /// <summary>
    /// What of a refund of a settled order the platform gives back; the store gives the rest.
    /// </summary>
    public static Money CommissionBack(in Order order, Money amount)
    {
        var released = order.Escrow.Released;
        return order.CommissionOn(released) - order.CommissionOn(released - amount);
    }

    /// <summary>Whether every unit of every line has come back.</summary>
    public static bool IsWhollyReturned(ReadOnlySpan<OrderLine> lines)
    {
        foreach (ref readonly var line in lines)
        {
            if (line.Kept > 0)
            {
                return false;
            }
        }

        return true;
    }
}
