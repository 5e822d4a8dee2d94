namespace FlashSale.Cluster.Tests;

/// <summary>A store that writes a row and then, once, never answers.</summary>
internal sealed class HeldAnswerStore(IRowStore inner, RowKey held) : IRowStore
{
    private readonly TaskCompletionSource _isHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _never = new();
    private int _holds;

    /// <summary>Completes when the row is written and its writer waits.</summary>
    public Task IsHeld => _isHeld.Task;

    /// <summary>Keeps the answer to the next write back.</summary>
    public void HoldNextAnswer() => Volatile.Write(ref _holds, 1);

    public async ValueTask Write(ReadOnlyMemory<RowWrite> rows)
    {
        await inner.Write(rows);
        if (rows.Span[0].Key == held && Interlocked.Exchange(ref _holds, 0) == 1)
        {
            _isHeld.SetResult();
            await _never.Task;
        }
    }

    public ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default) =>
        inner.Read(key, cancel);

    public ValueTask<IReadOnlyList<StoredRow>> ReadAll(
        RowKind kind, long owner, CancellationToken cancel = default) => inner.ReadAll(kind, owner, cancel);

    public ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default) =>
        inner.FindDue(kind, dueBy, slice, slices, rowsMax, cancel);

    public ValueTask<IReadOnlyList<StoredRow>> Page(
        RowKey after, int rowsMax, CancellationToken cancel = default) => inner.Page(after, rowsMax, cancel);
}
