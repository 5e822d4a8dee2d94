namespace FlashSale.GrainInterfaces;

/// <summary>The answer to a command: what became of it, and what it brings along.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, OmitDefaultMemberValues, Alias("flashsale.wire.answer")]
internal record struct AnswerSurrogate(
    [property: Id(0)] byte Result,
    [property: Id(1)] int Orders,
    [property: Id(2)] int Line,
    [property: Id(3)] long Amount,
    [property: Id(4)] long AtMs);

[RegisterConverter]
internal sealed class AnswerConverter : IConverter<Answer, AnswerSurrogate>
{
    public AnswerSurrogate ConvertToSurrogate(in Answer value) =>
        new(value.Result, value.Orders, value.Line, value.Amount, value.AtMs);

    public Answer ConvertFromSurrogate(in AnswerSurrogate surrogate) =>
        new(surrogate.Result, surrogate.Orders, surrogate.Line, surrogate.Amount, surrogate.AtMs);
}
