using Npgsql;

namespace FlashSale.Grains;

/// <summary>The tables of rows and of silos in a PostgreSQL database.</summary>
/// <remarks>
/// Every store applies what is missing when it opens. An advisory lock lets one do it while the others wait;
/// scripts and the version they lead to are committed together.
/// </remarks>
internal static class PostgresSchema
{
    private const string Part = "rows";

    // Also taken for the other parts of the market's schema, which share the table of versions.
    private const string TakeLock = "select pg_advisory_xact_lock(5074538028439134572)";

    private const string VersionTable = """
        create table if not exists schema_version(
            part text primary key,
            version integer not null,
            applied_at timestamptz not null default now())
        """;

    private const string WriteVersion = """
        insert into schema_version(part, version) values ($1, $2)
        on conflict (part) do update set version = excluded.version, applied_at = now()
        """;

    // Silos whose rows are kept at least, whatever has become of them: for people who look for one, and so
    // that a silo that has only just registered is not touched.
    private const int SilosKeptMin = 100;
    private const int SilosForgottenMax = 1_000;

    // A silo without a row can write no more than one that is fenced. Whose connections hold a lock is alive;
    // what is locked here is being fenced by another silo.
    private const string ForgetSilos = """
        delete from silos where epoch in (
            select epoch from silos
            where epoch <= $1 and (fenced or not exists (
                select from pg_locks
                where locktype = 'advisory' and classid = $2::bigint::oid and objsubid = 2 and granted
                    and database = (select oid from pg_database where datname = current_database())
                    and objid::bigint / $3 = epoch))
            order by epoch limit $4
            for update skip locked)
        """;

    // Script n leads from version n-1 to n, and is never changed once it was shipped. Hot rows are replaced
    // in their page, so pages keep room; bodies are not worth the processor time that compressing takes; rows
    // come and go, so that vacuuming has to start early.
    private static readonly string[] Scripts =
    [
        """
        create table rows(
            kind smallint not null,
            owner bigint not null,
            item bigint not null,
            version bigint not null,
            due bigint,
            body bytea not null,
            primary key (kind, owner, item))
            with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
        alter table rows alter column body set storage external;
        create index rows_due on rows(kind, due, owner, item) where due is not null;
        create table silos(
            epoch bigint generated always as identity primary key,
            name text not null,
            fenced boolean not null default false);
        create index silos_name on silos(name);
        """,
        """
        comment on table rows is
            'Kinds 16 to 18 are carried over to grain_state: an older program would look for them in vain.';
        """,
    ];

    /// <summary>Brings the database to the schema that this program needs.</summary>
    /// <exception cref="RowStoreException">The database has a newer one.</exception>
    public static async Task Apply(NpgsqlDataSource database, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Run(connection, TakeLock, cancel);
        await Run(connection, VersionTable, cancel);
        var present = await VersionOf(connection, cancel);
        if (present > Scripts.Length)
        {
            throw new RowStoreException(
                $"The database has version {present} of «{Part}»; this program knows {Scripts.Length}. "
                + "Use a newer program.");
        }

        foreach (var script in Scripts[present..])
        {
            await Run(connection, script, cancel);
        }

        if (present < Scripts.Length)
        {
            await Run(connection, WriteVersion, cancel, Part, Scripts.Length);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Registers a silo; of the same name, it alone may write from now on. Silos that are long gone are
    /// forgotten.
    /// </summary>
    /// <returns>The number under which its writes are checked.</returns>
    public static async Task<long> Register(NpgsqlDataSource database, string silo, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Run(connection, TakeLock, cancel);
        await Run(connection, "update silos set fenced = true where name = $1 and not fenced", cancel, silo);
        await using var command = Command(
            connection, "insert into silos(name) values ($1) returning epoch", silo);
        var epoch = (long)(await command.ExecuteScalarAsync(cancel))!;
        await Run(
            connection, ForgetSilos, cancel, epoch - SilosKeptMin, (long)PostgresLocks.Class,
            (long)PostgresLocks.NumbersPerSilo, SilosForgottenMax);
        await transaction.CommitAsync(cancel);
        return epoch;
    }

    private static async Task<int> VersionOf(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = Command(
            connection, "select version from schema_version where part = $1", Part);
        return (int?)await command.ExecuteScalarAsync(cancel) ?? 0;
    }

    private static async Task Run(
        NpgsqlConnection connection, string text, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(connection, text, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

#pragma warning disable CA2100 // The texts are constants of this file.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string text, params object[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
#pragma warning restore CA2100
}
