using Npgsql;
using NpgsqlTypes;

namespace FlashSale.Grains;

/// <summary>What one transaction sends to PostgreSQL, in one message: four statements over arrays.</summary>
internal static class PostgresStatements
{
    // Held until the end of the transaction, so that fencing waits for it.
    private const string HoldEpoch = "select 1 from silos where epoch = $1 and not fenced for share";

    private const string Insert = """
        insert into rows(kind, owner, item, version, due, body)
        select * from unnest($1, $2, $3, $4, $5, $6)
        on conflict do nothing
        """;

    private const string Update = """
        update rows as r set version = w.version, due = w.due, body = w.body
        from unnest($1, $2, $3, $4, $5, $6, $7) as w(kind, owner, item, version, due, body, base)
        where r.kind = w.kind and r.owner = w.owner and r.item = w.item and r.version = w.base
        """;

    private const string Delete = """
        delete from rows as r
        using unnest($1, $2, $3, $4) as w(kind, owner, item, base)
        where r.kind = w.kind and r.owner = w.owner and r.item = w.item and r.version = w.base
        """;

    private const string Versions = """
        select r.kind, r.owner, r.item, r.version
        from unnest($1, $2, $3) as w(kind, owner, item) join rows as r using (kind, owner, item)
        """;

    /// <summary>Writes all changes inside the open transaction, if every row is as expected.</summary>
    public static async Task<BatchResult> Write(
        NpgsqlConnection connection, long epoch, IReadOnlyList<RowChange> changes)
    {
        // A row that must not be there, and is not wanted either, is put there and deleted again.
        var inserts = changes.Where(change => change.Base == 0)
            .Select(change => change.Body is null ? change with { Version = 1, Body = [] } : change)
            .ToArray();
        var updates = changes.Where(change => change.Base != 0 && change.Body is not null).ToArray();
        var deletes = changes.Where(change => change.Body is null)
            .Select(change => change.Base == 0 ? change with { Base = 1 } : change).ToArray();

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(HoldEpoch)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = epoch } },
        });
        batch.BatchCommands.Add(Over(Insert, [.. Keys(inserts), .. Contents(inserts)]));
        batch.BatchCommands.Add(Over(Update, [.. Keys(updates), .. Contents(updates), Bases(updates)]));
        batch.BatchCommands.Add(Over(Delete, [.. Keys(deletes), Bases(deletes)]));
        if (!await Run(batch))
        {
            return BatchResult.Fenced;
        }

        return batch.BatchCommands[1].RecordsAffected == inserts.Length
            && batch.BatchCommands[2].RecordsAffected == updates.Length
            && batch.BatchCommands[3].RecordsAffected == deletes.Length
                ? BatchResult.Written
                : BatchResult.Conflict;
    }

    /// <summary>The rows that have other versions than their changes expect, and which.</summary>
    public static async Task<Dictionary<RowKey, long>> FindOthers(
        NpgsqlConnection connection, IReadOnlyList<RowChange> changes)
    {
        await using var command = new NpgsqlCommand(Versions, connection);
        command.Parameters.AddRange(Keys(changes).ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        var present = new Dictionary<RowKey, long>();
        while (await reader.ReadAsync())
        {
            var key = new RowKey((RowKind)reader.GetInt16(0), reader.GetInt64(1), reader.GetInt64(2));
            present.Add(key, reader.GetInt64(3));
        }

        return changes.Where(change => present.GetValueOrDefault(change.Key) != change.Base)
            .ToDictionary(change => change.Key, change => present.GetValueOrDefault(change.Key));
    }

    // True if the first statement found a row. All are waited for: only then is their fate known.
    private static async Task<bool> Run(NpgsqlBatch batch)
    {
        await using var reader = await batch.ExecuteReaderAsync();
        var found = await reader.ReadAsync();
        while (await reader.NextResultAsync())
        {
        }

        return found;
    }

#pragma warning disable CA2100 // The texts are constants of this file.
    private static NpgsqlBatchCommand Over(string text, NpgsqlParameter[] arrays)
    {
        var command = new NpgsqlBatchCommand(text);
        command.Parameters.AddRange(arrays);
        return command;
    }
#pragma warning restore CA2100

    private static IEnumerable<NpgsqlParameter> Keys(IReadOnlyList<RowChange> changes) =>
    [
        ArrayOf(changes, NpgsqlDbType.Smallint, change => (short)change.Key.Kind),
        ArrayOf(changes, NpgsqlDbType.Bigint, change => change.Key.Owner),
        ArrayOf(changes, NpgsqlDbType.Bigint, change => change.Key.Item),
    ];

    private static IEnumerable<NpgsqlParameter> Contents(IReadOnlyList<RowChange> changes) =>
    [
        ArrayOf(changes, NpgsqlDbType.Bigint, change => change.Version),
        ArrayOf(changes, NpgsqlDbType.Bigint, change => change.DueMs),
        ArrayOf(changes, NpgsqlDbType.Bytea, change => change.Body!),
    ];

    private static NpgsqlParameter<long[]> Bases(IReadOnlyList<RowChange> changes) =>
        ArrayOf(changes, NpgsqlDbType.Bigint, change => change.Base);

    private static NpgsqlParameter<T[]> ArrayOf<T>(
        IReadOnlyList<RowChange> changes, NpgsqlDbType type, Func<RowChange, T> column)
    {
        var values = new T[changes.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = column(changes[i]);
        }

        return new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}

/// <summary>What the statements of one transaction found.</summary>
internal enum BatchResult
{
    /// <summary>All is written, and durable with the commit.</summary>
    Written = 1,

    /// <summary>Some row has another version than expected: the transaction has to be taken back.</summary>
    Conflict,

    /// <summary>The silo may not write any more.</summary>
    Fenced,
}
