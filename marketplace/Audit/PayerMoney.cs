namespace FlashSale.Marketplace;

/// <summary>
/// What came by each channel and has not gone back, as the orders say: every part of an order's money goes
/// back to the payer that it came from (rules ESC-3, ESC-5, ORD-3).
/// </summary>
public sealed class PayerMoney
{
    private readonly Money[] _left = new Money[(int)PaymentChannel.Credit + 1];
    private readonly AuditFindings _findings = new("refunds-reach-their-payers", "ESC-3, ESC-5, ORD-3");

    /// <summary>The channels that the money of a payment comes by from outside the market.</summary>
    public static IEnumerable<PaymentChannel> OfBanks { get; } =
        [PaymentChannel.Bank, PaymentChannel.QuickPay, PaymentChannel.Credit];

    /// <summary>What came by a channel and has not gone back.</summary>
    public Money LeftOf(PaymentChannel channel) => _left[(int)channel];

    /// <summary>Adds an order.</summary>
    public void Add(OrderId id, OrderStatus status, in OrderEscrow escrow, in OrderPayments payments)
    {
        var (first, last) = payments;
        var isAllBack = status == OrderStatus.Closed && escrow.Refunded == escrow.Paid;
        _findings.Expect(
            IsSound(first, isAllBack) && IsSound(last, isAllBack) && first.Paid + last.Paid == escrow.Paid
                && first.Refunded + last.Refunded == escrow.Refunded,
            $"{id} {status}: {last.Refunded} of {last.Paid} went back by {last.Channel}, "
                + $"{first.Refunded} of {first.Paid} by {first.Channel}");
        _left[(int)first.Channel] += first.Left;
        _left[(int)last.Channel] += last.Left;
    }

    /// <summary>Compares what a channel's account holds for one buyer with what the orders left.</summary>
    public void Compare(BuyerId buyer, PaymentChannel channel, Money account, Money left) => _findings.Expect(
        account == -left, $"{channel} of {buyer} holds {account}, orders say {-left}");

    /// <summary>
    /// Compares one buyer's balance with what was put in and what the orders left: the rest is compensation.
    /// </summary>
    public void CompareBalance(BuyerId buyer, Money balance, Money toppedUp, Money left) => _findings.Expect(
        balance >= toppedUp - left, $"{buyer} holds {balance}: {toppedUp} came in, orders took {left}");

    /// <summary>
    /// Compares what all accounts of each channel hold with what the orders say, and what all balances of
    /// buyers hold with what came in, less what orders took and have not given back.
    /// </summary>
    /// <param name="accounts">What all accounts of a channel hold.</param>
    /// <param name="balances">What all buyers' balances hold.</param>
    /// <param name="moved">All that was ever moved by movements of a kind.</param>
    public AuditCheck Close(
        Func<PaymentChannel, Money> accounts, Money balances, Func<MovementKind, Money> moved)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(moved);
        foreach (var channel in OfBanks)
        {
            var account = accounts(channel);
            _findings.Expect(
                account == -LeftOf(channel),
                $"the accounts of {channel} hold {account}, orders say {-LeftOf(channel)}");
        }

        var came = moved(MovementKind.BuyerTopUp) + moved(MovementKind.Compensation)
            + moved(MovementKind.FrozenPaidOut);
        var left = LeftOf(PaymentChannel.Balance);
        _findings.Expect(
            balances == came - left, $"buyers hold {balances}: {came} came in, orders took {left}");
        return _findings.Close(
            $"by balance {LeftOf(PaymentChannel.Balance)}, bank {LeftOf(PaymentChannel.Bank)}, "
                + $"quick pay {LeftOf(PaymentChannel.QuickPay)}, credit {LeftOf(PaymentChannel.Credit)}");
    }

    private static bool IsSound(in PaymentPart part, bool isAllBack) =>
        !part.Paid.IsNegative && !part.Refunded.IsNegative && !part.Left.IsNegative
        && (!isAllBack || part.Left == Money.Zero) && (part.Channel != 0 || part.Left == Money.Zero);
}
