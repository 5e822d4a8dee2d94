namespace FlashSale.Grains;

/// <summary>Goes over all rows of a kind, page by page.</summary>
internal static class RowPages
{
    private const int PageRows = 2_000;

    /// <summary>The rows with their states, in the order of their keys.</summary>
    public static async IAsyncEnumerable<(RowKey Key, T State)> All<T>(GrainRoom room, RowKind kind)
    {
        await foreach (var page in Pages(room.Store, RowKey.Before(kind), PageRows))
        {
            foreach (var row in page)
            {
                yield return (row.Key, room.Serializer.Deserialize<T>(row.Body)!);
            }
        }
    }

    /// <summary>The first row of each owner, from one on; those of some rows at a time.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<StoredRow>> Heads(
        IRowStore store, RowKind kind, long from, int rowsMax)
    {
        long? last = null;
        await foreach (var page in Pages(store, new RowKey(kind, from, long.MinValue), rowsMax))
        {
            yield return [.. page.Where(row => row.Key.Owner != last).DistinctBy(row => row.Key.Owner)];
            last = page.Count > 0 ? page[^1].Key.Owner : last;
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<StoredRow>> Pages(
        IRowStore store, RowKey after, int rowsMax)
    {
        while (true)
        {
            var page = await store.Page(after, rowsMax);
            yield return page;
            if (page.Count < rowsMax)
            {
                yield break;
            }

            after = page[^1].Key;
        }
    }
}
