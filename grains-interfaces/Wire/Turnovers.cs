namespace FlashSale.GrainInterfaces;

/// <summary>What was paid at a store on a day.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.turnover-day")]
internal record struct TurnoverDaySurrogate(
    [property: Id(0)] int Store, [property: Id(1)] int Day, [property: Id(2)] long PaidFen);

[RegisterConverter]
internal sealed class TurnoverDayConverter : IConverter<TurnoverDay, TurnoverDaySurrogate>
{
    public TurnoverDaySurrogate ConvertToSurrogate(in TurnoverDay value) =>
        new(value.Store.Value, value.Day, value.Paid.Fen);

    public TurnoverDay ConvertFromSurrogate(in TurnoverDaySurrogate surrogate) =>
        new(Money.FromFen(surrogate.PaidFen), new StoreId(surrogate.Store), surrogate.Day);
}
