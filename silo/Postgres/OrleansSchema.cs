using System.Globalization;
using Npgsql;

namespace FlashSale.Silo;

/// <summary>Brings a database to the schema that this program needs.</summary>
/// <remarks>
/// Every silo does so when it starts. An advisory lock lets one do it while the others wait; a script and
/// the version that it leads to are committed together: a silo that dies in between leaves nothing half done.
/// </remarks>
internal static class OrleansSchema
{
    // Any number will do, as long as no other program that uses this database takes the same lock.
    private const long LockKey = 0x466C_6173_6853_616C;

    private const string TakeLock = "SELECT pg_advisory_xact_lock(@key)";

    private const string VersionTable = """
        CREATE TABLE IF NOT EXISTS schema_version
        (
            part       text PRIMARY KEY,
            version    integer NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        )
        """;

    private const string ReadVersion = "SELECT version FROM schema_version WHERE part = @part";

    private const string WriteVersion = """
        INSERT INTO schema_version (part, version) VALUES (@part, @version)
        ON CONFLICT (part) DO UPDATE SET version = excluded.version, applied_at = now()
        """;

    /// <summary>Applies what is missing; does nothing to a database that has it all.</summary>
    /// <param name="database">The database.</param>
    /// <param name="parts">What is needed.</param>
    /// <param name="cancel">Ends the wait for the database or for another silo.</param>
    /// <exception cref="SchemaTooNewException">A newer program has changed the database.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached, or refuses.</exception>
    public static async Task Apply(
        NpgsqlDataSource database, IReadOnlyList<SchemaPart> parts, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Execute(connection, TakeLock, cancel, ("key", LockKey));
        await Execute(connection, VersionTable, cancel);
        foreach (var part in parts)
        {
            await Upgrade(connection, part, cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task Upgrade(NpgsqlConnection connection, SchemaPart part, CancellationToken cancel)
    {
        var present = await VersionOf(connection, part, cancel);
        if (present > part.Scripts.Count)
        {
            throw new SchemaTooNewException(part, present);
        }

        foreach (var script in part.Scripts.Skip(present))
        {
            await Execute(connection, script, cancel);
        }

        if (present < part.Scripts.Count)
        {
            await Execute(
                connection, WriteVersion, cancel, ("part", part.Name), ("version", part.Scripts.Count));
        }
    }

    private static async Task<int> VersionOf(
        NpgsqlConnection connection, SchemaPart part, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(ReadVersion, connection);
        command.Parameters.AddWithValue("part", part.Name);
        return (int?)await command.ExecuteScalarAsync(cancel) ?? 0;
    }

    // The texts are constants of this program and scripts embedded in it.
#pragma warning disable CA2100
    private static async Task Execute(
        NpgsqlConnection connection, string text, CancellationToken cancel,
        params (string Name, object Value)[] values)
    {
        await using var command = new NpgsqlCommand(text, connection);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync(cancel);
    }
#pragma warning restore CA2100
}

/// <summary>The database was made by a newer program than this one.</summary>
internal sealed class SchemaTooNewException(SchemaPart part, int present) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"The database has version {present} of «{part.Name}», and this program knows {part.Scripts.Count}: "
        + $"start the newer program."));
