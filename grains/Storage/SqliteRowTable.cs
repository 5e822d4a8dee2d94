using Microsoft.Data.Sqlite;

namespace FlashSale.Grains;

/// <summary>The table of rows in a SQLite file, into which a tail is carried, in a transaction.</summary>
internal sealed class SqliteRowTable : IDisposable
{
    private readonly SqliteStatement _put;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _records;
    private readonly SqliteStatement _forget;

    /// <summary>Uses the writer's connection.</summary>
    public SqliteRowTable(SqliteConnection connection)
    {
        _put = new SqliteStatement(
            connection,
            """
            insert into rows(kind, owner, item, version, due, body) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict do update set version = excluded.version, due = excluded.due, body = excluded.body
            """);
        _delete = new SqliteStatement(
            connection, "delete from rows where kind = ?1 and owner = ?2 and item = ?3");
        _records = new SqliteStatement(connection, "select body from tail order by seq");
        _forget = new SqliteStatement(connection, "delete from tail where seq < ?1");
    }

    /// <summary>Writes rows that leave the tail, and forgets the records that they came with.</summary>
    public void Put(TailFold fold)
    {
        foreach (var row in fold.Rows)
        {
            if (row.Body is { } body)
            {
                Put(row.Key, row.Version, row.DueMs, body);
            }
            else if (row.IsInTable)
            {
                Delete(row.Key);
            }
        }

        _forget.With(fold.Before).Run();
    }

    /// <summary>Writes everything that a process left in the tail when it died.</summary>
    public void TakeOver()
    {
        var last = new Dictionary<RowKey, RowChange>();
        foreach (var change in _records.Bodies().SelectMany(TailRecord.Read))
        {
            last[change.Key] = change;
        }

        foreach (var change in last.Values)
        {
            if (change.Body is { } body)
            {
                Put(change.Key, change.Version, change.DueMs, body);
            }
            else
            {
                Delete(change.Key);
            }
        }

        _forget.With(long.MaxValue).Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in new[] { _put, _delete, _records, _forget })
        {
            statement.Dispose();
        }
    }

    private void Put(RowKey key, long version, long? dueMs, byte[] body) =>
        At(_put, key).Set(4, version).Set(5, dueMs).Set(6, body).Run();

    private void Delete(RowKey key) => At(_delete, key).Run();

    private static SqliteStatement At(SqliteStatement statement, RowKey key) =>
        statement.With((long)key.Kind, key.Owner, key.Item);
}
