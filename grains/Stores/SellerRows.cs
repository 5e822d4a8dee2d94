namespace FlashSale.Grains;

/// <summary>Says that a seller has a store, as it is stored; the store writes it with its own row.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.seller-store")]
internal sealed record SellerStore;

/// <summary>Which stores each seller has (rule IDN-4).</summary>
internal static class SellerRows
{
    private const int CallsAtOnce = 32;

    public static RowTable Table { get; } = new(RowKind.SellerStore) { Complete = Complete, Audit = Audit };

    /// <summary>With the first write of a store's own row it is noted among its seller's stores.</summary>
    public static void Note(GrainRows rows, StoreId id, StoreState store)
    {
        if (!store.IsWithSeller)
        {
            store.IsWithSeller = true;
            rows.PutOnce(KeyOf(store.Store.Owner, id), new SellerStore());
        }
    }

    /// <summary>A seller's stores by their ids: as many as are looked at together, and one more.</summary>
    public static async Task<IReadOnlyList<StoreId>> StoresOf(GrainRoom room, SellerId seller)
    {
        var page = await room.Store.Page(
            new RowKey(RowKind.SellerStore, seller.Value, long.MinValue), SellerView.StoresMax + 1);
        return [.. page.Where(row => row.Key.Owner == seller.Value)
            .Select(row => new StoreId((int)row.Key.Item))];
    }

    private static RowKey KeyOf(SellerId seller, StoreId store) =>
        new(RowKind.SellerStore, seller.Value, store.Value);

    /// <summary>Stores that a version without sellers has opened write their row now.</summary>
    private static async Task<int> Complete(GrainRoom room)
    {
        var before = new List<StoreId>();
        await foreach (var (key, store) in RowPages.All<StoreState>(room, RowKind.Store))
        {
            if (!store.IsWithSeller)
            {
                before.Add(new StoreId((int)key.Owner));
            }
        }

        foreach (var some in before.Chunk(CallsAtOnce))
        {
            await Task.WhenAll(some.Select(store => room.Grains.Store(store).Wake()));
        }

        return before.Count;
    }

    private static async Task<AuditCheck> Audit(GrainRoom room)
    {
        var findings = new AuditFindings("sellers-have-their-stores", "IDN-4");
        var listed = new HashSet<RowKey>();
        await foreach (var (key, _) in RowPages.All<SellerStore>(room, RowKind.SellerStore))
        {
            listed.Add(key);
        }

        var (opened, sellers) = (0, listed.Select(key => key.Owner).Distinct().Count());
        await foreach (var (key, store) in RowPages.All<StoreState>(room, RowKind.Store))
        {
            var (owner, id) = (store.Store.Owner, new StoreId((int)key.Owner));
            findings.Expect(listed.Contains(KeyOf(owner, id)), $"{id} is not among the stores of {owner}");
            opened++;
        }

        findings.Expect(
            listed.Count == opened, $"sellers have {listed.Count} stores, of which {opened} are there");
        return findings.Close($"{sellers} sellers with {opened} stores");
    }
}
