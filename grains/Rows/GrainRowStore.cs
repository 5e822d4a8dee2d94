namespace FlashSale.Grains;

/// <summary>A row store as grains use it: its faults travel to whoever called the grain.</summary>
internal sealed class GrainRowStore(IRowStore inner) : IRowStore
{
    public ValueTask<IReadOnlyList<StoredRow>> ReadAll(
        RowKind kind, long owner, CancellationToken cancel = default) =>
        Asked(() => inner.ReadAll(kind, owner, cancel));

    public ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default) =>
        Asked(() => inner.Read(key, cancel));

    public ValueTask Write(ReadOnlyMemory<RowWrite> rows)
    {
        try
        {
            var write = inner.Write(rows);
            return write.IsCompletedSuccessfully ? write : Told(write);
        }
        catch (RowStoreException failure)
        {
            return ValueTask.FromException(Fault(failure));
        }
    }

    public ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default) =>
        Asked(() => inner.FindDue(kind, dueBy, slice, slices, rowsMax, cancel));

    public ValueTask<IReadOnlyList<StoredRow>> Page(
        RowKey after, int rowsMax, CancellationToken cancel = default) =>
        Asked(() => inner.Page(after, rowsMax, cancel));

    private static async ValueTask<T> Asked<T>(Func<ValueTask<T>> question)
    {
        try
        {
            return await question();
        }
        catch (RowStoreException failure)
        {
            throw Fault(failure);
        }
    }

    private static async ValueTask Told(ValueTask write)
    {
        try
        {
            await write;
        }
        catch (RowStoreException failure)
        {
            throw Fault(failure);
        }
    }

    private static GrainFaultException Fault(RowStoreException failure) =>
        new($"The rows could not be read or written; send the request again. {failure.Message}");
}
