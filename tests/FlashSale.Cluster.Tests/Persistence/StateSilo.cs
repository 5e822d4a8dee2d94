using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Serilog;

namespace FlashSale.Cluster.Tests;

/// <summary>A silo put together as the program does it, over rows that outlive it.</summary>
internal sealed class StateSilo : IAsyncDisposable
{
    private readonly StoreKind _kind;
    private readonly string _connection;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-states-");
    private readonly MemoryRowStore _memory = new();
    private OpenRows? _open;
    private WebApplication? _app;
    private FrontDoor? _door;
    private int _starts;

    private StateSilo(StoreKind kind, string connection) => (_kind, _connection) = (kind, connection);

    /// <summary>Where its API and pages are.</summary>
    public string Url => _app!.Urls.Single();

    public IGrainFactory Grains => _app!.Services.GetRequiredService<IGrainFactory>();

    /// <summary>The default storage of grains.</summary>
    public IGrainStorage Storage => _app!.Services.GetRequiredService<IGrainStorage>();

    public IRowStore Rows => _open?.Store ?? _memory;

    /// <summary>The name of the silo that runs now.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"silo@{_starts}");

    /// <summary>Starts a silo over an empty market.</summary>
    /// <param name="kind">Where it keeps its rows.</param>
    /// <param name="postgres">The server for a market in a database.</param>
    /// <param name="before">Puts rows there before the silo starts.</param>
    public static async Task<StateSilo> Start(
        StoreKind kind, PostgresFixture postgres, Func<IRowStore, Task>? before = null)
    {
        var connection = kind == StoreKind.Postgres
            ? await (await postgres.Server).CreateDatabase()
            : "";
        var silo = new StateSilo(kind, connection);
        await silo.Run(before);
        return silo;
    }

    /// <summary>Stops it and starts another one over the same rows.</summary>
    public async Task Restart()
    {
        await Stop();
        await Run(null);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _memory.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task Run(Func<IRowStore, Task>? before)
    {
        _starts++;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Silo:Cluster"] = _kind.ToString(),
            ["Silo:Folder"] = _folder.FullName,
            ["Silo:Connection"] = _connection,
            ["Silo:SiloPort"] = FreePortText(),
            ["Silo:GatewayPort"] = FreePortText(),
            ["Silo:Urls"] = "http://127.0.0.1:0",
        });
        var options = SiloOptionsReading.Of(builder.Configuration).Options!;
        if (_kind != StoreKind.Memory)
        {
            _open = await OpenRows.Of(options, Name, RealClock.Instance, CancellationToken.None);
        }

        if (before is not null)
        {
            await before(Rows);
        }

        _door = await FrontDoor.Open(options.Urls, Log.Logger, "is starting", CancellationToken.None);
        _app = SiloHost.Build(builder, options, Name, Rows, _door, RealClock.Instance, Log.Logger);
        await _app.StartAsync();
        _door.Serve();
    }

    private async Task Stop()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        await _door!.DisposeAsync();
        if (_open is not null)
        {
            await _open.DisposeAsync();
        }
    }

    private static string FreePortText() =>
        FreePort.Or(0, IPAddress.Loopback).ToString(CultureInfo.InvariantCulture);
}

/// <summary>One silo for each kind of store, started when the first test asks for it.</summary>
public sealed class StateSilos : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly Dictionary<StoreKind, Lazy<Task<StateSilo>>> _silos;

    public StateSilos() => _silos = Enum.GetValues<StoreKind>().ToDictionary(
        kind => kind, kind => new Lazy<Task<StateSilo>>(() => StateSilo.Start(kind, _postgres)));

    internal PostgresFixture Postgres => _postgres;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var silo in _silos.Values.Where(silo => silo.IsValueCreated))
        {
            await (await silo.Value).DisposeAsync();
        }

        await _postgres.DisposeAsync();
    }

    internal Task<StateSilo> Of(StoreKind kind) => _silos[kind].Value;
}
