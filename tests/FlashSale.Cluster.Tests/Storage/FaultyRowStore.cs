namespace FlashSale.Cluster.Tests;

/// <summary>A store that fails now and then, as disks and networks do, over one that does not.</summary>
/// <remarks>
/// One write in ten fails: before it was carried out, after it was («timed out»), or as if another silo had
/// changed the row. One read in fifty fails. Which ones follows from the seed and the order of the calls.
/// </remarks>
/// <param name="inner">The store that is really used.</param>
/// <param name="seed">Other seeds, other faults.</param>
/// <param name="writesPerFault">Of so many writes one fails, on average.</param>
/// <param name="readsPerFault">Of so many reads one fails, on average.</param>
internal sealed class FaultyRowStore(
    IRowStore inner, ulong seed, int writesPerFault = 10, int readsPerFault = 50) : IRowStore
{
    private long _calls;
    private volatile bool _isCalm;
    private int _faults;

    /// <summary>How many calls have failed.</summary>
    public int Faults => Volatile.Read(ref _faults);

    /// <summary>Lets all later calls succeed, so that what is left can be finished and audited.</summary>
    public void CalmDown() => _isCalm = true;

    public ValueTask<IReadOnlyList<StoredRow>> ReadAll(
        RowKind kind, long owner, CancellationToken cancel = default)
    {
        MayFail();
        return inner.ReadAll(kind, owner, cancel);
    }

    public ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default)
    {
        MayFail();
        return inner.Read(key, cancel);
    }

    public async ValueTask Write(ReadOnlyMemory<RowWrite> rows)
    {
        var draw = Draw();
        if (_isCalm || rows.IsEmpty || draw % (ulong)writesPerFault != 0)
        {
            await inner.Write(rows);
            return;
        }

        Interlocked.Increment(ref _faults);
        switch (draw / (ulong)writesPerFault % 3)
        {
            case 0:
                throw new RowStoreException("A fault before the write.");
            case 1:
                await inner.Write(rows);
                throw new RowStoreException("A fault after the write.");
            default:
                throw new RowConflictException(rows.Span[0].Key);
        }
    }

    public ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default)
    {
        MayFail();
        return inner.FindDue(kind, dueBy, slice, slices, rowsMax, cancel);
    }

    public ValueTask<IReadOnlyList<StoredRow>> Page(
        RowKey after, int rowsMax, CancellationToken cancel = default)
    {
        MayFail();
        return inner.Page(after, rowsMax, cancel);
    }

    private void MayFail()
    {
        if (!_isCalm && Draw() % (ulong)readsPerFault == 0)
        {
            Interlocked.Increment(ref _faults);
            throw new RowStoreException("A fault while reading.");
        }
    }

    // The number of the call, mixed (the finalizer of SplitMix64): no state that threads would share.
    private ulong Draw()
    {
        unchecked
        {
            var mixed = seed + ((ulong)Interlocked.Increment(ref _calls) * 0x9E3779B97F4A7C15);
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
