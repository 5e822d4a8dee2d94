namespace FlashSale.Grains;

/// <summary>A store's name (rule STO-4).</summary>
internal sealed class StoreNameGrain(GrainRoom room) : Grain, IStoreNameGrain
{
    private GrainRows _rows = null!;
    private StoreNameState? _state;

    // Two names with one hash of 64 bits would be taken for the same one: the second store is refused.
    private RowKey Key => new(
        RowKind.StoreName, unchecked((long)default(Fingerprint).With(this.GetPrimaryKeyString()).Value));

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _state = await _rows.Load<StoreNameState>(Key);
    }

    public async Task<bool> Claim(StoreId store)
    {
        if (_state is null)
        {
            _state = new StoreNameState(store);
            _rows.Put(Key, _state);
            await _rows.Save();
        }

        return _state.Holder == store;
    }
}
