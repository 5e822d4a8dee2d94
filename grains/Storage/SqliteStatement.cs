using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FlashSale.Grains;

/// <summary>A statement with numbered parameters, compiled once and run many times.</summary>
/// <remarks>
/// Speaks to SQLite itself: a command of ADO.NET costs several times as much as the row that it writes. For
/// one thread at a time. Every fault is a <see cref="SqliteException"/>.
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <summary>Compiles a statement.</summary>
    public SqliteStatement(SqliteConnection connection, string text)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_connection, text, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Sets the parameters from ?1 on; then <see cref="Set(int, byte[])"/> may set more.</summary>
    public SqliteStatement With(params ReadOnlySpan<long> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(raw.sqlite3_bind_int64(_statement, i + 1, values[i]));
        }

        return this;
    }

    /// <summary>Sets a parameter to a number, or to null.</summary>
    public SqliteStatement Set(int number, long? value)
    {
        Check(value is { } known
            ? raw.sqlite3_bind_int64(_statement, number, known)
            : raw.sqlite3_bind_null(_statement, number));
        return this;
    }

    /// <summary>Sets a parameter to bytes.</summary>
    public SqliteStatement Set(int number, byte[] value)
    {
        Check(value.Length == 0
            ? raw.sqlite3_bind_zeroblob(_statement, number, 0)
            : raw.sqlite3_bind_blob(_statement, number, value));
        return this;
    }

    /// <summary>Sets a parameter to bytes, which are copied.</summary>
    public SqliteStatement SetBytes(int number, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, number, value));
        return this;
    }

    /// <summary>Runs it; the number of rows that it changed.</summary>
    public int Run()
    {
        try
        {
            Check(raw.sqlite3_step(_statement));
            return raw.sqlite3_changes(_connection);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Asks for one number; null if no row has it.</summary>
    public long? Number()
    {
        try
        {
            return Next() ? raw.sqlite3_column_int64(_statement, 0) : null;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Asks for rows: kind, owner, item, version, body.</summary>
    public List<StoredRow> Rows()
    {
        try
        {
            var rows = new List<StoredRow>();
            while (Next())
            {
                rows.Add(Row());
            }

            return rows;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Asks for rows with the moment when they are due: as <see cref="Rows"/>, and due.</summary>
    public List<(long DueMs, StoredRow Row)> DueRows()
    {
        try
        {
            var rows = new List<(long DueMs, StoredRow Row)>();
            while (Next())
            {
                rows.Add((raw.sqlite3_column_int64(_statement, 5), Row()));
            }

            return rows;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Asks for bodies.</summary>
    public IEnumerable<byte[]> Bodies()
    {
        try
        {
            while (Next())
            {
                yield return raw.sqlite3_column_blob(_statement, 0).ToArray();
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private StoredRow Row()
    {
        var key = new RowKey(
            (RowKind)raw.sqlite3_column_int(_statement, 0),
            raw.sqlite3_column_int64(_statement, 1),
            raw.sqlite3_column_int64(_statement, 2));
        var body = raw.sqlite3_column_blob(_statement, 4).ToArray();
        return new StoredRow(key, raw.sqlite3_column_int64(_statement, 3), body);
    }

    private bool Next()
    {
        var code = raw.sqlite3_step(_statement);
        Check(code);
        return code == raw.SQLITE_ROW;
    }

    // Repeats the code of a failed step, which was thrown already.
    private void Reset() => _ = raw.sqlite3_reset(_statement);

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _connection);
        }
    }
}
