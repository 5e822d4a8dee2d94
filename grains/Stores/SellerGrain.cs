namespace FlashSale.Grains;

/// <summary>How a seller's business goes.</summary>
internal sealed class SellerGrain(GrainRoom room) : Grain, ISellerGrain
{
    private GrainRows _rows = null!;
    private SalesState _sales = null!;

    private RowKey Key => new(RowKind.Seller, this.GetPrimaryKeyLong());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _sales = await _rows.Load<SalesState>(Key) ?? new SalesState();
    }

    public Task<SalesFigures> Dashboard() => Task.FromResult(_sales.Figures);

    public Task Add(EventBatch batch)
    {
        _sales.Add(batch);
        _rows.Put(Key, _sales);
        return _rows.Save();
    }
}
