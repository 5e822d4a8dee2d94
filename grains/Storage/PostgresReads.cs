using Npgsql;
using NpgsqlTypes;

namespace FlashSale.Grains;

/// <summary>The questions to PostgreSQL, on pooled connections.</summary>
internal sealed class PostgresReads : IAsyncDisposable
{
    private const string Columns = "select kind, owner, item, version, body from rows ";

    // An owner's rows of a kind, or one of them, for many owners; each answer with its question's number.
    private const string Many = """
        select w.nth, r.item, r.version, r.body
        from unnest($1, $2, $3) with ordinality as w(kind, owner, item, nth)
        cross join lateral (
            select item, version, body from rows
            where kind = w.kind and owner = w.owner and w.item is null
            union all
            select item, version, body from rows
            where kind = w.kind and owner = w.owner and item = w.item
        ) as r
        order by w.nth, r.item
        """;

    private const string Due = Columns + """
        where kind = $1 and due <= $2 and ((owner % $4) + $4) % $4 = $3 order by due, owner, item limit $5
        """;

    private const string Behind = Columns + """
        where kind = $1 and (owner, item) > ($2, $3) order by owner, item limit $4
        """;

    private readonly NpgsqlDataSource _database;
    private readonly PostgresReadQueue _queue;

    /// <summary>Begins to ask.</summary>
    public PostgresReads(NpgsqlDataSource database)
    {
        _database = database;
        _queue = new PostgresReadQueue(reads => OnceMore(() => ManyOnce(reads))).Start();
    }

    /// <summary>One row; null if there is none.</summary>
    public async Task<StoredRow?> Read(RowKey key, CancellationToken cancel) =>
        await _queue.Read(key.Kind, key.Owner, key.Item, cancel) is [var row] ? row : null;

    /// <summary>All rows of an owner.</summary>
    public Task<IReadOnlyList<StoredRow>> ReadAll(RowKind kind, long owner, CancellationToken cancel) =>
        _queue.Read(kind, owner, item: null, cancel);

    /// <summary>The rows due by a moment, of one slice of the owners.</summary>
    public Task<List<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel) =>
        OnceMore(() => RowsOnce(Due, kind, [dueBy, slice, slices, rowsMax], cancel));

    /// <summary>The rows behind a place.</summary>
    public Task<List<StoredRow>> Page(RowKey after, int rowsMax, CancellationToken cancel) =>
        OnceMore(() => RowsOnce(Behind, after.Kind, [after.Owner, after.Item, rowsMax], cancel));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    // Once more on a new connection if it fails: idle ones are all broken after the database was away.
    private async Task<T> OnceMore<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception fault) when (PostgresFault.IsOutside(fault))
        {
            _database.Clear();
        }

        try
        {
            return await question();
        }
        catch (Exception fault) when (PostgresFault.IsOutside(fault))
        {
            throw new RowStoreException($"The rows cannot be read: {fault.Message}", fault);
        }
    }

    private async Task<IReadOnlyList<StoredRow>[]> ManyOnce(IReadOnlyList<PendingRead> reads)
    {
        await using var command = _database.CreateCommand(Many);
        command.Parameters.Add(ArrayOf(reads, NpgsqlDbType.Smallint, read => (short)read.Kind));
        command.Parameters.Add(ArrayOf(reads, NpgsqlDbType.Bigint, read => read.Owner));
        command.Parameters.Add(ArrayOf(reads, NpgsqlDbType.Bigint, read => read.Item));
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new IReadOnlyList<StoredRow>[reads.Count];
        Array.Fill(answers, []);
        while (await reader.ReadAsync())
        {
            var at = (int)reader.GetInt64(0) - 1;
            var key = new RowKey(reads[at].Kind, reads[at].Owner, reader.GetInt64(1));
            var row = new StoredRow(key, reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));
            if (answers[at] is List<StoredRow> more)
            {
                more.Add(row);
            }
            else
            {
                answers[at] = new List<StoredRow> { row };
            }
        }

        return answers;
    }

    private static NpgsqlParameter<T[]> ArrayOf<T>(
        IReadOnlyList<PendingRead> reads, NpgsqlDbType type, Func<PendingRead, T> column) =>
        new() { TypedValue = [.. reads.Select(column)], NpgsqlDbType = NpgsqlDbType.Array | type };

#pragma warning disable CA2100 // The texts are constants of this file.
    private async Task<List<StoredRow>> RowsOnce(
        string text, RowKind kind, long[] values, CancellationToken cancel)
    {
        await using var command = _database.CreateCommand(text);
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
