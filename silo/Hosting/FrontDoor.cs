using FlashSale.Dashboard;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Serilog;

namespace FlashSale.Silo;

/// <summary>
/// The silo's HTTP server. It listens before there are rows, grains and a cluster: until the silo serves, it
/// says that the process lives, tells every caller what the silo is doing, and to come back.
/// </summary>
internal sealed class FrontDoor : IServer, IHttpApplication<FrontDoor.Visit>, IAsyncDisposable
{
    private readonly WebApplication _parts;
    private readonly IServer _server;
    private volatile Func<string> _doing = static () => "is about to serve";
    private volatile Pipeline? _pipeline;
    private volatile bool _isServing;

    private FrontDoor(WebApplication parts)
    {
        _parts = parts;
        _server = parts.Services.GetRequiredService<IServer>();
    }

    /// <inheritdoc/>
    public IFeatureCollection Features => _server.Features;

    /// <summary>Begins to listen.</summary>
    /// <param name="urls">Where.</param>
    /// <param name="log">Where the server writes its messages.</param>
    /// <param name="doing">What the silo does meanwhile, as in «is joining its cluster».</param>
    /// <param name="stop">Ends the attempt.</param>
    /// <exception cref="IOException">An address is taken, or cannot be listened on.</exception>
    public static async Task<FrontDoor> Open(
        IReadOnlyList<Uri> urls, Serilog.ILogger log, string doing, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddSerilog(log);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(new ApiLimits().Apply);
        var door = new FrontDoor(builder.Build());
        door.Tell(() => doing);
        foreach (var url in urls)
        {
            door._parts.Urls.Add(url.GetLeftPart(UriPartial.Authority));
        }

        try
        {
            await door._server.StartAsync(door, stop);
            return door;
        }
        catch
        {
            await door.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the silo does from now on.</summary>
    public void Tell(Func<string> doing) => _doing = doing;

    /// <summary>From now on the host's own answers are given.</summary>
    public void Serve() => _isServing = true;

    /// <summary>
    /// The host has put its pipeline together; it gets its first request when the silo serves.
    /// </summary>
    public Task StartAsync<TContext>(
        IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _pipeline = new Pipeline<TContext>(application);
        return Task.CompletedTask;
    }

    /// <summary>Takes no more connections, and waits for the requests that are being answered.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public Visit CreateContext(IFeatureCollection contextFeatures) =>
        _isServing && _pipeline is { } pipeline
            ? new Visit(pipeline, pipeline.Begin(contextFeatures))
            : new Visit(null, new DefaultHttpContext(contextFeatures));

    /// <inheritdoc/>
    public Task ProcessRequestAsync(Visit context) => context.Pipeline is { } pipeline
        ? pipeline.Answer(context.Request)
        : Answer((HttpContext)context.Request);

    /// <inheritdoc/>
    public void DisposeContext(Visit context, Exception? exception) =>
        context.Pipeline?.End(context.Request, exception);

    /// <summary>Closes it, if the host has not done so.</summary>
    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    // The host disposes of its server; this one belongs to whoever opened it.
    void IDisposable.Dispose()
    {
    }

    private Task Answer(HttpContext context) => context.Request.Path.Value switch
    {
        HealthEndpoints.Live => Task.CompletedTask,
        HealthEndpoints.Ready => ComeBack.TellHalted(context, [$"the silo {_doing()}"]),
        _ => ComeBack.Tell(
            context, $"This silo {_doing()} and serves in a moment; another one may answer already."),
    };

    /// <summary>A request, and the pipeline that answers it; none while the door itself does.</summary>
    internal readonly record struct Visit(Pipeline? Pipeline, object Request);
}
