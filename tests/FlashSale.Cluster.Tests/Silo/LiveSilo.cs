using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace FlashSale.Cluster.Tests;

/// <summary>A silo as it is, with its API and its pages, over rows in memory.</summary>
internal sealed class LiveSilo : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly WebApplication _app;
    private readonly FrontDoor _door;
    private readonly HttpClient _client;

    private LiveSilo(WebApplication app, FrontDoor door, string url)
    {
        (_app, _door, Url) = (app, door, url);
        _client = new HttpClient { BaseAddress = new Uri(url) };
        Port = app.Services.GetRequiredService<IMarketplace>();
    }

    /// <summary>The address of its API and pages.</summary>
    public string Url { get; }

    /// <summary>The market.</summary>
    public IMarketplace Port { get; }

    /// <summary>Starts one.</summary>
    /// <param name="settings">What it is told beside its ports.</param>
    public static async Task<LiveSilo> Start(params (string Name, string Value)[] settings)
    {
        var (app, door, url) = await Build(null, settings);
        await app.StartAsync();
        door.Serve();
        return new LiveSilo(app, door, url);
    }

    /// <summary>A silo that is not started; its door is open.</summary>
    /// <param name="services">What else it hosts, in front of Orleans.</param>
    /// <param name="settings">What it is told beside its ports.</param>
    public static async Task<(WebApplication App, FrontDoor Door, string Url)> Build(
        Action<IServiceCollection>? services, params (string Name, string Value)[] settings)
    {
        string PortOf() => FreePort.Or(0, IPAddress.Loopback).ToString(
            System.Globalization.CultureInfo.InvariantCulture);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Silo:Cluster"] = "memory",
            ["Silo:SiloPort"] = PortOf(),
            ["Silo:GatewayPort"] = PortOf(),
            ["Silo:Urls"] = "http://127.0.0.1:0",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(one =>
            KeyValuePair.Create<string, string?>($"Silo:{one.Name}", one.Value)));
        services?.Invoke(builder.Services);
        var options = SiloOptionsReading.Of(builder.Configuration).Options!;
        var door = await FrontDoor.Open(
            options.Urls, Log.Logger, "is joining its cluster", CancellationToken.None);
        var app = SiloHost.Build(
            builder, options, "silo-1@0", new MemoryRowStore(), door, RealClock.Instance, Log.Logger);
        return (app, door, app.Urls.Single());
    }

    /// <summary>Waits until what the pages are told holds.</summary>
    public async Task<JsonNode> Told(Predicate<JsonNode> holds)
    {
        JsonNode? tick = null;
        await Told("/live/snapshot", text =>
        {
            tick = JsonNode.Parse(text)!["tick"]!;
            return tick["totals"] is not null && holds(tick);
        });
        return tick!;
    }

    /// <summary>Waits until the answer at an address holds.</summary>
    public async Task<string> Told(string path, Predicate<string> holds)
    {
        using var timer = new PeriodicTimer(LookEvery, RealClock.Instance);
        using var patience = new CancellationTokenSource(Patience, RealClock.Instance);
        while (true)
        {
            var text = await _client.GetStringAsync(path);
            if (holds(text))
            {
                return text;
            }

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _door.DisposeAsync();
    }
}
