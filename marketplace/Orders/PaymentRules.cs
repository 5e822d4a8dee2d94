namespace FlashSale.Marketplace;

/// <summary>Which payment an order waits for, and what of one that comes too early or too late.</summary>
/// <remarks>
/// Rules CRT-1, LST-3, INV-2. What a payment makes of an order: <see cref="PaymentOutcomes"/>.
/// </remarks>
public static class PaymentRules
{
    /// <summary>What an order asks for now, if it waits for this payment; else nothing.</summary>
    /// <param name="order">The order.</param>
    /// <param name="waiting">The payment: the status of an order that waits for it.</param>
    public static Money DueOf(in Order order, OrderStatus waiting) =>
        order.Status == waiting ? order.NextPayment : Money.Zero;

    /// <summary>The answer to a balance before its window begins; null if it is not too early.</summary>
    /// <param name="first">The first order of the checkout, which is live.</param>
    /// <param name="from">When the time for the balance begins.</param>
    /// <param name="now">The moment.</param>
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

    /// <summary>The answer to a payment that nothing waits for any more.</summary>
    public static PayAnswer TooLate(Money returned) => new(PayResult.TooLate, returned);

    /// <summary>The answer to a payment by a balance that is too small.</summary>
    public static PayAnswer Unpaid(Money due) => new(PayResult.InsufficientFunds, due);

    /// <summary>The answer to a payment of no checkout, or by no channel.</summary>
    public static PayAnswer Unknown { get; } = new(PayResult.UnknownCheckout, Money.Zero);
}
