namespace FlashSale.Cluster.Tests;

/// <summary>Which store a test runs against.</summary>
public enum StoreKind
{
    Memory = 1,
    Sqlite,
    Postgres,
}

/// <summary>An empty store of its own for one test, which can be closed and opened again.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly Func<ValueTask<IRowStore>> _open;
    private readonly Action _cleanUp;

    private TestStore(IRowStore rows, Func<ValueTask<IRowStore>> open, Action cleanUp)
    {
        Rows = rows;
        _open = open;
        _cleanUp = cleanUp;
    }

    /// <summary>The store.</summary>
    public IRowStore Rows { get; private set; }

    /// <summary>Opens an empty store.</summary>
    public static Task<TestStore> Open(StoreKind kind, PostgresFixture postgres) => kind switch
    {
        StoreKind.Memory => Of(() => new ValueTask<IRowStore>(new MemoryRowStore()), () => { }),
        StoreKind.Sqlite => OfSqlite(),
        _ => OfPostgres(postgres),
    };

    /// <summary>Closes the store and opens what it left behind.</summary>
    public async Task Reopen()
    {
        await ((IAsyncDisposable)Rows).DisposeAsync();
        Rows = await _open();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Rows).DisposeAsync();
        _cleanUp();
    }

    private static Task<TestStore> OfSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("flashsale-rows-");
        return Of(
            () => new ValueTask<IRowStore>(SqliteRowStore.Open(folder.FullName)),
            () => folder.Delete(recursive: true));
    }

    private static async Task<TestStore> OfPostgres(PostgresFixture postgres)
    {
        var database = await (await postgres.Server).CreateDatabase();
        return await Of(
            async () => await PostgresRowStore.Open(database, "silo-1", RealClock.Instance), () => { });
    }

    private static async Task<TestStore> Of(Func<ValueTask<IRowStore>> open, Action cleanUp) =>
        new(await open(), open, cleanUp);
}
