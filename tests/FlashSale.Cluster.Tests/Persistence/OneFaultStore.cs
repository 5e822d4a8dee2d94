namespace FlashSale.Cluster.Tests;

/// <summary>How a call to a store fails.</summary>
public enum StoreFault
{
    /// <summary>Nothing was done, and nothing is known about it.</summary>
    BeforeIt = 1,

    /// <summary>It was done, and nothing is known about it.</summary>
    AfterIt,

    /// <summary>A write is refused as if somebody else had changed the row.</summary>
    Conflict,
}

/// <summary>A store of which one call fails: the n-th one that is about some rows.</summary>
internal sealed class OneFaultStore(IRowStore inner) : IRowStore
{
    private readonly Lock _gate = new();
    private HashSet<RowKey> _rows = [];
    private StoreFault _fault;
    private int _left;

    /// <summary>Whether the call has come, and has failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Counts the calls about some rows from now on; the one behind so many fails.</summary>
    public void FailBehind(int calls, StoreFault fault, params RowKey[] rows)
    {
        lock (_gate)
        {
            (_left, _fault, _rows, HasFailed) = (calls, fault, [.. rows], false);
        }
    }

    public ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default) => Fails([key])
        ? throw new RowStoreException("A fault while reading.")
        : inner.Read(key, cancel);

    public async ValueTask Write(ReadOnlyMemory<RowWrite> rows)
    {
        var fails = Fails(rows.ToArray().Select(row => row.Key));
        if (!fails || _fault == StoreFault.AfterIt)
        {
            await inner.Write(rows);
        }

        if (fails)
        {
            throw _fault == StoreFault.Conflict
                ? new RowConflictException(rows.Span[0].Key)
                : new RowStoreException($"A fault {_fault}.");
        }
    }

    public ValueTask<IReadOnlyList<StoredRow>> ReadAll(
        RowKind kind, long owner, CancellationToken cancel = default) => inner.ReadAll(kind, owner, cancel);

    public ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default) =>
        inner.FindDue(kind, dueBy, slice, slices, rowsMax, cancel);

    public ValueTask<IReadOnlyList<StoredRow>> Page(
        RowKey after, int rowsMax, CancellationToken cancel = default) => inner.Page(after, rowsMax, cancel);

    private bool Fails(IEnumerable<RowKey> rows)
    {
        lock (_gate)
        {
            if (HasFailed || !rows.Any(_rows.Contains) || _left-- > 0)
            {
                return false;
            }

            HasFailed = true;
            return true;
        }
    }
}
