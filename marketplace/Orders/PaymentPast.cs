namespace FlashSale.Marketplace;

/// <summary>What is left of the payments of one order: enough to answer them again (rule ORD-4).</summary>
/// <param name="Status">Where the order is in its life.</param>
/// <param name="WasPaid">Whether it was ever paid as a whole.</param>
/// <param name="Escrow">Its money at the guarantor.</param>
/// <param name="Deposit">What of it a presale asks for first; zero if it is none.</param>
/// <param name="ReturnedOfFirst">Units of its first line that came back.</param>
/// <param name="RefusedFor">Why its payment was refused, if it was.</param>
/// <param name="FirstChannel">How it was paid first; 0 if it was not.</param>
/// <param name="Channel">How it was paid last; 0 if it was not.</param>
public readonly record struct PaymentTrace(
    OrderStatus Status,
    bool WasPaid,
    OrderEscrow Escrow,
    Money Deposit,
    int ReturnedOfFirst,
    ReserveResult RefusedFor,
    PaymentChannel FirstChannel,
    PaymentChannel Channel)
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

    /// <summary>Whether money came when it was closed, and went back at once (rule INV-2).</summary>
    internal bool WasLate => !WasPaid && !HadDeposit && Escrow.Refunded.IsPositive;

    /// <summary>What is left of an order that a host keeps as a whole.</summary>
    public static PaymentTrace Of(in Order order, int returnedOfFirst) => new(
        order.Status, order.PaidAt is not null, order.Escrow, order.Terms.Deposit, returnedOfFirst,
        order.RefusedFor, order.DepositChannel == 0 ? order.Channel : order.DepositChannel, order.Channel);
}

/// <summary>
/// The answer to a payment of a checkout, from what is left of it in the orders: the same right after it and
/// whatever has happened since (rule ORD-4).
/// </summary>
/// <param name="waiting">Which payment it is: the status of an order that waits for it.</param>
/// <param name="channel">By which channel it is asked for.</param>
public struct PaymentPasts(OrderStatus waiting, PaymentChannel channel)
{
    private int _paid;
    private bool _isDeposit;
    private bool _isLost;
    private bool _isOther;
    private PayResult _refused;
    private Money _amount;
    private Money _late;

    /// <summary>Adds one of the checkout's orders, in their order.</summary>
    public void Add(in PaymentTrace order)
    {
        if (waiting == OrderStatus.Placed && order.HadDeposit)
        {
            (_isDeposit, _amount) = (true, order.Deposit);
            NoteChannel(order.FirstChannel);
        }
        else if (order.IsRefused)
        {
            _refused = _refused == 0 ? ResultOf(order.RefusedFor) : _refused;
            NoteChannel(order.Channel);
        }
        else if (order.WasPaid)
        {
            _paid++;
            _amount += order.Escrow.Paid;
            NoteChannel(order.Channel);
        }
        else if (order.WasLate)
        {
            _late += order.Escrow.Refunded;
            NoteChannel(waiting == OrderStatus.Placed ? order.Channel : default);
        }
        else
        {
            _isLost |= order.IsDepositLost;
        }
    }

    /// <summary>
    /// The answer; null if nothing was ever paid: then the money of a payment now goes back at once.
    /// </summary>
    public readonly PayAnswer? Answer() =>
        _isOther ? new PayAnswer(PayResult.IdReused, Money.Zero)
        : _isDeposit ? new PayAnswer(PayResult.DepositPaid, _amount)
        : _paid > 0 ? new PayAnswer(_refused == 0 ? PayResult.Paid : PayResult.PaidInPart, _amount)
        : _refused != 0 ? new PayAnswer(_refused, Money.Zero)
        : _isLost || _late.IsPositive ? new PayAnswer(PayResult.TooLate, _late)
        : null;

    // Rows of before do not say how late money came: 0.
    private void NoteChannel(PaymentChannel known) => _isOther |= known != 0 && known != channel;

    private static PayResult ResultOf(ReserveResult refusal) => refusal switch
    {
        ReserveResult.LimitReached => PayResult.LimitReached,
        ReserveResult.NotForSale => PayResult.NotForSale,
        _ => PayResult.SoldOut,
    };
}
