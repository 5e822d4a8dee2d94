namespace FlashSale.Grains;

/// <summary>How a seller's business goes.</summary>
internal sealed class SellerGrain(
    [PersistentState("seller-sales")] IPersistentState<SalesState> state, GrainRoom room)
    : Grain, ISellerGrain
{
    private KeptState<SalesState> _kept = null!;
    private SalesState _sales = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _kept = room.StateOf(this, state);
        await _kept.TakeOver(new RowKey(RowKind.Seller, this.GetPrimaryKeyLong()));
        _sales = _kept.Value ?? new SalesState();
    }

    public Task<SalesFigures> Dashboard() => Task.FromResult(_sales.Figures);

    public Task Add(EventBatch batch) => _sales.Add(batch) ? _kept.Save(_sales) : Task.CompletedTask;
}
