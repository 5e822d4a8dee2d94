using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Counts of lengths of time in buckets of one width; the last bucket holds all that is longer.
/// </summary>
internal sealed class Histogram(long bucketMs, int buckets)
{
    private readonly long[] _counts = new long[buckets];

    /// <summary>How many lengths were counted.</summary>
    public long Count => _counts.Sum();

    /// <summary>All that was counted in some of the same buckets; null of none.</summary>
    public static Histogram? SumOf(IEnumerable<Histogram> parts)
    {
        Histogram? sum = null;
        foreach (var part in parts)
        {
            sum ??= new Histogram(part.BucketMs, part._counts.Length);
            for (var bucket = 0; bucket < part._counts.Length; bucket++)
            {
                sum._counts[bucket] += part._counts[bucket];
            }
        }

        return sum;
    }

    private long BucketMs { get; } = bucketMs;

    /// <summary>Counts one length, in ms; a negative one counts as 0.</summary>
    public void Add(long lengthMs) => _counts[Math.Clamp(lengthMs / BucketMs, 0, _counts.Length - 1)]++;

    /// <summary>
    /// The length in ms that this share of all lengths does not exceed; null if nothing was counted.
    /// </summary>
    /// <remarks>Within a bucket, lengths are taken as spread evenly.</remarks>
    public double? QuantileMs(double share)
    {
        var wanted = share * _counts.Sum();
        var below = 0L;
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            var here = _counts[bucket];
            if (here > 0 && below + here >= wanted)
            {
                return (bucket + (wanted - below) / here) * BucketMs;
            }

            below += here;
        }

        return null;
    }

    /// <summary>Writes the counts.</summary>
    public void Save(StateWriter writer) => writer.WriteSpan<long>(_counts);

    /// <summary>Replaces the counts by what <see cref="Save"/> wrote.</summary>
    public void Load(StateReader reader) => Tally.Fill(_counts, reader.ReadSpan<long>());
}
