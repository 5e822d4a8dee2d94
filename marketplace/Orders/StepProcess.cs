namespace FlashSale.Marketplace;

/// <summary>
/// A step that a person takes with an order: the buyer cancels or confirms, the store ships, the courier
/// delivers.
/// </summary>
/// <remarks>Rules ORD-1, ORD-2, ORD-4. What a step then does: <see cref="ClosingProcess"/> and
/// <see cref="SettlementProcess"/>; shipping and delivery are noted, nothing else.</remarks>
public static class StepProcess
{
    /// <summary>The answer to a wish about a live order; null if the step is to be taken.</summary>
    public static OrderResult? Answer(in Order order, OrderStep step) =>
        !IsOfPersons(step) ? OrderResult.NotAllowed
        : step == OrderStep.Confirm && order.IsDisputed ? OrderResult.Disputed
        : OrderLifecycle.After(order.Status, step) is not null ? null
        : order.TakenAt(step) is null ? OrderResult.NotAllowed
        : OrderResult.Done; // a repeat (rule ORD-4)

    /// <summary>The answer to a wish about an order that has ended, by when the step was taken.</summary>
    public static OrderResult OfEnded(OrderStep step, OrderStatus status, DateTimeOffset? takenAt)
    {
        var isDone = step == OrderStep.Cancel ? status == OrderStatus.Closed : takenAt is not null;
        return IsOfPersons(step) && isDone ? OrderResult.Done : OrderResult.NotAllowed;
    }

    /// <summary>The answer to a wish about an order that there is not.</summary>
    public static OrderResult OfUnknown(OrderStep step) =>
        IsOfPersons(step) ? OrderResult.UnknownOrder : OrderResult.NotAllowed;

    /// <summary>The order is shipped, or delivered.</summary>
    public static void Complete(
        ref Order order,
        ReadOnlySpan<OrderLine> lines,
        OrderStep step,
        DateTimeOffset at,
        out MarketEvent taken)
    {
        order.MustTake(step, at);
        var kind = step == OrderStep.Ship ? MarketEventKind.Shipped : MarketEventKind.Delivered;
        MarketEvent.Of(kind, order, lines, at, out taken);
    }

    private static bool IsOfPersons(OrderStep step) =>
        step is OrderStep.Cancel or OrderStep.Ship or OrderStep.Deliver or OrderStep.Confirm;
}
