namespace FlashSale.Marketplace;

/// <summary>What became of an order's payment, as far as its rows still tell (rule ORD-4).</summary>
public enum PaymentPast : byte
{
    /// <summary>It was not paid, or so late that the money went back at once.</summary>
    NotPaid = 1,

    /// <summary>Its deposit was paid, and no balance: it still waits, or the deposit is lost.</summary>
    DepositPaid,

    /// <summary>It was paid, and its units were sold; what came back later does not count.</summary>
    Paid,

    /// <summary>It was paid when its goods were gone; the money went back.</summary>
    SoldOut,
}

/// <summary>
/// What is answered to a payment of a checkout of which nothing is due: it is a repeat, answered as the
/// first, or it came too late (rules ORD-4, INV-2).
/// </summary>
public struct PaymentPasts
{
    private int _paid;
    private int _deposits;
    private int _soldOut;
    private Money _amount;

    /// <summary>Tells the past of an order's payment from what is left of it.</summary>
    /// <param name="status">Where the order is in its life.</param>
    /// <param name="wasPaid">Whether it was ever paid as a whole.</param>
    /// <param name="released">What of its money the store has.</param>
    /// <param name="returnedOfFirst">Units of its first line that came back.</param>
    public static PaymentPast Of(OrderStatus status, bool wasPaid, Money released, int returnedOfFirst) =>
        status switch
        {
            OrderStatus.Placed => PaymentPast.NotPaid,
            OrderStatus.DepositPaid => PaymentPast.DepositPaid,
            not OrderStatus.Closed => PaymentPast.Paid,
            _ when !wasPaid && released.IsPositive => PaymentPast.DepositPaid,
            _ when !wasPaid => PaymentPast.NotPaid,
            _ when returnedOfFirst == 0 => PaymentPast.SoldOut,
            _ => PaymentPast.Paid,
        };

    /// <summary>Adds one of the checkout's orders, with what was paid for it.</summary>
    public void Add(PaymentPast past, Money paid)
    {
        _paid += past == PaymentPast.Paid ? 1 : 0;
        _deposits += past == PaymentPast.DepositPaid ? 1 : 0;
        _soldOut += past == PaymentPast.SoldOut ? 1 : 0;
        _amount += past is PaymentPast.Paid or PaymentPast.DepositPaid ? paid : Money.Zero;
    }

    /// <summary>
    /// The answer; null if nothing was ever paid: then the money of this payment goes back at once.
    /// </summary>
    /// <param name="waiting">Which payment it is: the status of an order that waits for it.</param>
    public readonly PayAnswer? Answer(OrderStatus waiting) => (_paid, _deposits, _soldOut) switch
    {
        (0, 0, 0) => null,
        (0, 0, _) => new PayAnswer(PayResult.SoldOut, Money.Zero),
        (0, _, _) when waiting == OrderStatus.DepositPaid => new PayAnswer(PayResult.TooLate, Money.Zero),
        (0, _, _) => new PayAnswer(PayResult.DepositPaid, _amount),
        (_, _, 0) => new PayAnswer(PayResult.Paid, _amount),
        _ => new PayAnswer(PayResult.PaidInPart, _amount),
    };
}
