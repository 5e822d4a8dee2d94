using System.Numerics;

namespace FlashSale.Benchmarks;

/// <summary>
/// Counts of lengths of time in buckets that widen with the length, each at most 1.6 % wide.
/// </summary>
/// <remarks>64 buckets for every doubling, as HDR histograms have them. One thread at a time.</remarks>
internal sealed class LatencyHistogram
{
    private const int SubBits = 6;
    private const int SubBuckets = 1 << SubBits;

    private readonly long[] _counts = new long[(64 - SubBits) * SubBuckets];

    /// <summary>How many were counted.</summary>
    public long Count { get; private set; }

    /// <summary>The longest.</summary>
    public TimeSpan Max { get; private set; }

    /// <summary>Counts one; below zero counts as zero.</summary>
    public void Add(TimeSpan length)
    {
        var ticks = Math.Max(0, length.Ticks);
        _counts[BucketOf(ticks)]++;
        Count++;
        Max = length > Max ? length : Max;
    }

    /// <summary>The length that this share of all do not exceed, in milliseconds, rounded up.</summary>
    public double MsAt(double share)
    {
        var left = (long)Math.Ceiling(Count * share);
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            left -= _counts[bucket];
            if (left <= 0)
            {
                return Math.Min(EndOf(bucket), Max.Ticks) / (double)TimeSpan.TicksPerMillisecond;
            }
        }

        return Max.TotalMilliseconds;
    }

    private static int BucketOf(long ticks)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)ticks) - SubBits);
        return (shift * SubBuckets) + (int)(ticks >> shift);
    }

    /// <summary>The longest length in a bucket.</summary>
    private static double EndOf(int bucket)
    {
        var shift = Math.Max(0, (bucket / SubBuckets) - 1);
        return (Math.ScaleB(1.0, shift) * (bucket - (shift * SubBuckets) + 1)) - 1;
    }
}
