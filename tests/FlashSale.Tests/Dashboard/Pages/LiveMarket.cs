using System.Net;
using System.Net.Sockets;
using FlashSale.Client;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Tests.Dashboard;

/// <summary>«flashsale serve» as it is, with a few buyers of a scenario, sped up.</summary>
internal sealed class LiveMarket : IAsyncDisposable
{
    public const string ApiKey = "a-key-of-buyers-and-sellers";
    public const string OperatorKey = "a-key-of-the-operators";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");
    private readonly ServeOptions _options;
    private readonly ApiKeys? _keys;
    private MarketServer? _server;

    private LiveMarket(ApiKeys? keys)
    {
        _keys = keys;
        _options = new ServeOptions
        {
            Journal = Path.Combine(_folder.FullName, "market"),
            Runs = Path.Combine(_folder.FullName, "runs"),
            Urls = $"http://127.0.0.1:{FreePort()}",
            Speed = 60,
            BeforeMidnight = TimeSpan.FromMinutes(2),
        };
    }

    public string Url => _options.Urls;

    public string Runs => _options.Runs;

    public MarketServer Server => _server!;

    /// <summary>When the festival's day begins, whose payments make the GMV.</summary>
    public static DateTimeOffset Midnight => Festival.Scenario.Festival.Midnight;

    private static LiveFestival Festival { get; } = LiveFestival.Of(
        ScenarioReader.Read(File.ReadAllText(ScenarioFiles.Find("quick")!), "quick").Value! with
        {
            Scale = 0.000_05,
        });

    public static async Task<LiveMarket> Start(bool hasKeys = false)
    {
        var market = new LiveMarket(hasKeys ? new ApiKeys(ApiKey, OperatorKey) : null);
        await market.Start();
        return market;
    }

    /// <summary>Starts it, or starts it again on the same port and journal.</summary>
    public async Task Start()
    {
        _server = MarketServer.Open(_options, Festival.Policy, RealClock.Instance, replayed: null);
        await _server.SetTime(_options, Festival);
        Assert.True(await _server.Settle(Festival, _options.HasBuyers));
        await _server.Listen(_options, _keys, Festival);
    }

    public async Task Stop()
    {
        await _server!.DisposeAsync();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await Stop();
        }

        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>The real clock: a browser lives by no other.</summary>
internal static class RealClock
{
#pragma warning disable RS0030 // The pages are looked at from outside, by a process with a clock of its own.
    public static TimeProvider Instance => TimeProvider.System;
#pragma warning restore RS0030
}
