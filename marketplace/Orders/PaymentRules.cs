namespace FlashSale.Marketplace;

/// <summary>Which payment an order waits for, and what of one that comes too early or too late.</summary>
/// <remarks>
/// Rules CRT-1, LST-3, INV-2. What a payment makes of an order: <see cref="PaymentOutcomes"/>.
/// </remarks>
public static class PaymentRules
{
    /// <summary>Whether there is such a channel.</summary>
    public static bool IsChannel(PaymentChannel channel) =>
        channel is >= PaymentChannel.Balance and <= PaymentChannel.Credit;

    /// <summary>What an order asks for now, if it is in the status that waits; else nothing.</summary>
    public static Money DueOf(in Order order, OrderStatus waiting) =>
        order.Status == waiting ? order.NextPayment : Money.Zero;

    /// <summary>The answer to a balance before its window begins; null if it is not too early.</summary>
    public static PayAnswer? TooEarly(in Order first, DateTimeOffset from, DateTimeOffset now) =>
        first.Status switch
        {
            OrderStatus.Placed => new PayAnswer(PayResult.TooEarly, Money.Zero),
            OrderStatus.DepositPaid when now < from => new PayAnswer(PayResult.TooEarly, first.Escrow.Paid),
            _ => null,
        };

    /// <summary>
    /// Whether money for orders that were closed unpaid is taken and given back: a first payment is, a
    /// balance is not asked for any more.
    /// </summary>
    public static bool IsTakenLate(OrderStatus waiting) => waiting == OrderStatus.Placed;

    /// <summary>What a late payment brings: what the order had asked for first.</summary>
    public static Money LateAmount(Money deposit, Money total) => deposit.IsPositive ? deposit : total;
}
