using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>A histogram as the summary keeps it: some hundred buckets.</summary>
public static class DriveLatencies
{
    private const int Precision = 5;

    /// <summary>The buckets, by their latencies.</summary>
    public static IReadOnlyList<LatencyCount> Of(LatencyHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        return
        [
            .. histogram.Coarser(Precision).Select(one => new LatencyCount(
                Math.Round(one.UpTo.TotalMilliseconds, 3), one.Count)),
        ];
    }
}
