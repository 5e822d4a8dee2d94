using FlashSale.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FlashSale.Client;

/// <summary>An API and its live pages, listened for over HTTP.</summary>
internal sealed class ServedApi : IAsyncDisposable
{
    private readonly MarketApi _api;
    private readonly LiveDashboard _dashboard;
    private readonly WebApplication _app;

    private ServedApi(MarketApi api, LiveDashboard dashboard, WebApplication app) =>
        (_api, _dashboard, _app) = (api, dashboard, app);

    /// <summary>Where it listens.</summary>
    public IReadOnlyList<string> Urls => [.. _app.Urls];

    /// <summary>Begins to listen; from then on the API and the pages are its own.</summary>
    /// <param name="urls">Where, with «;» between them.</param>
    /// <param name="api">The API.</param>
    /// <param name="live">What the pages show.</param>
    /// <param name="stopWithin">How long calls may take to end when it stops.</param>
    /// <param name="metrics">Adds the host's metrics.</param>
    /// <exception cref="IOException">An address is taken, or cannot be listened on.</exception>
    public static async Task<ServedApi> Start(
        string urls, MarketApi api, LiveOptions live, TimeSpan stopWithin,
        Action<IServiceCollection> metrics)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Warn(builder.Logging);
        builder.WebHost.UseUrls(ServedUrls.Split(urls));
        builder.WebHost.ConfigureKestrel(api.Limits.Apply);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = stopWithin);
        metrics(builder.Services);
        var served = new ServedApi(api, new LiveDashboard(api, live), builder.Build());
        api.Map(served._app);
        served._app.MapMetrics(api);
        served._dashboard.Map(served._app);
        try
        {
            await served._app.StartAsync();
            return served;
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }
    }

    // A library is heard when it warns, whichever it is; more is shown where «Logging:LogLevel» says so.
    private static void Warn(ILoggingBuilder log)
    {
        log.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        log.AddSimpleConsole(line => (line.SingleLine, line.TimestampFormat) = (true, "HH:mm:ss "));
        log.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace); // apart from results
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _dashboard.Dispose();
        _api.Dispose();
    }
}
