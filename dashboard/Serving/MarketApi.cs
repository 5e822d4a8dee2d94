using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>
/// The HTTP API over a market, whichever host it runs on: one table of commands and questions, the same
/// answers singly, in batches and in streams.
/// </summary>
/// <remarks>docs/reference/api.md describes it, and so does its own /api/v1/openapi.json.</remarks>
public sealed class MarketApi : IDisposable
{
    /// <summary>Where all addresses of this version begin.</summary>
    public const string Root = "/api/v1";

    private readonly IMarketBrowser? _browser;

    private readonly IMarketplace? _market;

    /// <summary>An API over a market; one that takes commands is an <see cref="IMarketplace"/>.</summary>
    /// <param name="market">The market.</param>
    /// <param name="browser">Its readers' side; null if the host has none yet.</param>
    /// <param name="options">How it is served.</param>
    public MarketApi(IMarketReader market, IMarketBrowser? browser, ApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(options);
        (Reader, _market, _browser, Options) = (market, market as IMarketplace, browser, options);
        Gate = new Gate(options.Keys, options.TrustsLoopback);
    }

    /// <summary>The market, for commands.</summary>
    /// <exception cref="RequestFaultException">It takes none.</exception>
    internal IMarketplace Market => _market ?? throw new RequestFaultException(RequestFault.NotOffered);

    internal IMarketReader Reader { get; }

    /// <summary>The readers' side.</summary>
    /// <exception cref="RequestFaultException">The host has none.</exception>
    internal IMarketBrowser Browser =>
        _browser ?? throw new RequestFaultException(RequestFault.NotOffered);

    internal ApiOptions Options { get; }

    /// <summary>Its limits; <see cref="ApiLimits.Apply"/> is for the server in front of it.</summary>
    public ApiLimits Limits => Options.Limits;

    internal Gate Gate { get; }

    internal ApiMeters Meters { get; } = new();

    /// <summary>
    /// Adds all addresses to an application, and problem details to those that do not exist.
    /// </summary>
    public void Map(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(new Door(this).Invoke);
        app.Use(TellOfUnknown);
        app.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = Options.Limits.IdleWithin / 4,
            KeepAliveTimeout = Options.Limits.IdleWithin / 4,
        });
        app.UseRouting();
        foreach (var query in QueryTable.All)
        {
            Add(app, "GET", $"{Root}/{query.Path}", query.Name, query.Caller,
                new QueryEndpoint(this, query).Answer);
        }

        if (_market is not null)
        {
            MapCommands(app);
        }

        foreach (var call in StudyOperations.All)
        {
            Add(app, call.Method, $"{Root}/{call.Path}", call.Name, Caller.Operator,
                context => call.Invoke(this, context));
        }

        Add(app, "GET", $"{Root}/openapi.json", "openapi", Caller.Anyone, new Description().Answer);
        if (Options.ServesHealth)
        {
            app.MapGet("/health/live", static () => Task.CompletedTask);
            app.MapGet("/health/ready", new Readiness(this).Answer);
        }
    }

    /// <summary>
    /// Whether a request comes from an operator; if not, the answer to it says what is missing.
    /// </summary>
    public bool IsOperator(HttpContext context)
    {
        if (Gate.Refuse(context, Caller.Operator) is not { } refusal)
        {
            return true;
        }

        Endpoint.Tell(context, RequestProblems.Of(refusal));
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => Meters.Dispose();

    /// <summary>Checks what can only be known of a command that is read.</summary>
    /// <exception cref="RequestFaultException">It may not be sent.</exception>
    internal void Check(HttpContext context, MarketCommand command)
    {
        if (command.Caller == Caller.Operator && Gate.Refuse(context, Caller.Operator) is { } refusal)
        {
            throw new RequestFaultException(refusal);
        }

        if (!command.IsWithin(Options.Limits))
        {
            throw new RequestFaultException(RequestFault.IdOutOfRange);
        }
    }

    /// <summary>Waits for the market, but not for ever.</summary>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    internal ValueTask<T> InTime<T>(ValueTask<T> pending) => pending.IsCompleted
        ? pending
        : new ValueTask<T>(pending.AsTask().WaitAsync(Options.Limits.AnswerWithin, Options.RealClock));

    /// <summary>How long clients wait before they try again; null if it is of no use.</summary>
    internal TimeSpan? RetryAfter(MarketCommand command, in Answer answer)
    {
        if (command.AnswerKind != AnswerKind.Checkout || answer.Result != (byte)CheckoutResult.Throttled)
        {
            return null;
        }

        var wait = answer.At - Options.MarketClock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait / Options.Speed : TimeSpan.Zero;
    }

    private void MapCommands(WebApplication app)
    {
        foreach (var command in CommandTable.All)
        {
            Add(app, command.Method, $"{Root}/{command.Path}", command.Name, command.Caller,
                new CommandEndpoint(this, command).Answer);
        }

        Add(app, "POST", $"{Root}/batch", BatchEndpoint.Name, Caller.Anyone, new BatchEndpoint(this).Answer);
        Add(app, "GET", $"{Root}/stream", StreamEndpoint.Name, Caller.Anyone,
            new StreamEndpoint(this).Answer);
    }

    private static async Task TellOfUnknown(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is not { HasStarted: false, ContentLength: null, ContentType: null })
        {
            return;
        }

        switch (context.Response.StatusCode)
        {
            case StatusCodes.Status404NotFound:
                Endpoint.Tell(context, RequestProblems.Of(RequestFault.NoSuchAddress));
                break;
            case StatusCodes.Status405MethodNotAllowed:
                Endpoint.Tell(context, RequestProblems.Of(RequestFault.NoSuchMethod));
                break;
        }
    }

    private void Add(
        WebApplication app, string method, string path, string name, Caller caller,
        Func<HttpContext, Task<string>> answer) =>
        app.MapMethods(path, [method], new Endpoint(this, name, caller, answer).Invoke).WithName(name);
}
