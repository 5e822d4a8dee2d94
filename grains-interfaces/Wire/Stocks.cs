namespace FlashSale.GrainInterfaces;

/// <summary>A listing's units over all its buckets.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false)]
[Immutable, Alias("flashsale.wire.stock-totals")]
internal record struct StockTotalsSurrogate(
    [property: Id(0)] int PutIn,
    [property: Id(1)] int ForSale,
    [property: Id(2)] int Held,
    [property: Id(3)] int Sold,
    [property: Id(4)] int Refusals);

[RegisterConverter]
internal sealed class StockTotalsConverter : IConverter<StockTotals, StockTotalsSurrogate>
{
    public StockTotalsSurrogate ConvertToSurrogate(in StockTotals value) =>
        new(value.PutIn, value.ForSale, value.Held, value.Sold, value.Refusals);

    public StockTotals ConvertFromSurrogate(in StockTotalsSurrogate surrogate) =>
        new(surrogate.PutIn, surrogate.ForSale, surrogate.Held, surrogate.Sold, surrogate.Refusals);
}
