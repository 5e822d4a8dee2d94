namespace FlashSale.Grains;

/// <summary>A seller: its stores, and how its business goes (rule IDN-4).</summary>
internal sealed class SellerGrain(
    [PersistentState("seller-sales")] IPersistentState<SalesState> state, GrainRoom room)
    : Grain, ISellerGrain
{
    private KeptState<SalesState> _kept = null!;
    private SalesState _sales = null!;
    private Turnover _turnover = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _kept = room.StateOf(this, state);
        await _kept.TakeOver(new RowKey(RowKind.Seller, this.GetPrimaryKeyLong()));
        _sales = _kept.Value ?? new SalesState();
        _turnover = new Turnover(_sales.Turnover ?? []);
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

    public Task<Money> Lost(StoreId store, DateTimeOffset from, DateTimeOffset until) =>
        Task.FromResult(_turnover.Lost(store, from, until));

    public Task Add(EventBatch batch)
    {
        var policies = room.Festival.Policies;
        if (!_sales.Add(batch))
        {
            return Task.CompletedTask;
        }

        foreach (var paid in batch.Events.Where(one => one.Kind == MarketEventKind.Paid
            && AppealProcess.Compensates(policies.At(one.At).Trust)))
        {
            _turnover.Add(paid.Store, paid.At, paid.Amount);
            _sales.Turnover = [.. _turnover.Days];
        }

        return _kept.Save(_sales);
    }
}
