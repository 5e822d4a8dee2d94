using System.Numerics;

namespace FlashSale.Grains;

/// <summary>
/// Rows in the memory of one silo: for tests and for measuring what the market costs without a disk.
/// </summary>
/// <remarks>
/// Nothing outlives the process; «durable» means here that every later read sees it. All calls complete
/// before they return. Owners are spread over stripes with a lock each; a write over several stripes takes
/// their locks by rising number, so that writes cannot wait for each other in a circle.
/// </remarks>
public sealed class MemoryRowStore : IRowStore, IAsyncDisposable
{
    private const int Stripes = 32;

    private readonly MemoryStripe[] _stripes =
        [.. Enumerable.Range(0, Stripes).Select(_ => new MemoryStripe())];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRow>> ReadAll(
        RowKind kind, long owner, CancellationToken cancel = default)
    {
        var stripe = _stripes[StripeOf(owner)];
        lock (stripe)
        {
            return ValueTask.FromResult(stripe.ReadAll(kind, owner));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default)
    {
        var stripe = _stripes[StripeOf(key.Owner)];
        lock (stripe)
        {
            return ValueTask.FromResult(stripe.Find(key)?.Stored(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask Write(ReadOnlyMemory<RowWrite> rows)
    {
        RowLimits.CheckWrite(rows.Span);
        var touched = StripesOf(rows.Span);
        Enter(touched);
        try
        {
            return Apply(rows.Span) is { } other
                ? ValueTask.FromException(new RowConflictException(other))
                : ValueTask.CompletedTask;
        }
        finally
        {
            Exit(touched);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default)
    {
        RowLimits.CheckSlice(slice, slices);
        RowLimits.CheckRowsMax(rowsMax);
        var found = new List<(long DueMs, RowKey Key, StoredRow Row)>();
        foreach (var stripe in _stripes)
        {
            lock (stripe)
            {
                found.AddRange(stripe.Due(kind, dueBy)
                    .Where(due => RowLimits.IsInSlice(due.Key.Owner, slice, slices))
                    .Take(rowsMax)
                    .Select(due => (due.DueMs, due.Key, stripe.Find(due.Key)!.Stored(due.Key))));
            }
        }

        return ValueTask.FromResult<IReadOnlyList<StoredRow>>([.. found
            .OrderBy(due => (due.DueMs, due.Key), DueOrder.Instance)
            .Take(rowsMax)
            .Select(due => due.Row)]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRow>> Page(
        RowKey after, int rowsMax, CancellationToken cancel = default)
    {
        RowLimits.CheckRowsMax(rowsMax);
        var found = new List<StoredRow>();
        foreach (var stripe in _stripes)
        {
            lock (stripe)
            {
                found.AddRange(stripe.Behind(after).Take(rowsMax));
            }
        }

        return ValueTask.FromResult<IReadOnlyList<StoredRow>>(
            [.. found.OrderBy(row => row.Key, KeyOrder.Instance).Take(rowsMax)]);
    }

    /// <summary>Nothing has to be brought to safety.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // All or none: what was put before the first row of another version is put back.
    private RowKey? Apply(ReadOnlySpan<RowWrite> rows)
    {
        var before = new MemoryRow?[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var stripe = _stripes[StripeOf(rows[i].Key.Owner)];
            before[i] = stripe.Find(rows[i].Key);
            if ((before[i]?.Version ?? 0) != rows[i].Version)
            {
                TakeBack(rows[..i], before);
                return rows[i].Key;
            }

            stripe.Put(rows[i].Key, MemoryRow.Of(rows[i]));
        }

        return null;
    }

    private void TakeBack(ReadOnlySpan<RowWrite> rows, MemoryRow?[] before)
    {
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            _stripes[StripeOf(rows[i].Key.Owner)].Put(rows[i].Key, before[i]);
        }
    }

    private void Enter(uint touched)
    {
        for (; touched != 0; touched &= touched - 1)
        {
            Monitor.Enter(_stripes[BitOperations.TrailingZeroCount(touched)]);
        }
    }

    private void Exit(uint touched)
    {
        for (; touched != 0; touched &= touched - 1)
        {
            Monitor.Exit(_stripes[BitOperations.TrailingZeroCount(touched)]);
        }
    }

    // One bit for each stripe.
    private static uint StripesOf(ReadOnlySpan<RowWrite> rows)
    {
        var touched = 0u;
        foreach (ref readonly var row in rows)
        {
            touched |= 1u << StripeOf(row.Key.Owner);
        }

        return touched;
    }

    // The upper bits of a product with the golden ratio: neighbours land in different stripes.
    private static int StripeOf(long owner) => (int)(unchecked((ulong)owner * 0x9E3779B97F4A7C15) >> 59);
}
