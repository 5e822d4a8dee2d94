namespace FlashSale.Engine;

/// <summary>
/// The answer to any command, in a fixed size: what became of it, and what it brings along.
/// </summary>
/// <param name="Result">The member of the command's result enum, as a number.</param>
/// <param name="Count">A number: of orders placed.</param>
/// <param name="Line">The line that was refused; −1 if none was.</param>
/// <param name="Amount">An amount in fen.</param>
/// <param name="AtMs">A moment, as Unix time in milliseconds.</param>
public readonly record struct Answer(byte Result, int Count, int Line, long Amount, long AtMs)
{
    internal static Answer Of(byte result) => new(result, 0, -1, 0, 0);

    internal static Answer Of(in CheckoutAnswer answer) => new(
        (byte)answer.Result, answer.Orders, answer.Line, answer.Total.Fen,
        answer.At == default ? 0 : answer.At.ToUnixTimeMilliseconds());

    internal static Answer Of(PayAnswer answer) => new((byte)answer.Result, 0, -1, answer.Amount.Fen, 0);

    internal static Answer Of(RefundAnswer answer) => new((byte)answer.Result, 0, -1, answer.Amount.Fen, 0);

    internal CheckoutAnswer ToCheckout() => new(
        (CheckoutResult)Result, Count, Money.FromFen(Amount), Line,
        AtMs == 0 ? default : DateTimeOffset.FromUnixTimeMilliseconds(AtMs));

    internal PayAnswer ToPay() => new((PayResult)Result, Money.FromFen(Amount));

    internal RefundAnswer ToRefund() => new((RefundResult)Result, Money.FromFen(Amount));
}
