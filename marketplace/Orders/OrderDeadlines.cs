namespace FlashSale.Marketplace;

/// <summary>What is due when nobody acts. The numbers are stored and never reused.</summary>
public enum Due : byte
{
    /// <summary>An order is not paid in time (rule INV-2).</summary>
    Payment = 0,

    /// <summary>The balance of a presale is not paid in time (rule LST-3).</summary>
    Balance = 1,

    /// <summary>Nobody has confirmed receipt (rule ORD-2).</summary>
    Confirmation = 2,

    /// <summary>The time for ratings and returns is over (rules REP-2, ORD-3).</summary>
    End = 3,

    /// <summary>A store has stayed below what it owes (rule STO-3).</summary>
    StoreCheck = 4,

    /// <summary>A verdict for the buyer is not carried out yet (rule ORD-3).</summary>
    Verdict = 5,

    /// <summary>A case's verdict stands, or a measure ends (rules TRU-6, TRU-8).</summary>
    Case = 8,

    /// <summary>A store that was summoned has no certificate (rule IDN-3).</summary>
    Certificate = 6,

    /// <summary>A listing has waited for a reviewer for too long (rule LST-2).</summary>
    Publication = 7,
}

/// <summary>When something happens to an order though nobody acts (rules ORD-2, ORD-3, REP-2).</summary>
public static class OrderDeadlines
{
    /// <summary>
    /// What time does to a live order next, and when; null if it waits for people. Of a presale it is told
    /// until when its balance can be paid.
    /// </summary>
    public static (Due What, DateTimeOffset At)? Next(
        in Order order, DateTimeOffset balanceUntil, PolicyTimeline policies) => order.Status switch
        {
            _ when DisputeProcess.IsUnderWay(order) => (Due.Verdict, order.PaidAt!.Value),
            OrderStatus.Placed => (Due.Payment, order.PayBy),
            OrderStatus.DepositPaid => (Due.Balance, balanceUntil),
            OrderStatus.Shipped or OrderStatus.Delivered when !order.IsDisputed =>
                (Due.Confirmation, ConfirmBy(order, policies)),
            OrderStatus.Confirmed or OrderStatus.Rated => (Due.End, EndBy(order, policies)),
            _ => null,
        };

    /// <summary>When time confirms the receipt of a shipped order.</summary>
    public static DateTimeOffset ConfirmBy(in Order order, PolicyTimeline policies) =>
        ConfirmBy(order.ShippedAt!.Value, order.IsFestival, policies);

    /// <summary>The same, for a reader who sees when an order left and at which prices.</summary>
    public static DateTimeOffset ConfirmBy(
        DateTimeOffset shippedAt, bool isFestival, PolicyTimeline policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var promised = policies.PromisesAt(shippedAt);
        return shippedAt + (isFestival ? promised.FestivalConfirmWithin : promised.ConfirmWithin);
    }

    /// <summary>
    /// Whether time has confirmed the receipt: no dispute is open and none was won by the buyer.
    /// </summary>
    public static bool IsConfirmedByTime(in Order order, DateTimeOffset now, PolicyTimeline policies) =>
        order.Status is OrderStatus.Shipped or OrderStatus.Delivered && !order.IsDisputed
        && now >= ConfirmBy(order, policies);

    /// <summary>Until when goods that were received may be returned without a reason (rule ORD-3).</summary>
    public static DateTimeOffset ReturnBy(in Order order, PolicyTimeline policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var receivedAt = order.DeliveredAt ?? order.ConfirmedAt!.Value;
        return receivedAt + policies.PromisesAt(receivedAt).ReturnWithin;
    }

    /// <summary>When nobody's silence about a confirmed order matters any more.</summary>
    public static DateTimeOffset EndBy(in Order order, PolicyTimeline policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var rateUntil = OrderCredits.RateUntil(order.ConfirmedAt!.Value, policies.Reputation);
        var returnUntil = ReturnBy(order, policies);
        return (rateUntil > returnUntil ? rateUntil : returnUntil).AddMilliseconds(1);
    }
}
