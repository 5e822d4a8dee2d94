using System.Net;
using Orleans.Configuration;

namespace FlashSale.LoadTests;

/// <summary>One silo in this process, with a market in it.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly IRowStore _rows;
    private readonly string? _folder;

    private TestSilo(IHost host, IRowStore rows, string? folder, TimeProvider clock)
    {
        (_host, _rows, _folder) = (host, rows, folder);
        Grains = host.Services.GetRequiredService<IGrainFactory>();
        Market = new ClusterMarketplace(Grains, clock);
    }

    /// <summary>The market.</summary>
    public ClusterMarketplace Market { get; }

    /// <summary>The grains.</summary>
    public IGrainFactory Grains { get; }

    /// <summary>Starts a silo over a new store.</summary>
    /// <param name="storage">Which store.</param>
    /// <param name="connection">Of an empty PostgreSQL database; null otherwise.</param>
    /// <param name="clock">The time.</param>
    public static async Task<TestSilo> Start(Storage storage, string? connection, TimeProvider clock)
    {
        var folder =
            storage == Storage.Sqlite ? Directory.CreateTempSubdirectory("flashsale-").FullName : null;
        IRowStore rows = storage switch
        {
            Storage.Memory => new MemoryRowStore(),
            Storage.Sqlite => SqliteRowStore.Open(folder!),
            _ => await PostgresRowStore.Open(
                connection ?? throw new ArgumentException("--connection is needed for PostgreSQL"),
                $"load@{clock.GetUtcNow().ToUnixTimeMilliseconds()}", clock),
        };
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(rows);
        builder.UseOrleans(silo => Configure(silo, clock));
        var host = builder.Build();
        await host.StartAsync();
        return new TestSilo(host, rows, folder, clock);
    }

    /// <summary>Opens the stores and publishes the listings.</summary>
    public async Task Fill()
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 64 };
        await Parallel.ForAsync(0, Shape.Stores, options, async (store, _) =>
        {
            await Market.OpenStore(StoreApplication.Paid(
                new StoreId(store), new SellerId(store), MarketKind.Brand, $"Store {store}",
                new StorePolicy()));
            for (var at = 0; at < Shape.ListingsPerStore; at++)
            {
                var listing = new ListingId((store * Shape.ListingsPerStore) + at);
                await Market.Publish(listing, new ListingTerms
                {
                    Store = new StoreId(store),
                    Title = $"Goods {listing}",
                    Category = new CategoryId(0),
                    Price = Money.FromYuan(100),
                    Stock = 100_000_000,
                });
            }
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        if (_rows is IAsyncDisposable rows)
        {
            await rows.DisposeAsync();
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static void Configure(ISiloBuilder silo, TimeProvider clock)
    {
        var (siloPort, gateway) = (FreePort(), FreePort());
        silo.UseLocalhostClustering(siloPort, gateway, new IPEndPoint(IPAddress.Loopback, siloPort));
        silo.UseInMemoryReminderService();
        silo.AddMemoryGrainStorage("PubSubStore");
        silo.AddMemoryStreams(OrderFeed.Provider);
        silo.Configure<SiloMessagingOptions>(messages => messages.ResponseTimeout = TimeSpan.FromSeconds(30));
        silo.Services.AddMarketGrains(
            new Policy(), new MarketLimits { CheckoutsPerBuyerMax = 100_000 }, clock);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
