using FlashSale.Dashboard;
using FlashSale.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlashSale.Client;

/// <summary>The dashboard of a simulation that is watched, on this machine only.</summary>
internal sealed class WatchServer : IAsyncDisposable
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(2);

    private readonly MarketApi _api;
    private readonly LiveDashboard _dashboard;
    private readonly WebApplication _app;

    private WatchServer(MarketApi api, LiveDashboard dashboard, WebApplication app) =>
        (_api, _dashboard, _app) = (api, dashboard, app);

    /// <summary>Where it listens.</summary>
    public string Url => _app.Urls.First();

    /// <summary>Opens it.</summary>
    /// <exception cref="IOException">An address is taken, or cannot be listened on.</exception>
    public static async Task<WatchServer> Start(
        WatchedRun run, Scenario scenario, SimulateOptions options, TimeProvider clock)
    {
        var api = new MarketApi(run.Market, run.Market, new ApiOptions
        {
            MarketClock = new RunClock(run),
            RealClock = clock,
            IsReadOnly = true,
        });
        var dashboard = new LiveDashboard(api, WatchedFestival.Of(scenario, run) with
        {
            Kind = "simulate",
            Name = "simulation",
            Controls = run,
            Runs = OutputFolder.Parent,
            Alerts = options.AlertRules,
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(ServedUrls.Split(options.Urls));
        builder.WebHost.ConfigureKestrel(api.Limit);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        var app = builder.Build();
        api.Map(app);
        dashboard.Map(app);
        await app.StartAsync();
        return new WatchServer(api, dashboard, app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _dashboard.Dispose();
        _api.Dispose();
    }

    private sealed class RunClock(WatchedRun run) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => run.Told;
    }
}
