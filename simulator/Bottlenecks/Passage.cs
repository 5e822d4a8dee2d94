using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// A place that only so many pass in a time, as a run saw it: how many could pass, did, were refused, waited.
/// </summary>
/// <remarks>Moments are ms since midnight; counts and rates are of the sample.</remarks>
internal sealed class Passage
{
    private readonly long _originMs;
    private readonly int _bucketsMax;
    private readonly List<PassageBucket> _buckets = [];
    private readonly List<CapacityStep> _capacity = [];

    /// <summary>A place that nobody has come to.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Which of its kind; empty of what there is one.</param>
    /// <param name="bucketMs">How long a count lasts; a part of an hour.</param>
    /// <param name="startAtMs">When the run begins.</param>
    /// <param name="endAtMs">What is later counts as then.</param>
    public Passage(PassageKind kind, string name, long bucketMs, long startAtMs, long endAtMs)
    {
        const long hourMs = 3_600_000;
        (Kind, Name, BucketMs) = (kind, name, bucketMs);
        _originMs = (long)Math.Floor((double)startAtMs / hourMs) * hourMs;
        _bucketsMax = (int)((endAtMs - _originMs) / bucketMs) + 1;
    }

    /// <summary>What it is.</summary>
    public PassageKind Kind { get; }

    /// <summary>Which of its kind.</summary>
    public string Name { get; }

    /// <summary>How long one count lasts.</summary>
    public long BucketMs { get; }

    /// <summary>What was counted, one bucket after the other from <see cref="OriginMs"/>.</summary>
    public IReadOnlyList<PassageBucket> Buckets => _buckets;

    /// <summary>When the first bucket begins.</summary>
    public long OriginMs => _originMs;

    /// <summary>How many may pass a second, from when on; in order.</summary>
    public IReadOnlyList<CapacityStep> Capacity => _capacity;

    /// <summary>Some pass at a moment, which may be to come.</summary>
    public void Pass(long atMs, int count = 1) => At(atMs).Passed += count;

    /// <summary>Somebody is refused.</summary>
    public void Refuse(long atMs, int count = 1) => At(atMs).Refused += count;

    /// <summary>So many wait now.</summary>
    public void SeeWaiting(long atMs, long waiting) =>
        At(atMs).WaitingPlusOne = (int)Math.Min(int.MaxValue - 1, waiting) + 1;

    /// <summary>So many may pass a second from a moment on, whatever was planned for later.</summary>
    public void Hold(long fromMs, double perSecond)
    {
        _capacity.RemoveAll(step => step.FromMs >= fromMs);
        if (_capacity.Count == 0 || !_capacity[^1].PerSecond.Equals(perSecond))
        {
            _capacity.Add(new CapacityStep(fromMs, perSecond));
        }
    }

    /// <summary>How many may pass from one moment to another; null if nothing limits them.</summary>
    public double? CapacityBetween(long fromMs, long untilMs)
    {
        if (_capacity.Count == 0)
        {
            return null;
        }

        var sum = 0.0;
        for (var at = 0; at < _capacity.Count; at++)
        {
            var from = Math.Max(fromMs, _capacity[at].FromMs);
            var until = Math.Min(untilMs, at + 1 < _capacity.Count ? _capacity[at + 1].FromMs : untilMs);
            sum += Math.Max(0, until - from) / 1_000.0 * _capacity[at].PerSecond;
        }

        return sum;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteSpan<PassageBucket>([.. _buckets]);
        writer.WriteSpan<CapacityStep>([.. _capacity]);
    }

    public void Load(StateReader reader)
    {
        _buckets.Clear();
        _capacity.Clear();
        _buckets.AddRange(reader.ReadSpan<PassageBucket>());
        _capacity.AddRange(reader.ReadSpan<CapacityStep>());
    }

    private ref PassageBucket At(long atMs)
    {
        var bucket = (int)Math.Clamp((atMs - _originMs) / BucketMs, 0, _bucketsMax - 1);
        if (bucket >= _buckets.Count)
        {
            System.Runtime.InteropServices.CollectionsMarshal.SetCount(_buckets, bucket + 1);
        }

        return ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_buckets)[bucket];
    }
}

/// <summary>What can hold people or parcels up.</summary>
internal enum PassageKind
{
    /// <summary>Orders at the gateway (rule CAP-1).</summary>
    Gateway = 1,

    /// <summary>Orders paid through a channel (rule ESC-5).</summary>
    Channel,

    /// <summary>Orders for goods that are there (rule INV-1).</summary>
    Stock,

    /// <summary>Parcels packed by all stores (rule LOG-1).</summary>
    Packing,

    /// <summary>Parcels delivered by the couriers of a region (rules LOG-1, LOG-2).</summary>
    Couriers,
}

/// <summary>What happened in one bucket of time.</summary>
internal struct PassageBucket
{
    public int Passed;
    public int Refused;

    /// <summary>How many were last seen waiting plus one; 0 where nobody looked.</summary>
    public int WaitingPlusOne;
}

/// <summary>From a moment on so many may pass a second.</summary>
internal readonly record struct CapacityStep(long FromMs, double PerSecond);
