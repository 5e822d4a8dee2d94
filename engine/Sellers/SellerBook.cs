namespace FlashSale.Engine;

/// <summary>
/// All sellers with their stores (rule IDN-4). Nothing of it is saved: a store says whose it is.
/// </summary>
internal sealed class SellerBook(StoreBook stores) : IBook
{
    private static readonly Comparer<StoreId> ById =
        Comparer<StoreId>.Create((x, y) => x.Value.CompareTo(y.Value));

    private readonly Dictionary<SellerId, List<StoreId>> _storesOf = [];
    private readonly SortedSet<int> _ids = [];

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // a list for each seller, in no table

    /// <summary>A seller's stores by their ids; none if there is no such seller.</summary>
    public IReadOnlyList<StoreId> StoresOf(SellerId id) => _storesOf.TryGetValue(id, out var own) ? own : [];

    /// <summary>Sellers by their ids, from one on.</summary>
    public IEnumerable<SellerId> From(SellerId first) =>
        _ids.GetViewBetween(first.Value, int.MaxValue).Select(id => new SellerId(id));

    /// <summary>Adds a store; a seller comes to be with its first one.</summary>
    public void Add(SellerId owner, StoreId store)
    {
        if (!_storesOf.TryGetValue(owner, out var own))
        {
            _storesOf[owner] = own = [];
            _ids.Add(owner.Value);
        }

        own.Insert(~own.BinarySearch(store, ById), store);
    }

    public void Save(StateWriter writer)
    {
        // Load finds all of it in the stores.
    }

    public void Load(StateReader reader)
    {
        foreach (var store in Opened())
        {
            Add(stores[store].Owner, store);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<AuditCheck> Audit()
    {
        var findings = new AuditFindings("sellers-have-their-stores", "IDN-4");
        var opened = 0;
        foreach (var store in Opened())
        {
            var owner = stores[store].Owner;
            findings.Expect(
                StoresOf(owner).Count(own => own == store) == 1,
                $"{store} is not once among the stores of {owner}");
            opened++;
        }

        var listed = _storesOf.Values.Sum(own => own.Count);
        findings.Expect(listed == opened, $"sellers have {listed} stores, of which {opened} are there");
        yield return findings.Close($"{_ids.Count} sellers with {opened} stores");
    }

    private IEnumerable<StoreId> Opened() =>
        Enumerable.Range(0, stores.Count).Select(at => new StoreId(at)).Where(stores.Exists);
}
