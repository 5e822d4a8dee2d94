using System.Numerics;

namespace FlashSale.Dashboard;

/// <summary>
/// Counts of lengths of time in buckets that grow by powers of two, each split in sixteen: a percentile is
/// at most 6 % too high. Two histograms can be added; that is what merged percentiles come from.
/// </summary>
/// <remarks>From 1 µs to over an hour in 512 numbers. Counting is for any number of threads.</remarks>
internal sealed class LatencyHistogram
{
    private const int PartBits = 4;
    private const int Parts = 1 << PartBits;
    private const int Buckets = 32 * Parts;

    private readonly long[] _counts = new long[Buckets];

    /// <summary>How many lengths were counted.</summary>
    public long Count
    {
        get
        {
            var sum = 0L;
            foreach (ref var count in _counts.AsSpan())
            {
                sum += Volatile.Read(ref count);
            }

            return sum;
        }
    }

    /// <summary>Counts a length, as often as said.</summary>
    public void Add(double seconds, long times = 1) =>
        Interlocked.Add(ref _counts[BucketOf(seconds)], times);

    /// <summary>Adds all that another one has counted.</summary>
    public void Add(LatencyHistogram other)
    {
        for (var at = 0; at < Buckets; at++)
        {
            _counts[at] += Volatile.Read(ref other._counts[at]);
        }
    }

    /// <summary>What was counted since an earlier copy.</summary>
    public LatencyHistogram Since(LatencyHistogram earlier)
    {
        var passed = new LatencyHistogram();
        for (var at = 0; at < Buckets; at++)
        {
            passed._counts[at] = Volatile.Read(ref _counts[at]) - earlier._counts[at];
        }

        return passed;
    }

    /// <summary>A copy that stands still.</summary>
    public LatencyHistogram Copy()
    {
        var copy = new LatencyHistogram();
        copy.Add(this);
        return copy;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_counts);

    /// <summary>The length in ms that this share does not exceed; null if nothing was counted.</summary>
    public double? QuantileMs(double share)
    {
        var wanted = (long)Math.Ceiling(share * Count);
        var seen = 0L;
        for (var at = 0; at < Buckets && wanted > 0; at++)
        {
            seen += _counts[at];
            if (seen >= wanted)
            {
                return UpperMicroseconds(at) / 1_000;
            }
        }

        return null;
    }

    /// <summary>The three percentiles that are shown; null if nothing was counted.</summary>
    public Latencies? Latencies() => QuantileMs(0.5) is { } half
        ? new Latencies(half, QuantileMs(0.99)!.Value, QuantileMs(0.999)!.Value)
        : null;

    private static int BucketOf(double seconds)
    {
        var micros = (ulong)Math.Clamp(seconds * 1_000_000, 0, uint.MaxValue);
        if (micros < Parts)
        {
            return (int)micros;
        }

        var shift = BitOperations.Log2(micros) - PartBits;
        return ((shift + 1) * Parts) + (int)((micros >> shift) - Parts);
    }

    private static double UpperMicroseconds(int bucket) => bucket < Parts
        ? bucket + 1
        : (double)((ulong)(Parts + (bucket % Parts) + 1) << ((bucket / Parts) - 1));
}
