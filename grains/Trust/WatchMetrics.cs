using System.Diagnostics.Metrics;

namespace FlashSale.Grains;

/// <summary>What the watch over orders counts (rule TRU-13), under the meter «FlashSale.Watch».</summary>
internal static class WatchMetrics
{
    private static readonly Meter Meter = new("FlashSale.Watch");

    public static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "flashsale.watch.lag", "s", "From the oldest event of a seller's batch until it was counted");

    public static readonly Counter<long> Alerts = Meter.CreateCounter<long>(
        "flashsale.watch.alerts", "{alert}", "Alerts of which files were told, by whether one opened a case");
}
