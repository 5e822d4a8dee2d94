using Microsoft.Data.Sqlite;

namespace FlashSale.Grains;

/// <summary>The one writer of a SQLite file, on a thread of its own, which may wait for the disk.</summary>
internal sealed class SqliteWriter : ICommitter
{
    // SQLITE_FULL: the file system had no room, and SQLite took the transaction back.
    private const int DiskFull = 13;

    private static readonly Dictionary<RowKey, long> Nothing = [];

    private readonly OwnThread _thread = new("sqlite-writer");
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollBack;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _version;

    /// <summary>Opens the file; creates it if there is none.</summary>
    public SqliteWriter(string path)
    {
        _connection = SqliteSchema.OpenForWriting(path);
        _begin = new SqliteStatement(_connection, "begin immediate");
        _commit = new SqliteStatement(_connection, "commit");
        _rollBack = new SqliteStatement(_connection, "rollback");
        _insert = new SqliteStatement(
            _connection,
            """
            insert into rows(kind, owner, item, version, due, body) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict do nothing
            """);
        _update = new SqliteStatement(
            _connection,
            """
            update rows set version = ?4, due = ?5, body = ?6
            where kind = ?1 and owner = ?2 and item = ?3 and version = ?7
            """);
        _delete = new SqliteStatement(
            _connection, "delete from rows where kind = ?1 and owner = ?2 and item = ?3 and version = ?4");
        _version = new SqliteStatement(
            _connection, "select version from rows where kind = ?1 and owner = ?2 and item = ?3");
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<RowKey, long>> Commit(IReadOnlyList<RowChange> changes) =>
        await _thread.Run(() => CommitNow(changes));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _thread.DisposeAsync();
        foreach (var statement in new[] { _begin, _commit, _rollBack, _insert, _update, _delete, _version })
        {
            statement.Dispose();
        }

        await _connection.DisposeAsync();
    }

    private Dictionary<RowKey, long> CommitNow(IReadOnlyList<RowChange> changes)
    {
        try
        {
            _begin.Run();
            var others = Apply(changes);
            (others.Count == 0 ? _commit : _rollBack).Run();
            return others;
        }
        catch (SqliteException full) when (full.SqliteErrorCode == DiskFull && TakeBack())
        {
            throw new RowStoreException($"The disk is full: {full.Message}", full);
        }
        catch (SqliteException failed)
        {
            throw new StoreHaltedException($"SQLite cannot write: {failed.Message}", failed);
        }
    }

    private Dictionary<RowKey, long> Apply(IReadOnlyList<RowChange> changes)
    {
        var others = Nothing;
        foreach (var change in changes)
        {
            if (!Apply(change))
            {
                others = others.Count == 0 ? [] : others;
                others[change.Key] = VersionOf(change.Key);
            }
        }

        return others;
    }

    // False if the row has another version.
    private bool Apply(in RowChange change)
    {
        if (change.Body is { } body)
        {
            var put = change.Base == 0 ? _insert : _update.Set(7, change.Base);
            return At(put, change.Key).Set(4, change.Version).Set(5, change.DueMs).Set(6, body).Run() == 1;
        }

        return change.Base == 0
            ? VersionOf(change.Key) == 0
            : At(_delete, change.Key).Set(4, change.Base).Run() == 1;
    }

    private long VersionOf(RowKey key) => At(_version, key).Number() ?? 0;

    private static SqliteStatement At(SqliteStatement statement, RowKey key) =>
        statement.With((long)key.Kind, key.Owner, key.Item);

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
