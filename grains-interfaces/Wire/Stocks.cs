namespace FlashSale.GrainInterfaces;

/// <summary>A listing's units over all its buckets.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.wire.stock-totals")]
internal struct StockTotalsSurrogate
{
    [Id(0)]
    public int PutIn;

    [Id(1)]
    public int ForSale;

    [Id(2)]
    public int Held;

    [Id(3)]
    public int Sold;

    [Id(4)]
    public int Refusals;
}

[RegisterConverter]
internal sealed class StockTotalsConverter : IConverter<StockTotals, StockTotalsSurrogate>
{
    public StockTotalsSurrogate ConvertToSurrogate(in StockTotals value) => new()
    {
        PutIn = value.PutIn,
        ForSale = value.ForSale,
        Held = value.Held,
        Sold = value.Sold,
        Refusals = value.Refusals,
    };

    public StockTotals ConvertFromSurrogate(in StockTotalsSurrogate surrogate) =>
        new(surrogate.PutIn, surrogate.ForSale, surrogate.Held, surrogate.Sold, surrogate.Refusals);
}
