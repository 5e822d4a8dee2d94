using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace FlashSale.Dashboard;

/// <summary>The metrics of one host, the same for who asks for them and for who gets them sent.</summary>
/// <remarks>
/// The collector may be away: what could not be sent is left out, and the host goes on.
/// </remarks>
internal sealed class HostMetrics : IHostedService, IDisposable
{
    private static readonly string[] Meters =
        ["FlashSale.*", "Microsoft.Orleans", "Microsoft.AspNetCore.*", "System.Runtime"];

    // The exporter's own bounds are made for milliseconds: of our seconds nearly all would be in one bucket.
    private static readonly double[] Seconds =
        [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

    private static readonly double[] Counts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

    /// <summary>Begins to count.</summary>
    /// <param name="metrics">Where to send them; null for nowhere.</param>
    /// <param name="host">The host's name among others.</param>
    /// <param name="every">How often they are sent.</param>
    public HostMetrics(Uri? metrics, string host, TimeSpan every)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("flashsale", serviceInstanceId: host))
            .AddMeter(Meters)
            .AddView(BoundsOf)
            .AddPrometheusExporter(exporter => exporter.ScopeInfoEnabled = false);
        if (metrics is not null)
        {
            builder.AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = metrics;
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds =
                    (int)every.TotalMilliseconds;
            });
        }

        Provider = builder.Build();
    }

    /// <summary>What counts.</summary>
    public MeterProvider Provider { get; }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Provider.Dispose(); // sends what is left
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => Provider.Dispose();

    private static MetricStreamConfiguration? BoundsOf(Instrument instrument) =>
        !instrument.Meter.Name.StartsWith("FlashSale.", StringComparison.Ordinal) ? null
        : instrument is Histogram<double> { Unit: "s" }
            ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds }
        : instrument is Histogram<int> or Histogram<long>
            ? new ExplicitBucketHistogramConfiguration { Boundaries = Counts }
        : null;
}
