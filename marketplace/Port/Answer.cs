using System.Runtime.CompilerServices;

namespace FlashSale.Marketplace;

/// <summary>
/// The answer to any command, in a fixed size: what became of it, and what it brings along.
/// </summary>
/// <param name="Result">The member of the command's result enum, as a number.</param>
/// <param name="Orders">How many orders a checkout placed.</param>
/// <param name="Line">The line of a checkout that was refused; −1 if none was.</param>
/// <param name="Amount">The total, the payment, the refund, or the price that has risen, in fen.</param>
/// <param name="AtMs">
/// Until when to pay, or when to try again, as Unix time in milliseconds; 0 is never.
/// </param>
public readonly record struct Answer(byte Result, int Orders, int Line, long Amount, long AtMs)
{
    /// <summary>When to pay or to try again; the default if there is no such moment.</summary>
    public DateTimeOffset At => AtMs == 0 ? default : DateTimeOffset.FromUnixTimeMilliseconds(AtMs);

    /// <summary>Packs a command's own answer.</summary>
    public static Answer Of<TAnswer>(TAnswer answer)
        where TAnswer : struct =>
        typeof(TAnswer) == typeof(CheckoutAnswer) ? Of(Unsafe.BitCast<TAnswer, CheckoutAnswer>(answer))
        : typeof(TAnswer) == typeof(PayAnswer) ? Of(Unsafe.BitCast<TAnswer, PayAnswer>(answer))
        : typeof(TAnswer) == typeof(RefundAnswer) ? Of(Unsafe.BitCast<TAnswer, RefundAnswer>(answer))
        : new(Unsafe.BitCast<TAnswer, byte>(answer), 0, -1, 0, 0);

    /// <summary>The command's own answer again.</summary>
    public TAnswer To<TAnswer>()
        where TAnswer : struct =>
        typeof(TAnswer) == typeof(CheckoutAnswer) ? Unsafe.BitCast<CheckoutAnswer, TAnswer>(
            new((CheckoutResult)Result, Orders, Money.FromFen(Amount), Line, At))
        : typeof(TAnswer) == typeof(PayAnswer) ? Unsafe.BitCast<PayAnswer, TAnswer>(
            new((PayResult)Result, Money.FromFen(Amount)))
        : typeof(TAnswer) == typeof(RefundAnswer) ? Unsafe.BitCast<RefundAnswer, TAnswer>(
            new((RefundResult)Result, Money.FromFen(Amount)))
        : Unsafe.BitCast<byte, TAnswer>(Result);

    private static Answer Of(CheckoutAnswer answer) => new(
        (byte)answer.Result, answer.Orders, answer.Line, answer.Total.Fen,
        answer.At == default ? 0 : answer.At.ToUnixTimeMilliseconds());

    private static Answer Of(PayAnswer answer) => new((byte)answer.Result, 0, -1, answer.Amount.Fen, 0);

    private static Answer Of(RefundAnswer answer) => new((byte)answer.Result, 0, -1, answer.Amount.Fen, 0);
}
