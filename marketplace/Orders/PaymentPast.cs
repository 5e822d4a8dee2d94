namespace FlashSale.Marketplace;

/// <summary>What is left of the payments of one order: enough to answer them again (rule ORD-4).</summary>
/// <param name="Status">Where the order is in its life.</param>
/// <param name="WasPaid">Whether it was ever paid as a whole.</param>
/// <param name="Escrow">Its money at the guarantor.</param>
/// <param name="Deposit">What of it a presale asks for first; zero if it is none.</param>
/// <param name="ReturnedOfFirst">Units of its first line that came back.</param>
/// <param name="RefusedFor">Why its payment was refused, if it was.</param>
public readonly record struct PaymentTrace(
    OrderStatus Status,
    bool WasPaid,
    OrderEscrow Escrow,
    Money Deposit,
    int ReturnedOfFirst,
    ReserveResult RefusedFor)
{
    /// <summary>
    /// Whether its units could not be held when it was paid: it was closed then, with no unit back.
    /// </summary>
    public bool IsRefused => Status == OrderStatus.Closed && WasPaid && ReturnedOfFirst == 0;

    /// <summary>Whether its deposit was lost to the store (rule LST-3).</summary>
    internal bool IsDepositLost =>
        Status == OrderStatus.Closed && !WasPaid && Escrow.Released.IsPositive;

    /// <summary>Whether its deposit was ever paid.</summary>
    internal bool HadDeposit =>
        Deposit.IsPositive && (WasPaid || IsDepositLost || Status == OrderStatus.DepositPaid);

    /// <summary>What is left of an order that a host keeps as a whole.</summary>
    public static PaymentTrace Of(in Order order, int returnedOfFirst) => new(
        order.Status, order.PaidAt is not null, order.Escrow, order.Terms.Deposit, returnedOfFirst,
        order.RefusedFor);
}

/// <summary>
/// The answer to a payment of a checkout, from what is left of it in the orders: the same right after it and
/// whatever has happened since (rule ORD-4).
/// </summary>
/// <param name="waiting">Which payment it is: the status of an order that waits for it.</param>
public struct PaymentPasts(OrderStatus waiting)
{
    private int _paid;
    private bool _isDeposit;
    private bool _isLost;
    private PayResult _refused;
    private Money _amount;

    /// <summary>Adds one of the checkout's orders, in their order.</summary>
    public void Add(in PaymentTrace order)
    {
        if (waiting == OrderStatus.Placed && order.Deposit.IsPositive)
        {
            (_isDeposit, _amount) = order.HadDeposit ? (true, order.Deposit) : (_isDeposit, _amount);
        }
        else if (order.IsRefused)
        {
            _refused = _refused == 0 ? ResultOf(order.RefusedFor) : _refused;
        }
        else if (order.WasPaid)
        {
            _paid++;
            _amount += order.Escrow.Paid;
        }
        else
        {
            _isLost |= order.IsDepositLost;
        }
    }

    /// <summary>
    /// The answer; null if nothing was ever paid: then the money of a payment now goes back at once.
    /// </summary>
    public readonly PayAnswer? Answer() => this switch
    {
        { _isDeposit: true } => new PayAnswer(PayResult.DepositPaid, _amount),
        { _paid: > 0, _refused: 0 } => new PayAnswer(PayResult.Paid, _amount),
        { _paid: > 0 } => new PayAnswer(PayResult.PaidInPart, _amount),
        { _refused: not 0 } => new PayAnswer(_refused, Money.Zero),
        { _isLost: true } => new PayAnswer(PayResult.TooLate, Money.Zero),
        _ => null,
    };

    private static PayResult ResultOf(ReserveResult refusal) => refusal switch
    {
        ReserveResult.LimitReached => PayResult.LimitReached,
        ReserveResult.NotForSale => PayResult.NotForSale,
        _ => PayResult.SoldOut,
    };
}
