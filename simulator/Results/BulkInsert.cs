using System.Text;
using SQLitePCL;

namespace FlashSale.Simulator;

/// <summary>One prepared INSERT, run for row after row without allocating.</summary>
internal sealed class BulkInsert(SqliteFile file, sqlite3_stmt statement, int columns) : IDisposable
{
    // Few texts occur in many rows (statuses, reasons); those that do not are encoded each time.
    private const int TextsKept = 256;

    private readonly Dictionary<string, byte[]> _texts = new(StringComparer.Ordinal);
    private int _column;

    /// <summary>The next column is a number.</summary>
    public BulkInsert Add(long value)
    {
        file.Check(raw.sqlite3_bind_int64(statement, ++_column, value));
        return this;
    }

    /// <summary>The next column is a number or nothing.</summary>
    public BulkInsert Add(long? value)
    {
        if (value is { } number)
        {
            return Add(number);
        }

        file.Check(raw.sqlite3_bind_null(statement, ++_column));
        return this;
    }

    /// <summary>The next column is a number that need not be whole.</summary>
    public BulkInsert Add(double? value)
    {
        file.Check(value is { } number
            ? raw.sqlite3_bind_double(statement, ++_column, number)
            : raw.sqlite3_bind_null(statement, ++_column));
        return this;
    }

    /// <summary>The next column is an amount, in fen.</summary>
    public BulkInsert Add(Money amount) => Add(amount.Fen);

    /// <summary>The next column is a text or nothing.</summary>
    public BulkInsert Add(string? value)
    {
        file.Check(value is null
            ? raw.sqlite3_bind_null(statement, ++_column)
            : raw.sqlite3_bind_text(statement, ++_column, Encoded(value)));
        return this;
    }

    /// <summary>Inserts the row.</summary>
    public void Run()
    {
        Invariant.Holds(_column == columns, "a row has a value for each column");
        _column = 0;
        file.Check(raw.sqlite3_step(statement));
        file.Check(raw.sqlite3_reset(statement));
    }

    /// <summary>Lets go of the statement.</summary>
    public void Dispose() => statement.Dispose();

    private ReadOnlySpan<byte> Encoded(string text)
    {
        if (_texts.TryGetValue(text, out var bytes))
        {
            return bytes;
        }

        bytes = Encoding.UTF8.GetBytes(text);
        if (_texts.Count < TextsKept)
        {
            _texts.Add(text, bytes);
        }

        return bytes;
    }
}
