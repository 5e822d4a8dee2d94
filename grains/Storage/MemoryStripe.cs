namespace FlashSale.Grains;

/// <summary>The rows of some owners, in memory, with the indexes for due rows and for pages.</summary>
/// <remarks>Whoever calls holds the lock on it.</remarks>
internal sealed class MemoryStripe
{
    private readonly Dictionary<(RowKind Kind, long Owner), Dictionary<long, MemoryRow>> _owners = [];
    private readonly Dictionary<RowKind, SortedSet<long>> _ownersInOrder = [];
    private readonly Dictionary<RowKind, DueIndex> _due = [];

    /// <summary>A row; null if there is none.</summary>
    public MemoryRow? Find(RowKey key) =>
        _owners.GetValueOrDefault((key.Kind, key.Owner))?.GetValueOrDefault(key.Item);

    /// <summary>All rows of an owner by rising item.</summary>
    public IReadOnlyList<StoredRow> ReadAll(RowKind kind, long owner) =>
        _owners.TryGetValue((kind, owner), out var items) ? [.. InOrder(kind, owner, items)] : [];

    /// <summary>Replaces a row; null removes it.</summary>
    public void Put(RowKey key, MemoryRow? row)
    {
        var before = Find(key);
        if (before?.DueMs != row?.DueMs)
        {
            Of(_due, key.Kind).Move(key, before?.DueMs, row?.DueMs);
        }

        if (row is not null)
        {
            ItemsOf(key)[key.Item] = row;
        }
        else if (before is not null)
        {
            Remove(key);
        }
    }

    /// <summary>Rows due by a moment, the earliest first.</summary>
    public IEnumerable<(long DueMs, RowKey Key)> Due(RowKind kind, long dueBy) =>
        _due.TryGetValue(kind, out var due) ? due.By(dueBy) : [];

    /// <summary>Rows of a kind behind a place, by their keys.</summary>
    public IEnumerable<StoredRow> Behind(RowKey after)
    {
        if (!_ownersInOrder.TryGetValue(after.Kind, out var owners))
        {
            return [];
        }

        return owners.GetViewBetween(after.Owner, long.MaxValue)
            .SelectMany(owner => InOrder(after.Kind, owner, _owners[(after.Kind, owner)]))
            .SkipWhile(row => KeyOrder.Instance.Compare(row.Key, after) <= 0);
    }

    private static IEnumerable<StoredRow> InOrder(
        RowKind kind, long owner, Dictionary<long, MemoryRow> items) =>
        items.OrderBy(item => item.Key).Select(item => item.Value.Stored(new RowKey(kind, owner, item.Key)));

    private Dictionary<long, MemoryRow> ItemsOf(RowKey key)
    {
        if (_owners.TryGetValue((key.Kind, key.Owner), out var items))
        {
            return items;
        }

        Of(_ownersInOrder, key.Kind).Add(key.Owner);
        return _owners[(key.Kind, key.Owner)] = new Dictionary<long, MemoryRow>(1);
    }

    private void Remove(RowKey key)
    {
        var items = _owners[(key.Kind, key.Owner)];
        items.Remove(key.Item);
        if (items.Count == 0)
        {
            _owners.Remove((key.Kind, key.Owner));
            _ownersInOrder[key.Kind].Remove(key.Owner);
        }
    }

    private static T Of<T>(Dictionary<RowKind, T> kinds, RowKind kind)
        where T : new()
    {
        if (!kinds.TryGetValue(kind, out var found))
        {
            kinds[kind] = found = new T();
        }

        return found;
    }
}

/// <summary>A row in memory; never changed, only replaced.</summary>
internal sealed record MemoryRow(long Version, byte[] Body, long? DueMs)
{
    /// <summary>What a write leaves behind; null if it deletes.</summary>
    public static MemoryRow? Of(in RowWrite write) =>
        write.Body is { } body ? new MemoryRow(write.Version + 1, body, write.DueMs) : null;

    /// <summary>The row as readers get it.</summary>
    public StoredRow Stored(RowKey key) => new(key, Version, Body);
}
