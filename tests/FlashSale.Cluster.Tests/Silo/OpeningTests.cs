using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlashSale.Cluster.Tests;

/// <summary>What a silo answers while it joins its cluster, and what comes of a part that fails.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task Until_it_has_joined_a_silo_lives_and_tells_everybody_to_come_back()
    {
        using var join = new Gate();
        var (app, url) = LiveSilo.Build(services => services.AddSingleton<IHostedService>(join));
        await using var silo = app;
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        var start = app.StartAsync();
        await join.Reached;

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("joining", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/ops", "/live", "/api/v1/listings", "/api/v1/openapi.json" })
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Contains(
                "joining its cluster", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        join.Open();
        await start;

        foreach (var path in new[] { "/health/ready", "/", "/api/v1/listings" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
        }

        await app.StopAsync();
    }

    [Fact]
    public async Task A_silo_that_loses_a_part_of_itself_stops_and_has_failed()
    {
        var (app, _) = LiveSilo.Build(services => services.AddHostedService<Broken>());
        await using var silo = app;
        await app.StartAsync();

        await app.WaitForShutdownAsync();

        Assert.True(app.Services.GetRequiredService<BehindHttp>().HasFailed);
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
