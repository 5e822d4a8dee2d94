namespace FlashSale.Tests.Engine;

/// <summary>One store and one buyer, and money of every kind that is no order.</summary>
internal static class MoneyStory
{
    private const int FirstId = 1_000;

    private static readonly StoreId Store = new(0);
    private static readonly BuyerId Buyer = new(1);
    private static readonly CheckoutId Sale = new(Buyer, 0);

    // What is moved, in yuan, and the answer.
    private static readonly (MovementKind Kind, long Yuan, TransferResult Answer)[] Moves =
    [
        (MovementKind.BuyerTopUp, 100, TransferResult.Moved),
        (MovementKind.Loan, 1_000, TransferResult.Moved),
        (MovementKind.Freeze, 50, TransferResult.Moved),
        (MovementKind.Unfreeze, 51, TransferResult.InsufficientFunds),
        (MovementKind.Unfreeze, 20, TransferResult.Moved),
        (MovementKind.FrozenPaidOut, 31, TransferResult.InsufficientFunds),
        (MovementKind.FrozenPaidOut, 10, TransferResult.Moved),
        (MovementKind.LoanRepayment, 500, TransferResult.Moved),
        (MovementKind.AnnualFee, 577, TransferResult.InsufficientFunds),
        (MovementKind.AnnualFee, 20, TransferResult.Moved),
        (MovementKind.AnnualFeeReturned, 10, TransferResult.Moved),
        (MovementKind.Promotion, 5, TransferResult.Moved),
        (MovementKind.LostSales, 30, TransferResult.Moved),
        (MovementKind.Withdrawal, 1_000, TransferResult.InsufficientFunds),
        (MovementKind.Withdrawal, 100, TransferResult.Moved),
        (MovementKind.ViolationFee, 10_000, TransferResult.Moved),
        (MovementKind.DepositReturned, 40_000, TransferResult.WrongStatus),
        (MovementKind.DepositPaid, 10_000, TransferResult.Moved),
        (MovementKind.Compensation, 100, TransferResult.Moved),
        (MovementKind.DepositReturned, 49_900, TransferResult.Moved),
        (MovementKind.DepositPaid, 1, TransferResult.WrongStatus),
        (MovementKind.ViolationFee, 1, TransferResult.InsufficientFunds),
        (MovementKind.Payment, 1, TransferResult.BadTransfer),
    ];

    /// <summary>The story: each transfer is sent twice.</summary>
    public static History History { get; } = new(
    [
        .. Fair.Opening,
        Step.Checkout(Sale, new CartLine(new ListingId(0), 1, Money.FromYuan(100))),
        Step.Pay(Sale, PaymentChannel.Bank),
        Step.StepOrder(Sale.Order(0), OrderStep.Ship),
        Step.StepOrder(Sale.Order(0), OrderStep.Confirm),
        .. Moves.SelectMany((move, at) => Before(move.Kind, at).Append(Sent(at)).Append(Sent(at))),
    ]);

    /// <summary>The answers to the transfers, each once.</summary>
    public static IEnumerable<(MovementKind Kind, TransferResult Answer)> Answers =>
        Moves.Select(move => (move.Kind, move.Answer));

    private static Step Sent(int at) => Step.Move(new Transfer(
        FirstId + at, Moves[at].Kind, Store, Buyer, Money.FromYuan(Moves[at].Yuan)));

    // The store is suspended before it makes its security whole, and closed before it gets it back.
    private static IEnumerable<Step> Before(MovementKind kind, int at) => (kind, Moves[at].Answer) switch
    {
        (MovementKind.DepositPaid, TransferResult.Moved) =>
            [Step.After(TimeSpan.FromDays(15) + TimeSpan.FromMilliseconds(1))],
        (MovementKind.DepositReturned, TransferResult.Moved) => [Step.StepStore(Store, StoreStep.Close)],
        _ => [],
    };
}
