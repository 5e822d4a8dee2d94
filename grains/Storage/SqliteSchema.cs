using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FlashSale.Grains;

/// <summary>The table of rows in a SQLite file, and how its connections are set up.</summary>
internal static class SqliteSchema
{
    // Stored as user_version; a file without tables has 0. Since 2 the kinds 16 to 18 are carried over to 21:
    // a program of version 1 would look for them in vain. Since 3 there is a tail, which a program of version
    // 2 would not read.
    private const long Version = 3;

    // «FSro»: tells our files from others'.
    private const long ApplicationId = 0x4653726F;

    private const string Tables = """
        create table rows(
            kind integer not null,
            owner integer not null,
            item integer not null,
            version integer not null,
            due integer,
            body blob not null,
            primary key (kind, owner, item)) without rowid;
        create index rows_due on rows(kind, due) where due is not null;
        """;

    // What was committed and is not in the rows yet, one record for each commit.
    private const string Tail = "create table tail(seq integer primary key, body blob not null);";

    // FULL syncs the log at every commit. A checkpoint for every 32 MiB of log, not for every 4: hot rows are
    // then copied to their place less often.
    private const string WriterSettings = """
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma wal_autocheckpoint = 8192;
        pragma cache_size = -131072;
        pragma temp_store = memory;
        """;

    // Readers and the writer do not wait for each other, but for moments when a connection opens.
    private const string WaitForLocks = "pragma busy_timeout = 5000";

    /// <summary>Opens the file for the one writer, with the tables it needs.</summary>
    /// <exception cref="RowStoreException">The file is not ours, or is of a newer version.</exception>
    public static SqliteConnection OpenForWriting(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Run(connection, WriterSettings);
            Apply(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file for one of the readers.</summary>
    public static SqliteConnection OpenForReading(string path) => Connect(path, SqliteOpenMode.ReadOnly);

    private static void Apply(SqliteConnection connection, string path)
    {
        var version = Number(connection, "pragma user_version");
        var application = Number(connection, "pragma application_id");
        if (version == 0 && Number(connection, "select count(*) from sqlite_master") == 0)
        {
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
                begin;
                {Tables}
                {Tail}
                pragma application_id = {ApplicationId};
                pragma user_version = {Version};
                commit;
                """));
        }
        else if (application != ApplicationId)
        {
            throw new RowStoreException($"{path} is not a file with rows of the market.");
        }
        else if (version is 1 or 2)
        {
            Run(connection, string.Create(
                CultureInfo.InvariantCulture, $"begin; {Tail} pragma user_version = {Version}; commit;"));
        }
        else if (version != Version)
        {
            throw new RowStoreException(
                $"{path} has version {version}; this program knows version {Version}. Use a newer program.");
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();
        Run(connection, WaitForLocks);
        return connection;
    }

    private static void Run(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return (long)command.ExecuteScalar()!;
    }
}
