using System.Globalization;
using System.Net;
using FlashSale.Silo;
using Serilog;

namespace FlashSale.LoadTests;

/// <summary>
/// One silo in this process, put together as the silo program does it: with its API and its live pages, at
/// free ports of this machine.
/// </summary>
internal sealed class LoadSilo : IAsyncDisposable
{
    private const string OwnCluster = "loadtests"; // nobody's cluster is joined by mistake

    private readonly WebApplication _app;
    private readonly FrontDoor _door;
    private readonly OpenRows _rows;
    private readonly Serilog.Core.Logger _log;
    private readonly DirectoryInfo _folder;

    private LoadSilo(
        WebApplication app, FrontDoor door, OpenRows rows, Serilog.Core.Logger log, DirectoryInfo folder) =>
        (_app, _door, _rows, _log, _folder) = (app, door, rows, log, folder);

    /// <summary>The grains.</summary>
    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Where its pages are.</summary>
    public Uri Pages => new(_app.Urls.First());

    /// <summary>Starts a silo over a new store.</summary>
    /// <param name="storage">Which store; a SQLite file is synced, and in a temporary folder.</param>
    /// <param name="connection">Of an empty PostgreSQL database; null otherwise.</param>
    /// <param name="clock">The time.</param>
    /// <param name="stop">Ends the wait for the database.</param>
    /// <exception cref="IOException">The rows cannot be used.</exception>
    public static async Task<LoadSilo> Start(
        Storage storage, string? connection, TimeProvider clock, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("flashsale-load-");
        try
        {
            return await Start(Options(storage, connection, folder), folder, clock, stop);
        }
        catch (Exception fault)
        {
            folder.Delete(recursive: true);
            throw fault is RowStoreException or Npgsql.NpgsqlException or SchemaTooNewException
                ? new IOException($"the silo cannot use its rows: {fault.Message}", fault)
                : fault;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _door.DisposeAsync();
        await _rows.DisposeAsync();
        await _log.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static SiloOptions Options(Storage storage, string? connection, DirectoryInfo folder)
    {
        string Port() => FreePort.Or(0, IPAddress.Loopback).ToString(CultureInfo.InvariantCulture);
        var reading = SiloOptionsReading.Of(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                [SiloSettings.Cluster.Key] = storage.ToString(),
                [SiloSettings.ClusterId.Key] = OwnCluster,
                [SiloSettings.Connection.Key] = connection,
                [SiloSettings.Folder.Key] = folder.FullName,
                [SiloSettings.Logs.Key] = folder.FullName,
                [SiloSettings.SiloPort.Key] = Port(),
                [SiloSettings.GatewayPort.Key] = Port(),
                [SiloSettings.Urls.Key] = "http://127.0.0.1:0",
            }).Build());
        return reading.Options ?? throw new IOException(string.Join("; ", reading.Problems));
    }

    private static async Task<LoadSilo> Start(
        SiloOptions options, DirectoryInfo folder, TimeProvider clock, CancellationToken stop)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Address}:{options.SiloPort}@{clock.GetUtcNow().ToUnixTimeMilliseconds()}");
        var rows = await OpenRows.Of(options, name, clock, stop);
        var log = new LoggerConfiguration().MinimumLevel.Error()
            .WriteTo.Console(
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: Serilog.Events.LogEventLevel.Verbose)
            .CreateLogger();
        FrontDoor? door = null;
        try
        {
            door = await FrontDoor.Open(options.Urls, log, "is starting", stop);
            var builder = WebApplication.CreateBuilder();
            builder.Services.AddSingleton<IHostLifetime, LivesAsLongAsTheLoad>();
            var app = SiloHost.Build(builder, options, name, rows.Store, door, clock, log);
            await app.StartAsync(stop);
            door.Serve();
            return new LoadSilo(app, door, rows, log, folder);
        }
        catch
        {
            await (door?.DisposeAsync() ?? ValueTask.CompletedTask);
            await rows.DisposeAsync();
            await log.DisposeAsync();
            throw;
        }
    }

    // Ctrl-C ends the load: the silo is still there for its report and its audit.
    private sealed class LivesAsLongAsTheLoad : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
