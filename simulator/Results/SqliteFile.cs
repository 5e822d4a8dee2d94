using SQLitePCL;

namespace FlashSale.Simulator;

/// <summary>A new SQLite file that is written once, at full speed, and only then gets its name.</summary>
/// <remarks>
/// Written without a journal and without waiting for the disk: a file that was not finished keeps its
/// temporary name and is replaced by the next run, so nobody reads half a run.
/// </remarks>
internal sealed class SqliteFile : IDisposable
{
    private const int CacheKiB = 64 * 1024;

    private readonly string _path;
    private readonly string _unfinishedPath;
    private readonly sqlite3 _database;

    static SqliteFile() => Batteries_V2.Init();

    /// <summary>Creates the file beside its final place.</summary>
    /// <exception cref="IOException">It cannot be created.</exception>
    public SqliteFile(string path)
    {
        _path = path;
        _unfinishedPath = path + ".unfinished";
        File.Delete(_unfinishedPath);
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(_unfinishedPath, out _database, flags, null);
        Check(code);
        Run($"""
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA cache_size = -{CacheKiB};
            BEGIN;
            """);
    }

    /// <summary>Runs statements that give no rows.</summary>
    public void Run(string sql) => Check(raw.sqlite3_exec(_database, sql));

    /// <summary>Prepares to insert many rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">How many columns it has.</param>
    public BulkInsert Insert(string table, int columns)
    {
        var places = string.Join(',', Enumerable.Repeat('?', columns));
        Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO {table} VALUES ({places})", out var statement));
        return new BulkInsert(this, statement, columns);
    }

    /// <summary>Ends the writing and gives the file its name.</summary>
    public void Finish()
    {
        Run("COMMIT; PRAGMA optimize;");
        _database.Dispose();
        File.Move(_unfinishedPath, _path, overwrite: true);
    }

    /// <summary>Throws if SQLite could not do what it was asked.</summary>
    /// <exception cref="IOException">SQLite's own message.</exception>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            throw new IOException($"{_unfinishedPath}: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
        }
    }

    /// <summary>Closes the file; without <see cref="Finish"/> it keeps its temporary name.</summary>
    public void Dispose() => _database.Dispose();
}
