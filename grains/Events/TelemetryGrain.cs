namespace FlashSale.Grains;

/// <summary>What the whole market has done.</summary>
internal sealed class TelemetryGrain(GrainRoom room) : Grain, ITelemetryGrain
{
    private static readonly RowKey Key = new(RowKind.Telemetry, 0);

    private GrainRows _rows = null!;
    private SalesState _sales = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _sales = await _rows.Load<SalesState>(Key) ?? new SalesState();
        _sales.BreakDown();
    }

    public Task<MarketSales> Sales() => Task.FromResult(_sales.BreakDown().Sales(_sales.Figures));

    public Task Add(EventBatch batch)
    {
        _sales.Add(batch);
        _rows.Put(Key, _sales);
        return _rows.Save();
    }
}
