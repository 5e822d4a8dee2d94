namespace FlashSale.Grains;

/// <summary>Goes over all rows of a kind, page by page.</summary>
internal static class RowPages
{
    private const int PageRows = 2_000;

    /// <summary>The rows with their states, in the order of their keys.</summary>
    public static async IAsyncEnumerable<(RowKey Key, T State)> All<T>(GrainRoom room, RowKind kind)
    {
        var after = RowKey.Before(kind);
        while (true)
        {
            var page = await room.Store.Page(after, PageRows);
            foreach (var row in page)
            {
                yield return (row.Key, room.Serializer.Deserialize<T>(row.Body)!);
            }

            if (page.Count < PageRows)
            {
                yield break;
            }

            after = page[^1].Key;
        }
    }
}
