using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FlashSale.Dashboard;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlashSale.Cluster.Tests;

/// <summary>What a silo answers before it serves, and what comes of a part that fails.</summary>
public sealed class OpeningTests
{
    private static readonly string[] Addresses =
        ["/", "/ops", "/live", "/api/v1/listings", "/metrics", "/no"];

    [Fact]
    public async Task Before_it_has_its_rows_a_silo_lives_and_says_that_it_opens_them()
    {
        await using var door = await FrontDoor.Open(
            [new Uri("http://127.0.0.1:0")], Serilog.Log.Logger, "is opening its rows",
            CancellationToken.None);
        using var client = new HttpClient { BaseAddress = UrlOf(door) };

        await SaysSo(client, "is opening its rows");
        const string filling = "is «filling» its \"market\", 892 of 22,678 are there";
        door.Tell(() => filling);
        await SaysSo(client, filling);
    }

    [Fact]
    public async Task Until_it_has_joined_a_silo_lives_and_tells_everybody_to_come_back()
    {
        using var join = new Gate();
        var (app, door, url) = await LiveSilo.Build(services => services.AddSingleton<IHostedService>(join));
        await using var open = door;
        await using var silo = app;
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        var start = app.StartAsync();
        await join.Reached;

        await SaysSo(client, "is joining its cluster");

        join.Open();
        await start;

        await SaysSo(client, "is joining its cluster"); // only the silo knows whether it is filled, too
        door.Serve();
        foreach (var path in new[] { "/health/live", "/health/ready", "/", "/api/v1/listings" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
        }

        await app.StopAsync();
    }

    [Fact]
    public async Task A_whole_silo_listens_before_it_looks_for_its_database()
    {
        using var database = new TcpListener(IPAddress.Loopback, 0); // takes calls and says nothing
        database.Start();
        var at = (IPEndPoint)database.LocalEndpoint;
        var port = FreePort.Or(0, IPAddress.Loopback);
        await using var silo = new StartedSilo(
            ("Cluster", "postgres"), ("Urls", $"http://127.0.0.1:{port}"),
            ("Connection", $"Host=127.0.0.1;Port={at.Port};Username=me;Database=market"));
        using var call = await database.AcceptTcpClientAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        await SaysSo(client, "is opening its rows");
        database.Stop();
        call.Close();
        Assert.Equal(ExitCode.Unreachable, await silo.Ended());
    }

    [Fact]
    public async Task A_silo_that_loses_a_part_of_itself_stops_and_has_failed()
    {
        var (app, door, _) = await LiveSilo.Build(services => services.AddHostedService<Broken>());
        await using var open = door;
        await using var silo = app;
        await app.StartAsync();

        await app.WaitForShutdownAsync();

        Assert.True(SiloRun.HasFailed(app));
    }

    private static Uri UrlOf(FrontDoor door) =>
        new(door.Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    // It lives, is not ready, and sends every other caller away with the same reason.
    private static async Task SaysSo(HttpClient client, string doing)
    {
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        foreach (var path in Addresses.Append("/health/ready"))
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter?.Delta);
            var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            var isHealth = path == "/health/ready";
            Assert.Equal(
                isHealth ? "application/json" : "application/problem+json",
                answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains(
                doing, (string)(isHealth ? said["problems"]![0] : said["detail"])!, StringComparison.Ordinal);
        }
    }

    private sealed class Gate : IHostedService, IDisposable
    {
        private readonly TaskCompletionSource _reached = new();
        private readonly TaskCompletionSource _open = new();

        public Task Reached => _reached.Task;

        public void Open() => _open.TrySetResult();

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _reached.TrySetResult();
            return _open.Task.WaitAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => Open();
    }

    private sealed class Broken(IHostApplicationLifetime life) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource();
            using var told = life.ApplicationStarted.Register(() => started.TrySetResult());
            await started.Task;
            throw new InvalidOperationException("broken");
        }
    }
}
