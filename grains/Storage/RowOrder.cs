namespace FlashSale.Grains;

/// <summary>Rows by kind, then by owner, then by item: the order in which all stores page.</summary>
internal sealed class KeyOrder : IComparer<RowKey>
{
    /// <summary>The only one.</summary>
    public static KeyOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(RowKey x, RowKey y)
    {
        if (x.Kind != y.Kind)
        {
            return x.Kind < y.Kind ? -1 : 1;
        }

        return x.Owner != y.Owner ? x.Owner.CompareTo(y.Owner) : x.Item.CompareTo(y.Item);
    }
}

/// <summary>Rows by the moment when they are due, then by key.</summary>
internal sealed class DueOrder : IComparer<(long DueMs, RowKey Key)>
{
    /// <summary>The only one.</summary>
    public static DueOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare((long DueMs, RowKey Key) x, (long DueMs, RowKey Key) y) =>
        x.DueMs != y.DueMs ? x.DueMs.CompareTo(y.DueMs) : KeyOrder.Instance.Compare(x.Key, y.Key);
}
