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
    public static async Task<TestStore> Open(StoreKind kind)
    {
        if (kind == StoreKind.Memory)
        {
            return await Of(() => new ValueTask<IRowStore>(new MemoryRowStore()), () => { });
        }

        var folder = Directory.CreateTempSubdirectory("flashsale-rows-");
        return await Of(
            () => new ValueTask<IRowStore>(SqliteRowStore.Open(folder.FullName)),
            () => folder.Delete(recursive: true));
    }

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

    private static async Task<TestStore> Of(Func<ValueTask<IRowStore>> open, Action cleanUp) =>
        new(await open(), open, cleanUp);
}
