using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>How the orders of a second lie in it.</summary>
public enum Spacing
{
    /// <summary>As people come who know nothing of each other: close together now and then.</summary>
    Poisson = 1,

    /// <summary>At equal distances.</summary>
    Even,
}

/// <summary>The part of a load that one of several processes issues.</summary>
/// <param name="Number">Which process, from 0.</param>
/// <param name="Of">How many processes there are.</param>
public readonly record struct Shard(int Number, int Of)
{
    /// <summary>The whole load.</summary>
    public static Shard Whole => new(0, 1);
}

/// <summary>One order that is to begin.</summary>
/// <param name="Index">Its number among all orders of the test, from 0.</param>
/// <param name="At">When it is to begin, counted from the beginning of the test.</param>
public readonly record struct Arrival(long Index, TimeSpan At);

/// <summary>When each order of a curve is to begin: a pure function of curve, spacing and seed.</summary>
/// <remarks>
/// Given how many come in a second, the moments of a Poisson process are evenly distributed in it; so the
/// spacing is that of chance while the plan stays exact. Shards together issue what one process would.
/// </remarks>
public sealed class ArrivalSchedule
{
    private const ushort GapStream = 1;

    private readonly Spacing _spacing;
    private readonly ulong _seed;
    private readonly Shard _shard;
    private readonly long[] _ticks;
    private int _second = -1;
    private int _count;
    private int _next;
    private long _firstIndex;

    /// <summary>A schedule at its beginning.</summary>
    public ArrivalSchedule(ArrivalCurve curve, Spacing spacing, ulong seed, Shard shard)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentOutOfRangeException.ThrowIfNegative(shard.Number, nameof(shard));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard.Number, shard.Of, nameof(shard));
        (Curve, _spacing, _seed, _shard) = (curve, spacing, seed, shard);
        _ticks = new long[curve.Counts.Max()];
        Enter(0);
    }

    /// <summary>What is scheduled.</summary>
    public ArrivalCurve Curve { get; }

    /// <summary>Whether all were taken.</summary>
    public bool IsOver => _second == Curve.Seconds;

    /// <summary>Takes the next order if it is due.</summary>
    /// <param name="now">How much of the test has passed.</param>
    /// <param name="arrival">The order.</param>
    public bool TryTake(TimeSpan now, out Arrival arrival)
    {
        if (IsOver || _ticks[_next] > now.Ticks)
        {
            arrival = default;
            return false;
        }

        arrival = new Arrival(_firstIndex + _next, TimeSpan.FromTicks(_ticks[_next]));
        Enter(_next + _shard.Of);
        return true;
    }

    /// <summary>How many of a second's orders this shard issues.</summary>
    public IReadOnlyList<int> Shares()
    {
        var shares = new int[Curve.Seconds];
        var first = 0L;
        for (var second = 0; second < shares.Length; second++)
        {
            var skipped = Skip(first);
            var count = Curve.Counts[second];
            shares[second] = count <= skipped ? 0 : (count - skipped + _shard.Of - 1) / _shard.Of;
            first += count;
        }

        return shares;
    }

    // Orders of this shard that stand before its first one in a second that begins with an index.
    private int Skip(long firstIndex) =>
        (int)((_shard.Number - (firstIndex % _shard.Of) + _shard.Of) % _shard.Of);

    private void Enter(int next)
    {
        _next = next;
        while (_next >= _count && _second < Curve.Seconds)
        {
            _firstIndex += _count;
            _second++;
            if (_second < Curve.Seconds)
            {
                _count = Curve.Counts[_second];
                Space();
                _next = Skip(_firstIndex);
            }
        }
    }

    private void Space()
    {
        var start = _second * TimeSpan.TicksPerSecond;
        if (_spacing == Spacing.Even)
        {
            for (var at = 0; at < _count; at++)
            {
                _ticks[at] = start + (long)((at + 0.5) * TimeSpan.TicksPerSecond / _count);
            }

            return;
        }

        // Gaps of a Poisson process up to the order after the last, stretched to fill the second.
        var draws = Draws.For(_seed, _second, GapStream);
        var gaps = new Exponential(1);
        var sum = 0.0;
        for (var at = 0; at < _count; at++)
        {
            sum += gaps.Draw(ref draws);
            _ticks[at] = (long)(sum * TimeSpan.TicksPerSecond);
        }

        sum += gaps.Draw(ref draws);
        for (var at = 0; at < _count; at++)
        {
            _ticks[at] = start + Math.Min((long)(_ticks[at] / sum), TimeSpan.TicksPerSecond - 1);
        }
    }
}
