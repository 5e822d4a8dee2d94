using Npgsql;

namespace FlashSale.Silo;

/// <summary>The rows of a silo, open as long as the silo runs.</summary>
internal sealed class OpenRows : IAsyncDisposable
{
    private OpenRows(IRowStore store) => Store = store;

    /// <summary>The store.</summary>
    public IRowStore Store { get; }

    /// <summary>Opens the rows that a silo was told to use; brings a database to its schema first.</summary>
    /// <param name="options">What the silo was told.</param>
    /// <param name="silo">The name of this process in the cluster, never used by another one.</param>
    /// <param name="clock">For pauses between attempts to reach the database.</param>
    /// <param name="stop">Ends the wait for the database.</param>
    /// <exception cref="RowStoreException">The rows cannot be used.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<OpenRows> Of(
        SiloOptions options, string silo, TimeProvider clock, CancellationToken stop)
    {
        switch (options.Cluster)
        {
            case ClusterKind.Memory:
                return new OpenRows(new MemoryRowStore());
            case ClusterKind.Sqlite:
                return new OpenRows(SqliteRowStore.Open(options.Folder));
            default:
                await using (var database = NpgsqlDataSource.Create(options.Connection))
                {
                    await OrleansSchema.Apply(database, SchemaPart.OfOrleans, stop);
                }

                return new OpenRows(await PostgresRowStore.Open(options.Connection, silo, clock, stop));
        }
    }

    /// <summary>Writes what waits, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Store is IAsyncDisposable open)
        {
            await open.DisposeAsync();
        }
    }
}
