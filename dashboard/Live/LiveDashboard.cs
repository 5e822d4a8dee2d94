using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>The live pages of a host: what it does now, and what an operator can do about it.</summary>
/// <remarks>
/// One telemetry source feeds all viewers: its frame is made once a tick and its bytes are shared. The door
/// of the API stands before all of it.
/// </remarks>
public sealed class LiveDashboard : IDisposable
{
    private readonly MarketApi _api;
    private readonly LiveTelemetry _telemetry;

    /// <summary>The pages over a market's API.</summary>
    public LiveDashboard(MarketApi api, LiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(options);
        (_api, _telemetry) = (api, new LiveTelemetry(api, options));
    }

    /// <summary>
    /// Adds pages, streams and controls to an application; telemetry lives as long as it runs.
    /// </summary>
    public void Map(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var (started, stopping) = (app.Lifetime.ApplicationStarted, app.Lifetime.ApplicationStopping);
        PageFiles.Map(app);
        KeyPage.Map(app, _api);
        Get(app, "/live", new LiveStream(_telemetry, stopping).Answer);
        Get(app, "/live/snapshot", Snapshot);
        Get(app, "/live/ready", new Preflight(_api, _telemetry).Answer);
        Get(app, "/live/season", new SeasonFeed(_telemetry.Options.Season).Answer);
        new LiveControls(_api, _telemetry).Map(app);
        new RunShelf(_telemetry.Options.Runs).Map(Get, app);
        started.Register(() => Task.Run(() => _telemetry.Run(stopping), CancellationToken.None));
    }

    /// <inheritdoc/>
    public void Dispose() => _telemetry.Dispose();

    private static void Get(WebApplication app, string path, Func<HttpContext, Task> answer) =>
        app.MapMethods(path, ["GET"], async context =>
        {
            context.Response.Headers.CacheControl = "no-store";
            await answer(context);
        });

    private async Task Snapshot(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.BodyWriter.WriteAsync(_telemetry.Snapshot(), context.RequestAborted);
    }
}
