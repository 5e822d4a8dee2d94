using System.Buffers;
using Microsoft.Data.Sqlite;

namespace FlashSale.Grains;

/// <summary>The one writer of a SQLite file, on a thread of its own, which may wait for the disk.</summary>
/// <remarks>
/// A commit is one record of the tail. In the same transaction rows that were changed a while ago are carried
/// into their table, about as many as come: who writes more than can be carried waits for it. A timer carries
/// what is left when nobody writes.
/// </remarks>
internal sealed class SqliteWriter : ICommitter
{
    // SQLITE_FULL: the file system had no room, and SQLite took the transaction back.
    private const int DiskFull = 13;

    // For each change that comes: a backlog shrinks, and a commit does not get much longer by it.
    private const int CarriedPerChange = 2;
    private const int CarriedAtRestMax = 4_096;
    private static readonly TimeSpan RestEvery = TimeSpan.FromMilliseconds(500);

    private static readonly Dictionary<RowKey, long> Nothing = [];

    private readonly ArrayBufferWriter<byte> _record = new(1 << 16);
    private readonly RowTail _tail;
    private readonly TailLimits _limits;
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollBack;
    private readonly SqliteStatement _append;
    private readonly SqliteStatement _version;
    private readonly SqliteRowTable _table;
    private readonly OwnThread _thread;
    private readonly Timer _rest;
    private volatile StoreHaltedException? _halted;

    /// <summary>Opens the file, creates it if there is none, and carries over what a dead process left.
    /// </summary>
    public SqliteWriter(string path, RowTail tail, TailLimits limits)
    {
        (_tail, _limits) = (tail, limits);
        _connection = SqliteSchema.OpenForWriting(path);
        _begin = new SqliteStatement(_connection, "begin immediate");
        _commit = new SqliteStatement(_connection, "commit");
        _rollBack = new SqliteStatement(_connection, "rollback");
        _append = new SqliteStatement(_connection, "insert into tail(seq, body) values (?1, ?2)");
        _version = new SqliteStatement(
            _connection, "select version from rows where kind = ?1 and owner = ?2 and item = ?3");
        _table = new SqliteRowTable(_connection);
        TakeOver();
        _thread = new OwnThread("sqlite-writer");
        _rest = new Timer(
            _ => _ = _thread.Run(() => Rest(CarriedAtRestMax, _limits.Age)), null, RestEvery, RestEvery);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<RowKey, long>> Commit(IReadOnlyList<RowChange> changes) =>
        await _thread.Run(() => CommitNow(changes));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _rest.DisposeAsync();
        await _thread.Run(() => Rest(int.MaxValue, TimeSpan.Zero));
        await _thread.DisposeAsync();
        foreach (var statement in new[] { _begin, _commit, _rollBack, _append, _version })
        {
            statement.Dispose();
        }

        _table.Dispose();
        await _connection.DisposeAsync();
    }

    private void TakeOver()
    {
        try
        {
            _begin.Run();
            _table.TakeOver();
            _commit.Run();
        }
        catch
        {
            TakeBack(); // a connection that still has statements keeps its locks when it is closed
            _connection.Dispose();
            throw;
        }
    }

    private Dictionary<RowKey, long> CommitNow(IReadOnlyList<RowChange> changes)
    {
        if (_halted is { } halted)
        {
            throw halted;
        }

        return Written(() =>
        {
            var others = Others(changes);
            if (others.Count > 0)
            {
                _rollBack.Run();
                return others;
            }

            TailRecord.Write(_record, changes);
            _append.With(_tail.NextSequence).SetBytes(2, _record.WrittenSpan).Run();
            var fold = _tail.Begin(CarriedPerChange * changes.Count, _limits);
            _table.Put(fold);
            _commit.Run();
            _tail.End(fold);
            _tail.Put(changes, _record.WrittenCount);
            return others;
        });
    }

    // What fails here is tried again; what must not go on is told with the next commit.
    private bool Rest(int changesMax, TimeSpan age)
    {
        try
        {
            return _halted is null && Carry(changesMax, age);
        }
        catch (Exception failed) when (failed is RowStoreException or StoreHaltedException)
        {
            return false;
        }
    }

    private bool Carry(int changesMax, TimeSpan age)
    {
        if (_tail.IsEmpty || _tail.Begin(changesMax, _limits with { Age = age }) is not { Changes: > 0 } fold)
        {
            return false;
        }

        return Written(() =>
        {
            _table.Put(fold);
            _commit.Run();
            _tail.End(fold);
            return true;
        });
    }

    private T Written<T>(Func<T> transaction)
    {
        try
        {
            _begin.Run();
            return transaction();
        }
        catch (SqliteException full) when (full.SqliteErrorCode == DiskFull && TakeBack())
        {
            throw new RowStoreException($"The disk is full: {full.Message}", full);
        }
        catch (SqliteException failed)
        {
            throw _halted = new StoreHaltedException($"SQLite cannot write: {failed.Message}", failed);
        }
    }

    // The rows that have other versions than expected.
    private Dictionary<RowKey, long> Others(IReadOnlyList<RowChange> changes)
    {
        var others = Nothing;
        foreach (var change in changes)
        {
            if (VersionOf(change.Key) is var version && version != change.Base)
            {
                others = others.Count == 0 ? [] : others;
                others[change.Key] = version;
            }
        }

        return others;
    }

    private long VersionOf(RowKey key) => _tail.TryVersion(key, out var version)
        ? version : _version.With((long)key.Kind, key.Owner, key.Item).Number() ?? 0;

    private bool TakeBack()
    {
        try
        {
            _rollBack.Run();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
