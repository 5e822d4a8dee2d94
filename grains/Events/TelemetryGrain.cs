namespace FlashSale.Grains;

/// <summary>What the whole market has done.</summary>
internal sealed class TelemetryGrain(
    [PersistentState("market-sales")] IPersistentState<SalesState> state, GrainRoom room)
    : Grain, ITelemetryGrain
{
    private KeptState<SalesState> _kept = null!;
    private SalesState _sales = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _kept = room.StateOf(this, state);
        await _kept.TakeOver(new RowKey(RowKind.Telemetry, this.GetPrimaryKeyLong()));
        _sales = _kept.Value ?? new SalesState();
        _sales.BreakDown();
    }

    public Task<MarketSales> Sales() => Task.FromResult(_sales.BreakDown().Sales(_sales.Figures));

    public Task Add(EventBatch batch) => _sales.Add(batch) ? _kept.Save(_sales) : Task.CompletedTask;
}
