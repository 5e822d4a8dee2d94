using Npgsql;

namespace FlashSale.Silo;

/// <summary>The rows of a silo, open as long as the silo runs.</summary>
internal sealed class OpenRows : IAsyncDisposable
{
    private readonly NpgsqlDataSource? _database;

    private OpenRows(IRowStore store, NpgsqlDataSource? database = null) =>
        (Store, _database) = (store, database);

    /// <summary>The store.</summary>
    public IRowStore Store { get; }

    /// <summary>Opens the rows that a silo was told to use; brings a database to its schema first.</summary>
    /// <exception cref="RowStoreException">The rows cannot be used.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<OpenRows> Of(SiloOptions options, CancellationToken stop)
    {
        switch (options.Cluster)
        {
            case ClusterKind.Memory:
                return new OpenRows(new MemoryRowStore());
            case ClusterKind.Sqlite:
                return new OpenRows(SqliteRowStore.Open(options.Folder));
            default:
                var database = NpgsqlDataSource.Create(options.Connection);
                await PostgresSchema.Apply(database, SchemaPart.OfOrleans, stop);
                return new OpenRows(new MemoryRowStore(), database);
        }
    }

    /// <summary>Writes what waits, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Store is IAsyncDisposable open)
        {
            await open.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
