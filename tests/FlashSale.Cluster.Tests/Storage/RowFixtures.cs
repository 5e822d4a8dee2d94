namespace FlashSale.Cluster.Tests;

/// <summary>Rows and writes with defaults: whatever a test sets matters.</summary>
internal static class RowFixtures
{
    public static RowKey Key(long owner = 7, long item = 0, RowKind kind = RowKind.Cart) =>
        new(kind, owner, item);

    public static byte[] Body(byte text = 1) => [text, text, text];

    /// <summary>A write that creates a row, or replaces a version of it.</summary>
    public static RowWrite Put(RowKey key, long version = 0, byte text = 1, long? due = null) =>
        new(key, version, Body(text), due);

    public static RowWrite Delete(RowKey key, long version) => new(key, version, null);

    /// <summary>Asks for a write; whoever needs to know awaits it.</summary>
    public static Task Save(this IRowStore store, params RowWrite[] rows) => store.Write(rows).AsTask();

    public static async Task<long> VersionOf(this IRowStore store, RowKey key) =>
        (await store.Read(key))?.Version ?? 0;

    /// <summary>Changes what is stored behind everybody's back, as a broken version would.</summary>
    public static async Task Spoil<T>(this IRowStore store, RowKey key, Action<T> change)
    {
        var row = (await store.Read(key))!;
        var state = WireFormat.Serializer.Deserialize<T>(row.Body)!;
        change(state);
        await store.Save(new RowWrite(key, row.Version, WireFormat.Serializer.SerializeToArray(state)));
    }

    public static async Task<IReadOnlyList<RowKey>> DueKeys(
        this IRowStore store, long dueBy, int slice = 0, int slices = 1, int rowsMax = 100) =>
        [.. (await store.FindDue(RowKind.Cart, dueBy, slice, slices, rowsMax)).Select(row => row.Key)];

    /// <summary>True if a write took effect, false if another version was there.</summary>
    public static async Task<bool> TookEffect(this Task write)
    {
        try
        {
            await write;
            return true;
        }
        catch (RowConflictException)
        {
            return false;
        }
    }
}
