namespace FlashSale.Grains;

/// <summary>The listings that have to know of a store's changes.</summary>
internal sealed class StoreListings(GrainRoom room, GrainRows rows, StoreId store)
{
    private readonly HashSet<ListingId> _ids = [];

    /// <summary>Whether nobody has to know.</summary>
    public bool IsEmpty => _ids.Count == 0;

    /// <summary>Reads which they are.</summary>
    public async Task Load()
    {
        foreach (var (item, _) in await rows.LoadAll<StoreListing>(RowKind.StoreListing, store.Value))
        {
            _ids.Add(new ListingId((int)item));
        }
    }

    /// <summary>Notes a listing, once.</summary>
    public async Task Note(ListingId listing)
    {
        if (_ids.Add(listing))
        {
            rows.Put(new RowKey(RowKind.StoreListing, store.Value, listing.Value), new StoreListing());
            await rows.Save();
        }
    }

    /// <summary>Tells all of them.</summary>
    public Task Tell(StoreTerms terms) =>
        Task.WhenAll(_ids.Select(listing => room.Grains.Listing(listing).SetStore(terms)));
}
