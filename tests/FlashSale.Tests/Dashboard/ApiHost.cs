using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FlashSale.Dashboard;
using FlashSale.Engine;
using FlashSale.Tests.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace FlashSale.Tests.Dashboard;

/// <summary>
/// The API over an engine in memory, on a free port of this machine, at a moment that stands.
/// </summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string ApiKey = "a-key-of-buyers-and-sellers";
    public const string OperatorKey = "a-key-of-the-operators";

    private readonly MarketApi _api;
    private readonly WebApplication _app;

    private ApiHost(MarketEngine engine, MarketApi api, WebApplication app)
    {
        (Engine, _api, _app) = (engine, api, app);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public MarketEngine Engine { get; }

    public HttpClient Client { get; }

    public static ApiKeys Keys => new(ApiKey, OperatorKey);

    /// <summary>The clock of the market; it moves only when told to.</summary>
    public static TimeProvider MarketClock { get; } = new EngineRun.StoppedClock();

    /// <summary>Starts a host.</summary>
    public static async Task<ApiHost> Start(
        ApiLimits? limits = null, EngineOptions? engineOptions = null, TimeProvider? clock = null,
        ApiKeys? keys = null, Func<IMarketplace, IMarketplace>? wrap = null,
        IReadOnlyList<FestivalPhase>? phases = null, bool trustsLoopback = false)
    {
        var engine = MarketEngine.Open(
            new MemoryStorage(), engineOptions ?? new EngineOptions(), clock ?? MarketClock);
        var market = wrap?.Invoke(engine.Marketplace) ?? engine.Marketplace;
        var api = new MarketApi(market, engine.Browser, new ApiOptions
        {
            Limits = limits ?? new ApiLimits(),
            MarketClock = clock ?? MarketClock,
            RealClock = MarketClock, // its timers are real ones
            Keys = keys,
            TrustsLoopback = trustsLoopback,
            Phases = phases ?? [],
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(api.Limits.Apply);
        var app = builder.Build();
        api.Map(app);
        await app.StartAsync();
        return new ApiHost(engine, api, app);
    }

    /// <summary>A host with one open store that sells one listing at 100 yuan.</summary>
    public static async Task<ApiHost> StartShop(
        int stock = 10, ApiLimits? limits = null, ApiKeys? keys = null,
        MarketKind kind = MarketKind.Brand)
    {
        var host = await Start(limits, keys: keys);
        await host.Engine.Marketplace.OpenStore(Fixtures.Application(Fixtures.FirstStore, kind));
        await host.Engine.Marketplace.Publish(Fixtures.FirstListing, Fixtures.Terms(stock));
        return host;
    }

    /// <summary>Every «GET /api/v1/…» that the server knows.</summary>
    public IEnumerable<string> Routes() =>
        from endpoint in ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints)
        let route = (RouteEndpoint)endpoint
        where route.RoutePattern.RawText!.StartsWith(MarketApi.Root, StringComparison.Ordinal)
        from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        select $"{method} {route.RoutePattern.RawText}";

    /// <summary>Sends a call; a text is the body as it stands, anything else is made JSON.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The address below the API's root.</param>
    /// <param name="body">The body; null if there is none.</param>
    /// <param name="key">Whose call it is.</param>
    /// <param name="request">The client's name for the call.</param>
    public async Task<ApiAnswer> Send(
        string method, string path, object? body = null, string? key = null, string? request = null)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), $"{MarketApi.Root}/{path}");
        if (body is not null)
        {
            message.Content = body is string text
                ? new StringContent(text, Encoding.UTF8, "application/json")
                : JsonContent.Create(body);
        }

        if (key is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (request is not null)
        {
            message.Headers.Add("Idempotency-Key", request);
        }

        using var response = await Client.SendAsync(message);
        return await ApiAnswer.Of(response);
    }

    public Task<ApiAnswer> Get(string path) => Send("GET", path);

    public Task<ApiAnswer> Put(string path, object? body = null) => Send("PUT", path, body);

    public Task<ApiAnswer> Delete(string path) => Send("DELETE", path);

    /// <summary>Checks out units of the first listing.</summary>
    public Task<ApiAnswer> CheckOut(string id, int units = 1, long priceSeenFen = 10_000) => Put(
        $"checkouts/{id}", new { lines = new[] { new { listing = "l0", units, priceSeenFen } } });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _api.Dispose();
        Engine.Dispose();
    }
}

/// <summary>An answer of the API.</summary>
internal sealed record ApiAnswer(int Status, string? ContentType, TimeSpan? RetryAfter, JsonNode? Body)
{
    /// <summary>The type of the problem, or the result.</summary>
    public string? Word => (string?)Body?["type"] ?? (string?)Body?["result"];

    public static async Task<ApiAnswer> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        return new ApiAnswer(
            (int)response.StatusCode, type, response.Headers.RetryAfter?.Delta,
            text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public override string ToString() => $"{Status} {Body?.ToJsonString()}";
}
