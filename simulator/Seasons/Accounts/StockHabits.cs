namespace FlashSale.Simulator;

/// <summary>What stores order on Mondays, and what becomes of it when nobody wants it (GRW-3).</summary>
public sealed record StockHabits
{
    /// <summary>For how many weeks a store forecasts its sales and orders up to them (MODELS M16).</summary>
    public double ForecastWeeks { get; init; } = 8;

    /// <summary>
    /// For how many weeks of the sales that it expects a store stocks a listing first, before it has sold any
    /// (assumed).
    /// </summary>
    public double FirstWeeks { get; init; } = 2;

    /// <summary>How far the forecast is off: a standard deviation, as a share of it (assumed).</summary>
    public double ForecastError { get; init; } = 0.40;

    /// <summary>How far that of a store is off that has bought a data product (assumed).</summary>
    public double ForecastErrorWithProduct { get; init; } = 0.25;

    /// <summary>The share of stores that have one (assumed).</summary>
    public double DataProductShare { get; init; } = 0.2;

    /// <summary>
    /// What a seller keeps when ordering, in weeks of what the store usually costs: rent and wages come
    /// before more goods (assumed).
    /// </summary>
    public double KeptWeeks { get; init; } = 1;

    /// <summary>After how many weeks goods count as unsold (assumed).</summary>
    public int UnsoldAfterWeeks { get; init; } = 8;

    /// <summary>What is written off a week of the value of unsold goods (assumed).</summary>
    public double WrittenOffShare { get; init; } = 0.05;

    internal static StockHabits Read(Block block)
    {
        var usual = new StockHabits();
        var stock = new StockHabits
        {
            ForecastWeeks = block.Number("forecastWeeks", usual.ForecastWeeks, new(0.1, 52)),
            FirstWeeks = block.Number("firstWeeks", usual.FirstWeeks, new(0, 52)),
            ForecastError = block.Number("forecastError", usual.ForecastError, new(0, 3)),
            ForecastErrorWithProduct = block.Number(
                "forecastErrorWithProduct", usual.ForecastErrorWithProduct, new(0, 3)),
            DataProductShare = block.Share("dataProductShare", usual.DataProductShare),
            KeptWeeks = block.Number("keptWeeks", usual.KeptWeeks, new(0, 520)),
            UnsoldAfterWeeks =
                (int)block.Count("unsoldAfterWeeks", usual.UnsoldAfterWeeks, 1, ListingGoods.WeeksMax),
            WrittenOffShare = block.Share("writtenOffShare", usual.WrittenOffShare),
        };
        if (stock.DataProductShare <= 0
            && !stock.ForecastErrorWithProduct.Equals(usual.ForecastErrorWithProduct))
        {
            block.Refuse("forecastErrorWithProduct", "it changes nothing: no store has a data product",
                "a dataProductShare above 0");
        }

        return stock;
    }
}
