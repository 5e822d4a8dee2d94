namespace FlashSale.Grains;

/// <summary>What a store keeps: its row, and the listings that have to know of its changes.</summary>
internal sealed class StoreRows(GrainRoom room, GrainRows rows, StoreId id)
{
    private readonly StoreListings _listings = new(room, rows, id);

    /// <summary>The store; null if there is none.</summary>
    public StoreState? State { get; set; }

    /// <summary>What operators do, as it is stored.</summary>
    public TrailRows Trail { get; } = new(rows);

    /// <summary>Whether a version that knew less has written it.</summary>
    public bool IsOfBefore => State is { IsWithSeller: false };

    /// <summary>Reads all that was kept.</summary>
    public async Task Load()
    {
        State = await rows.Load<StoreState>(new RowKey(RowKind.Store, id.Value));
        await _listings.Load();
    }

    /// <summary>A listing has to know of changes from now on.</summary>
    public Task Note(ListingId listing) => _listings.Note(listing);

    /// <summary>Saves the store, and when time does something to it.</summary>
    public Task Save()
    {
        var isUnfinished = State!.Pending is not null || State.HasToTell;
        SellerRows.Note(rows, id, State);
        rows.Put(
            new RowKey(RowKind.Store, id.Value), State,
            isUnfinished ? room.Now : State.DueAt(room.Policies));
        return rows.Save();
    }

    /// <summary>Saves, and tells all listings before anybody is answered.</summary>
    public async Task SaveAndTell()
    {
        State!.TermsVersion++;
        State.HasToTell = !_listings.IsEmpty;
        await Save();
        await Tell();
    }

    /// <summary>What a crash has left untold is told by whoever comes next, or by a sweep.</summary>
    public async Task Tell()
    {
        if (State is { HasToTell: true })
        {
            await _listings.Tell(State.Terms);
            State.HasToTell = false;
            await Save();
        }
    }
}
