using Npgsql;

namespace FlashSale.Grains;

/// <summary>The questions to PostgreSQL, on pooled connections.</summary>
internal sealed class PostgresReads(NpgsqlDataSource database)
{
    private const string Columns = "select kind, owner, item, version, body from rows ";
    private const string One = Columns + "where kind = $1 and owner = $2 and item = $3";
    private const string All = Columns + "where kind = $1 and owner = $2 order by item";

    private const string Due = Columns + """
        where kind = $1 and due <= $2 and ((owner % $4) + $4) % $4 = $3 order by due, owner, item limit $5
        """;

    private const string Behind = Columns + """
        where kind = $1 and (owner, item) > ($2, $3) order by owner, item limit $4
        """;

    /// <summary>One row; null if there is none.</summary>
    public async Task<StoredRow?> Read(RowKey key, CancellationToken cancel) =>
        await Rows(One, key.Kind, cancel, key.Owner, key.Item) is [var row] ? row : null;

    /// <summary>All rows of an owner.</summary>
    public Task<List<StoredRow>> ReadAll(RowKind kind, long owner, CancellationToken cancel) =>
        Rows(All, kind, cancel, owner);

    /// <summary>The rows due by a moment, of one slice of the owners.</summary>
    public Task<List<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel) =>
        Rows(Due, kind, cancel, dueBy, slice, slices, rowsMax);

    /// <summary>The rows behind a place.</summary>
    public Task<List<StoredRow>> Page(RowKey after, int rowsMax, CancellationToken cancel) =>
        Rows(Behind, after.Kind, cancel, after.Owner, after.Item, rowsMax);

    // Once more on a new connection if it fails: idle ones are all broken after the database was away.
    private async Task<List<StoredRow>> Rows(
        string text, RowKind kind, CancellationToken cancel, params long[] values)
    {
        try
        {
            return await RowsOnce(text, kind, values, cancel);
        }
        catch (Exception fault) when (PostgresFault.IsOutside(fault))
        {
            database.Clear();
        }

        try
        {
            return await RowsOnce(text, kind, values, cancel);
        }
        catch (Exception fault) when (PostgresFault.IsOutside(fault))
        {
            throw new RowStoreException($"The rows cannot be read: {fault.Message}", fault);
        }
    }

#pragma warning disable CA2100 // The texts are constants of this file.
    private async Task<List<StoredRow>> RowsOnce(
        string text, RowKind kind, long[] values, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(text);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)kind });
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<StoredRow>();
        while (await reader.ReadAsync(cancel))
        {
            var key = new RowKey((RowKind)reader.GetInt16(0), reader.GetInt64(1), reader.GetInt64(2));
            rows.Add(new StoredRow(key, reader.GetInt64(3), reader.GetFieldValue<byte[]>(4)));
        }

        return rows;
    }
#pragma warning restore CA2100
}
