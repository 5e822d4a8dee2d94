namespace FlashSale.GrainInterfaces;

/// <summary>The answer to a command: what became of it, and what it brings along.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.answer")]
internal struct AnswerSurrogate
{
    [Id(0)]
    public byte Result;

    [Id(1)]
    public int Orders;

    [Id(2)]
    public int Line;

    [Id(3)]
    public long Amount;

    [Id(4)]
    public long AtMs;
}

[RegisterConverter]
internal sealed class AnswerConverter : IConverter<Answer, AnswerSurrogate>
{
    public AnswerSurrogate ConvertToSurrogate(in Answer value) => new()
    {
        Result = value.Result,
        Orders = value.Orders,
        Line = value.Line,
        Amount = value.Amount,
        AtMs = value.AtMs,
    };

    public Answer ConvertFromSurrogate(in AnswerSurrogate surrogate) =>
        new(surrogate.Result, surrogate.Orders, surrogate.Line, surrogate.Amount, surrogate.AtMs);
}
