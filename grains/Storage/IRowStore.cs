namespace FlashSale.Grains;

/// <summary>
/// Where grains keep their rows: read when a grain wakes up, written many grains at a time.
/// </summary>
/// <remarks>
/// A write is all or nothing and is answered when it is durable. Rows carry versions, so that an activation
/// that has been replaced can change nothing. Writes of many grains share one commit.
/// </remarks>
public interface IRowStore
{
    /// <summary>All rows of one kind that an owner has, by rising <see cref="RowKey.Item"/>.</summary>
    /// <exception cref="RowStoreException">The store cannot be read now.</exception>
    ValueTask<IReadOnlyList<StoredRow>> ReadAll(RowKind kind, long owner, CancellationToken cancel = default);

    /// <summary>One row; null if there is none.</summary>
    /// <exception cref="RowStoreException">The store cannot be read now.</exception>
    ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default);

    /// <summary>Writes some rows of one grain, all or none; completes when they are durable.</summary>
    /// <remarks>
    /// Neither the list nor the bodies may be changed afterwards. Writes of one grain that wait side by side
    /// become durable in the order in which they were asked for, if their first rows have the same owner; so
    /// a grain names a row of its own first. That a write failed does not hold back the next. A row may occur
    /// several times: each time continues the version before. A deletion of version 0 only asks that there be
    /// no such row.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// More than <see cref="RowLimits"/> allows, or a negative version.
    /// </exception>
    /// <exception cref="RowConflictException">
    /// A row has another version: somebody else owns it now.
    /// </exception>
    /// <exception cref="RowStoreException">
    /// Nothing is known about the write: it may or may not have become durable.
    /// </exception>
    ValueTask Write(ReadOnlyMemory<RowWrite> rows);

    /// <summary>
    /// Rows of a kind that have something to do by a moment, in the order of these moments and then of their
    /// keys; of one slice of the owners.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="dueBy">The moment, as Unix time in milliseconds.</param>
    /// <param name="slice">Of owners with this remainder after division by <paramref name="slices"/>.</param>
    /// <param name="slices">Into how many parts the owners are split.</param>
    /// <param name="rowsMax">How many rows at most.</param>
    /// <param name="cancel">Ends the search.</param>
    ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default);

    /// <summary>
    /// The rows of a kind behind a place, in the order of their keys: to go over all of them, page by page.
    /// </summary>
    /// <param name="after">
    /// The last key of the page before; <see cref="RowKey.Before"/> for the first one.
    /// </param>
    /// <param name="rowsMax">How many rows at most.</param>
    /// <param name="cancel">Ends the search.</param>
    ValueTask<IReadOnlyList<StoredRow>> Page(RowKey after, int rowsMax, CancellationToken cancel = default);
}
