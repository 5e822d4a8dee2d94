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

    /// <summary>Reads where the metrics go.</summary>
    /// <param name="endpoint">The value of <see cref="EndpointName"/>; null or empty for nowhere.</param>
    /// <param name="collector">The collector; null for nowhere.</param>
    /// <returns>What is wrong with the value, and what is allowed; null if nothing is.</returns>
    public static string? Read(string? endpoint, out Uri? collector)
    {
        collector = null;
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return null;
        }

        return Uri.TryCreate(endpoint, UriKind.Absolute, out collector)
            && (collector.Scheme == Uri.UriSchemeHttp || collector.Scheme == Uri.UriSchemeHttps)
                ? null
                : $"{EndpointName}: «{endpoint}» is wrong; allowed: the http or https address of a collector "
                    + "for OTLP over HTTP, such as http://localhost:4318";
    }

    /// <summary>Sends the metrics of a host from its start to its end.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="collector">Where to; null for nowhere.</param>
    /// <param name="host">The host's name among others.</param>
    /// <param name="every">How often; null for ten seconds.</param>
    public static IServiceCollection AddMetricsExport(
        this IServiceCollection services, Uri? collector, string host, TimeSpan? every = null)
    {
        if (collector is not null)
        {
            var metrics = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/metrics");
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
