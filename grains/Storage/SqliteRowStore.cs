using Microsoft.Data.Sqlite;

namespace FlashSale.Grains;

/// <summary>Rows in one SQLite file: for one silo on one machine.</summary>
/// <remarks>
/// Writes of many grains share a commit, which is one record of the tail and is synced before it is answered;
/// rows are carried into their table later (decision 17). Reads run beside it on connections of their own, on
/// the caller's thread: they are short. After a failed sync the store stops, because the kernel may have
/// dropped what it could not write; a new start reads what is really there.
/// </remarks>
public sealed class SqliteRowStore : IRowStore, IAsyncDisposable
{
    private const string FileName = "rows.db";
    private const string LockName = "rows.lock";

    private readonly FileStream _lock;
    private readonly CommitQueue _queue;
    private readonly SqliteReads _reads;

    private SqliteRowStore(FileStream heldLock, SqliteWriter writer, SqliteReads reads)
    {
        _lock = heldLock;
        _queue = new CommitQueue("sqlite", writer);
        _reads = reads;
    }

    /// <summary>Opens the rows of a folder; creates them if there are none.</summary>
    /// <param name="folder">The folder, created if need be; one process at a time may have it open.</param>
    /// <exception cref="RowStoreException">
    /// Another process has it open, it was written by a newer version, or it cannot be used.
    /// </exception>
    public static SqliteRowStore Open(string folder) => Open(folder, TailLimits.Usual);

    /// <summary>The same, with other limits of the tail.</summary>
    internal static SqliteRowStore Open(string folder, TailLimits limits)
    {
        var heldLock = Lock(folder);
        try
        {
            var path = Path.Combine(folder, FileName);
            var tail = new RowTail();
            return new SqliteRowStore(
                heldLock, new SqliteWriter(path, tail, limits), new SqliteReads(path, tail));
        }
        catch (Exception failed)
        {
            heldLock.Dispose();
            if (failed is SqliteException)
            {
                throw new RowStoreException($"{folder} cannot be opened: {failed.Message}", failed);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRow>> ReadAll(
        RowKind kind, long owner, CancellationToken cancel = default) =>
        Ask(reads => reads.ReadAll(kind, owner), cancel);

    /// <inheritdoc/>
    public ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default) =>
        Ask(reads => reads.Read(key), cancel);

    /// <inheritdoc/>
    public ValueTask Write(ReadOnlyMemory<RowWrite> rows) => _queue.Write(rows);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default)
    {
        RowLimits.CheckSlice(slice, slices);
        RowLimits.CheckRowsMax(rowsMax);
        return Ask(reads => reads.FindDue(new DueQuestion(kind, dueBy, slice, slices), rowsMax), cancel);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRow>> Page(
        RowKey after, int rowsMax, CancellationToken cancel = default)
    {
        RowLimits.CheckRowsMax(rowsMax);
        return Ask(reads => reads.Page(after, rowsMax), cancel);
    }

    /// <summary>Commits what waits, carries all rows into their table, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync();
        _reads.Dispose();
        await _lock.DisposeAsync();
    }

    private ValueTask<T> Ask<T>(Func<SqliteReads, T> question, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancel);
        }

        try
        {
            _queue.ThrowIfHalted();
            return ValueTask.FromResult(question(_reads));
        }
        catch (RowStoreException halted)
        {
            return ValueTask.FromException<T>(halted);
        }
        catch (SqliteException failed)
        {
            return ValueTask.FromException<T>(
                new RowStoreException($"The rows cannot be read: {failed.Message}", failed));
        }
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(
                Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new RowStoreException(
                $"{folder} cannot be used, or another process has it open: {failed.Message}", failed);
        }
    }
}
