using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace FlashSale.Dashboard;

/// <summary>Sends a host's metrics to a collector over OTLP, if one is named.</summary>
public static class MetricsExport
{
    /// <summary>The environment variable that names the collector, as everywhere in OpenTelemetry.</summary>
    public const string EndpointName = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Meters =
        ["FlashSale.*", "Microsoft.Orleans", "Microsoft.AspNetCore.*", "System.Runtime"];

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

    /// <summary>Sends the metrics of a host from its start to its end.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="metrics">Where to; null for nowhere.</param>
    /// <param name="host">The host's name among others.</param>
    /// <param name="every">How often; null for ten seconds.</param>
    public static IServiceCollection AddMetricsExport(
        this IServiceCollection services, Uri? metrics, string host, TimeSpan? every = null)
    {
        if (metrics is not null)
        {
            services.AddHostedService(_ => new Exporting(metrics, host, every ?? Usual));
        }

        return services;
    }

    /// <summary>
    /// The collector may be away: what could not be sent is left out, and the host goes on.
    /// </summary>
    private sealed class Exporting(Uri collector, string host, TimeSpan every) : IHostedService
    {
        private MeterProvider? _provider;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => resource.AddService("flashsale", serviceInstanceId: host))
                .AddMeter(Meters)
                .AddOtlpExporter((exporter, reader) =>
                {
                    exporter.Endpoint = collector;
                    exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds =
                        (int)every.TotalMilliseconds;
                })
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _provider?.Dispose(); // sends what is left
            return Task.CompletedTask;
        }
    }
}
