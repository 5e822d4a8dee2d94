namespace FlashSale.GrainInterfaces;

/// <summary>The answer to a checkout.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.checkout-answer")]
internal struct CheckoutAnswerSurrogate
{
    [Id(0)]
    public byte Result;

    [Id(1)]
    public int Orders;

    [Id(2)]
    public long TotalFen;

    [Id(3)]
    public int Line;

    [Id(4)]
    public long AtTicks;
}

/// <summary>The answer to a payment or to a refund: what became of it, and an amount.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.money-answer")]
internal struct MoneyAnswerSurrogate
{
    [Id(0)]
    public byte Result;

    [Id(1)]
    public long AmountFen;
}

[RegisterConverter]
internal sealed class CheckoutAnswerConverter : IConverter<CheckoutAnswer, CheckoutAnswerSurrogate>
{
    public CheckoutAnswerSurrogate ConvertToSurrogate(in CheckoutAnswer value) => new()
    {
        Result = (byte)value.Result,
        Orders = value.Orders,
        TotalFen = value.Total.Fen,
        Line = value.Line,
        AtTicks = value.At.UtcTicks,
    };

    public CheckoutAnswer ConvertFromSurrogate(in CheckoutAnswerSurrogate surrogate) => new(
        (CheckoutResult)surrogate.Result,
        surrogate.Orders,
        Money.FromFen(surrogate.TotalFen),
        surrogate.Line,
        Moments.FromTicks(surrogate.AtTicks));
}

[RegisterConverter]
internal sealed class MoneyAnswerConverter :
    IConverter<PayAnswer, MoneyAnswerSurrogate>, IConverter<RefundAnswer, MoneyAnswerSurrogate>
{
    MoneyAnswerSurrogate IConverter<PayAnswer, MoneyAnswerSurrogate>.ConvertToSurrogate(in PayAnswer value) =>
        new() { Result = (byte)value.Result, AmountFen = value.Amount.Fen };

    PayAnswer IConverter<PayAnswer, MoneyAnswerSurrogate>.ConvertFromSurrogate(
        in MoneyAnswerSurrogate surrogate) =>
        new((PayResult)surrogate.Result, Money.FromFen(surrogate.AmountFen));

    MoneyAnswerSurrogate IConverter<RefundAnswer, MoneyAnswerSurrogate>.ConvertToSurrogate(
        in RefundAnswer value) =>
        new() { Result = (byte)value.Result, AmountFen = value.Amount.Fen };

    RefundAnswer IConverter<RefundAnswer, MoneyAnswerSurrogate>.ConvertFromSurrogate(
        in MoneyAnswerSurrogate surrogate) =>
        new((RefundResult)surrogate.Result, Money.FromFen(surrogate.AmountFen));
}
