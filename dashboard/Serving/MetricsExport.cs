using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FlashSale.Dashboard;

/// <summary>
/// Gives a host's metrics away: to Prometheus, which asks for them, and over OTLP to a collector if one is
/// named.
/// </summary>
public static class MetricsExport
{
    /// <summary>The environment variable that names the collector, as everywhere in OpenTelemetry.</summary>
    public const string EndpointName = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Where Prometheus asks.</summary>
    public const string ScrapePath = "/metrics";

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <summary>The variable that names where metrics alone go; it goes before the other.</summary>
    public const string MetricsEndpointName = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    /// <summary>Reads where the metrics go, from the variables that OpenTelemetry has for it.</summary>
    /// <param name="variable">The value of a variable; null or empty if it is not set.</param>
    /// <param name="metrics">The whole address that metrics are sent to; null for nowhere.</param>
    /// <returns>What is wrong with a value, and what is allowed; null if nothing is.</returns>
    public static string? Read(Func<string, string?> variable, out Uri? metrics)
    {
        ArgumentNullException.ThrowIfNull(variable);
        metrics = null;
        var (whole, collector) = (variable(MetricsEndpointName), variable(EndpointName));
        if (string.IsNullOrWhiteSpace(whole) && string.IsNullOrWhiteSpace(collector))
        {
            return null;
        }

        // The address of a collector gets the path of the signal; the address for metrics is used as it is.
        var (name, value) = string.IsNullOrWhiteSpace(whole)
            ? (EndpointName, $"{collector!.Trim().TrimEnd('/')}/v1/metrics")
            : (MetricsEndpointName, whole.Trim());
        return Uri.TryCreate(value, UriKind.Absolute, out metrics)
            && (metrics.Scheme == Uri.UriSchemeHttp || metrics.Scheme == Uri.UriSchemeHttps)
                ? null
                : $"{name}: «{variable(name)}» is wrong; allowed: the http or https address of a collector "
                    + "for OTLP over HTTP, such as http://localhost:4318";
    }

    /// <summary>Counts a host's metrics from its start to its end.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="metrics">Where to send them as well; null for nowhere.</param>
    /// <param name="host">The host's name among others.</param>
    /// <param name="every">How often they are sent; null for ten seconds.</param>
    public static IServiceCollection AddMetricsExport(
        this IServiceCollection services, Uri? metrics, string host, TimeSpan? every = null) => services
        .AddSingleton(_ => new HostMetrics(metrics, host, every ?? Usual))
        .AddHostedService(provider => provider.GetRequiredService<HostMetrics>());

    /// <summary>
    /// Answers Prometheus; where a key is needed it shows one, of buyers and sellers or of operators.
    /// </summary>
    /// <param name="app">A host with <see cref="AddMetricsExport"/>.</param>
    /// <param name="api">Its API, which knows the keys.</param>
    public static void MapMetrics(this WebApplication app, MarketApi api)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(api);
        app.MapPrometheusScrapingEndpoint(
            ScrapePath, app.Services.GetRequiredService<HostMetrics>().Provider,
            branch => branch.Use((context, next) => Answer(api, context, next)), optionsName: null);
    }

    private static Task Answer(MarketApi api, HttpContext context, RequestDelegate scrape)
    {
        if (api.Gate.Refuse(context, Caller.Anyone) is { } refusal)
        {
            Endpoint.Tell(context, RequestProblems.Of(refusal));
            return Task.CompletedTask;
        }

        context.Response.Headers.CacheControl = "no-store";
        return scrape(context);
    }
}
