namespace FlashSale.Grains;

/// <summary>A write that waits for its commit; its rows are never split over commits.</summary>
internal sealed class PendingWrite(ReadOnlyMemory<RowWrite> rows)
{
    // What a row costs besides its body, roughly.
    private const int RowBytes = 256;

    // Whoever waits goes on elsewhere, so that the flusher is never held up.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is to be written.</summary>
    public ReadOnlyMemory<RowWrite> Rows { get; } = rows;

    /// <summary>How much it adds to a commit, in bytes, roughly.</summary>
    public long Bytes { get; } = BytesOf(rows.Span);

    /// <summary>Ends when the write is durable, or fails.</summary>
    public Task Done => _done.Task;

    /// <summary>Answers that the write is durable.</summary>
    public void Succeed() => _done.SetResult();

    /// <summary>Answers why the write was not carried out, or that nothing is known about it.</summary>
    public void Fail(Exception reason) => _done.SetException(reason);

    private static long BytesOf(ReadOnlySpan<RowWrite> rows)
    {
        var bytes = 0L;
        foreach (ref readonly var row in rows)
        {
            bytes += RowBytes + (row.Body?.Length ?? 0);
        }

        return bytes;
    }
}
