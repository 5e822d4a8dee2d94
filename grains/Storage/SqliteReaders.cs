using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace FlashSale.Grains;

/// <summary>Connections for reading, one for each question that is asked at the same moment.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> _idle = [];

    /// <summary>Asks a question on a connection that nobody else uses meanwhile.</summary>
    /// <remarks>As many connections as threads ask at once; they are kept.</remarks>
    public T Ask<T>(Func<SqliteReader, T> question)
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new SqliteReader(path);
        }

        try
        {
            return question(reader);
        }
        finally
        {
            _idle.Add(reader);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}

/// <summary>One connection for reading, with its prepared questions.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string Columns = "select kind, owner, item, version, body from rows ";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _one;
    private readonly SqliteStatement _all;
    private readonly SqliteStatement _due;
    private readonly SqliteStatement _page;

    /// <summary>Opens a connection.</summary>
    public SqliteReader(string path)
    {
        _connection = SqliteSchema.OpenForReading(path);
        _one = new SqliteStatement(_connection, Columns + "where kind = ?1 and owner = ?2 and item = ?3");
        _all = new SqliteStatement(_connection, Columns + "where kind = ?1 and owner = ?2 order by item");
        _due = new SqliteStatement(
            _connection,
            """
                select kind, owner, item, version, body, due from rows
                where kind = ?1 and due is not null and due <= ?2 and ((owner % ?4) + ?4) % ?4 = ?3
                order by due, owner, item limit ?5
                """);
        _page = new SqliteStatement(
            _connection,
            Columns + "where kind = ?1 and (owner, item) > (?2, ?3) order by owner, item limit ?4");
    }

    /// <summary>One row; null if there is none.</summary>
    public StoredRow? Read(RowKey key) =>
        _one.With((long)key.Kind, key.Owner, key.Item).Rows() is [var row] ? row : null;

    /// <summary>All rows of an owner.</summary>
    public IReadOnlyList<StoredRow> ReadAll(RowKind kind, long owner) => _all.With((long)kind, owner).Rows();

    /// <summary>The rows due by a moment, of one slice of the owners.</summary>
    public IReadOnlyList<(long DueMs, StoredRow Row)> FindDue(in DueQuestion asked, int rowsMax) =>
        _due.With((long)asked.Kind, asked.DueBy, asked.Slice, asked.Slices, rowsMax).DueRows();

    /// <summary>The rows behind a place.</summary>
    public IReadOnlyList<StoredRow> Page(RowKey after, int rowsMax) =>
        _page.With((long)after.Kind, after.Owner, after.Item, rowsMax).Rows();

    /// <inheritdoc/>
    public void Dispose()
    {
        _one.Dispose();
        _all.Dispose();
        _due.Dispose();
        _page.Dispose();
        _connection.Dispose();
    }
}
