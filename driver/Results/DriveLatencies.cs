using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>A histogram as the summary keeps it: some hundred buckets.</summary>
public static class DriveLatencies
{
    private const int BucketsMax = 512;
    private const int PrecisionLeast = 5;

    /// <summary>The buckets, by their latencies: as narrow as a few hundred of them can be.</summary>
    /// <remarks>So a load of few orders keeps each of them, within a thousandth.</remarks>
    public static IReadOnlyList<LatencyCount> Of(LatencyHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var precision = histogram.Precision;
        var buckets = histogram.Coarser(precision).ToList();
        while (buckets.Count > BucketsMax && precision > PrecisionLeast)
        {
            buckets = [.. histogram.Coarser(--precision)];
        }

        return
        [
            .. buckets.Select(one => new LatencyCount(
                Math.Round(one.UpTo.TotalMilliseconds, 3), one.Count)),
        ];
    }
}
