using System.Numerics;

namespace FlashSale.Dashboard;

/// <summary>
/// Counts of latencies from a microsecond to an hour, each within a fixed share of its true value, as in an
/// HDR histogram; several threads may record at once.
/// </summary>
/// <remarks>
/// Counts of whole buckets: histograms of several processes or seconds add up to exactly the one that had
/// seen everything.
/// </remarks>
public sealed class LatencyHistogram
{
    /// <summary>The usual precision: buckets no wider than a thousandth of their value.</summary>
    public const int PrecisionUsual = 10;

    /// <summary>The longest latency told apart; longer ones count as this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly long MicrosecondsMax = (long)Longest.TotalMicroseconds;

    private readonly long[] _counts;
    private long _maxMicroseconds;

    /// <summary>An empty histogram.</summary>
    /// <param name="precision">Buckets are no wider than a 2^precision-th of their value.</param>
    public LatencyHistogram(int precision = PrecisionUsual)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, PrecisionUsual);
        Precision = precision;
        _counts = new long[BucketOf(MicrosecondsMax, precision) + 1];
    }

    /// <summary>Buckets are no wider than a 2^precision-th of their value.</summary>
    public int Precision { get; }

    /// <summary>How many were recorded.</summary>
    public long Count => _counts.Sum();

    /// <summary>The longest one recorded.</summary>
    public TimeSpan Max => TimeSpan.FromMicroseconds(Volatile.Read(ref _maxMicroseconds));

    /// <summary>Their mean, within the precision; zero if none was recorded.</summary>
    public TimeSpan Mean
    {
        get
        {
            var (count, sum) = (0L, 0.0);
            for (var bucket = 0; bucket < _counts.Length; bucket++)
            {
                count += _counts[bucket];
                sum += _counts[bucket] * ((LowOf(bucket) + HighOf(bucket)) / 2.0);
            }

            return count == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds(sum / count);
        }
    }

    /// <summary>The buckets that hold something: number and count, by number.</summary>
    public IEnumerable<(int Bucket, long Count)> Buckets =>
        _counts.Index().Where(bucket => bucket.Item > 0);

    /// <summary>Records one, as often as said; a negative one counts as zero.</summary>
    public void Record(TimeSpan latency, long times = 1)
    {
        var microseconds = Math.Clamp(latency.Ticks / TimeSpan.TicksPerMicrosecond, 0, MicrosecondsMax);
        Interlocked.Add(ref _counts[BucketOf(microseconds, Precision)], times);
        Raise(microseconds);
    }

    /// <summary>Adds what another one of the same precision has recorded.</summary>
    /// <exception cref="ArgumentException">It has another precision.</exception>
    public void Add(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Add(other.Precision, other.Buckets, other.Max);
    }

    /// <summary>
    /// Adds buckets of a histogram of the same precision, as <see cref="Buckets"/> gives them.
    /// </summary>
    /// <exception cref="ArgumentException">The precision is another, or a bucket is none.</exception>
    public void Add(int precision, IEnumerable<(int Bucket, long Count)> buckets, TimeSpan max)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        if (precision != Precision)
        {
            throw new ArgumentException($"the precision is not {Precision}", nameof(precision));
        }

        foreach (var (bucket, count) in buckets)
        {
            if (bucket < 0 || bucket >= _counts.Length || count < 0)
            {
                throw new ArgumentException($"no bucket {bucket} of {count}", nameof(buckets));
            }

            Interlocked.Add(ref _counts[bucket], count);
        }

        Raise(Math.Min(max.Ticks / TimeSpan.TicksPerMicrosecond, MicrosecondsMax));
    }

    /// <summary>A copy that stands still.</summary>
    public LatencyHistogram Copy()
    {
        var copy = new LatencyHistogram(Precision);
        copy.Add(this);
        return copy;
    }

    /// <summary>What was recorded since an earlier copy; the longest is that of all times.</summary>
    public LatencyHistogram Since(LatencyHistogram earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var passed = Copy();
        for (var bucket = 0; bucket < passed._counts.Length; bucket++)
        {
            passed._counts[bucket] -= earlier._counts[bucket];
        }

        return passed;
    }

    /// <summary>
    /// The latency that a share of all did not exceed, rounded up within the precision; null if none was
    /// recorded.
    /// </summary>
    public TimeSpan? Quantile(double share)
    {
        var count = Count;
        if (count == 0)
        {
            return null;
        }

        var wanted = Math.Max(1, (long)Math.Ceiling(share * count));
        var below = 0L;
        var bucket = -1;
        while (below < wanted && bucket < _counts.Length - 1)
        {
            bucket++;
            below += _counts[bucket];
        }

        var microseconds = Math.Min(HighOf(bucket), Volatile.Read(ref _maxMicroseconds));
        return TimeSpan.FromMicroseconds(microseconds);
    }

    /// <summary>Counts by wider buckets, each with the longest latency that falls in it.</summary>
    /// <param name="precision">Buckets are no wider than a 2^precision-th of their value.</param>
    public IEnumerable<(TimeSpan UpTo, long Count)> Coarser(int precision)
    {
        var wide = new LatencyHistogram(precision);
        foreach (var (bucket, count) in Buckets)
        {
            wide._counts[BucketOf(LowOf(bucket), precision)] += count;
        }

        return wide.Buckets.Select(one => (
            TimeSpan.FromMicroseconds(Math.Min(wide.HighOf(one.Bucket), _maxMicroseconds)), one.Count));
    }

    private void Raise(long microseconds)
    {
        var seen = Volatile.Read(ref _maxMicroseconds);
        while (microseconds > seen)
        {
            seen = Interlocked.CompareExchange(ref _maxMicroseconds, microseconds, seen);
        }
    }

    // Below 2^(precision + 1) every microsecond has a bucket; above, each doubling has 2^precision buckets.
    private static int BucketOf(long microseconds, int precision)
    {
        var exponent = Math.Max(0, BitOperations.Log2((ulong)microseconds | 1) - precision);
        return (exponent << precision) + (int)(microseconds >> exponent);
    }

    private long LowOf(int bucket)
    {
        var exponent = Math.Max(0, (bucket >> Precision) - 1);
        return ((long)bucket - ((long)exponent << Precision)) << exponent;
    }

    private long HighOf(int bucket) => bucket == _counts.Length - 1 ? MicrosecondsMax : LowOf(bucket + 1) - 1;
}
