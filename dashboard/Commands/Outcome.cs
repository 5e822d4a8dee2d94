using System.Runtime.CompilerServices;

namespace FlashSale.Dashboard;

/// <summary>What became of any command, in one form for all the ways to send it.</summary>
/// <param name="Kind">Which enum <paramref name="Result"/> belongs to.</param>
/// <param name="Result">The member, as a number.</param>
/// <param name="Orders">Orders placed by a checkout.</param>
/// <param name="Line">The line of a checkout that was refused; −1 if none was.</param>
/// <param name="Amount">The total, the payment, the refund, or the price that has risen.</param>
/// <param name="At">Until when to pay, or when to try again; the default if there is none.</param>
internal readonly record struct Outcome(
    AnswerKind Kind, byte Result, int Orders, int Line, Money Amount, DateTimeOffset At)
{
    /// <summary>An answer that is nothing but a member of an enum.</summary>
    public static Outcome Of(AnswerKind kind, byte result) => new(kind, result, 0, -1, Money.Zero, default);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<Outcome> Of(ValueTask<CheckoutAnswer> pending)
    {
        var answer = await pending;
        return new Outcome(
            AnswerKind.Checkout, (byte)answer.Result, answer.Orders, answer.Line, answer.Total, answer.At);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<Outcome> Of(ValueTask<PayAnswer> pending)
    {
        var answer = await pending;
        return Of(AnswerKind.Pay, (byte)answer.Result) with { Amount = answer.Amount };
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<Outcome> Of(ValueTask<OrderResult> pending) =>
        Of(AnswerKind.Order, (byte)await pending);

    public static async ValueTask<Outcome> Of(ValueTask<RefundAnswer> pending)
    {
        var answer = await pending;
        return Of(AnswerKind.Refund, (byte)answer.Result) with { Amount = answer.Amount };
    }

    public static async ValueTask<Outcome> Of(ValueTask<OpenStoreResult> pending) =>
        Of(AnswerKind.OpenStore, (byte)await pending);

    public static async ValueTask<Outcome> Of(ValueTask<StoreResult> pending) =>
        Of(AnswerKind.Store, (byte)await pending);

    public static async ValueTask<Outcome> Of(ValueTask<ListingResult> pending) =>
        Of(AnswerKind.Listing, (byte)await pending);

    public static async ValueTask<Outcome> Of(ValueTask<CartResult> pending) =>
        Of(AnswerKind.Cart, (byte)await pending);

    public static async ValueTask<Outcome> Of(ValueTask<RateResult> pending) =>
        Of(AnswerKind.Rate, (byte)await pending);

    public static async ValueTask<Outcome> Of(ValueTask<TransferResult> pending) =>
        Of(AnswerKind.Transfer, (byte)await pending);

    public static async ValueTask<Outcome> Of(ValueTask<FlipResult> pending) =>
        Of(AnswerKind.Switch, (byte)await pending);
}
