namespace FlashSale.Grains;

/// <summary>A seller: its stores, and how its business goes (rule IDN-4).</summary>
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

    public async Task<SellerView?> Find()
    {
        var id = new SellerId((int)this.GetPrimaryKeyLong());
        var rows = await SellerRows.StoresOf(room, id);
        var views = await Task.WhenAll(
            rows.Take(SellerView.StoresMax).Select(store => room.Grains.Store(store).Find()));
        return rows.Count == 0 ? null
            : new SellerView(id, [.. views.OfType<StoreView>()], rows.Count > SellerView.StoresMax);
    }

    public Task<SalesFigures> Dashboard() => Task.FromResult(_sales.Figures);

    public Task Add(EventBatch batch) => _sales.Add(batch) ? _kept.Save(_sales) : Task.CompletedTask;
}
