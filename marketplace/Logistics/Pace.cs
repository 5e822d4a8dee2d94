namespace FlashSale.Marketplace;

/// <summary>Even places in time: so many a day, one after the other (rule LOG-1).</summary>
/// <remarks>
/// Whole-number arithmetic: the part of a tick that one place leaves over is carried to the next, so that a
/// busy day has exactly its number of places and the same on every machine. 16 bytes.
/// </remarks>
internal struct Pace
{
    /// <summary>The most places a day.</summary>
    public const int PerDayMax = 1_000_000_000;

    private long _next; // the first free tick
    private int _perDay;
    private int _carry; // in 1/_perDay ticks, below _perDay

    /// <summary>Places a day: 1 to <see cref="PerDayMax"/>.</summary>
    public int PerDay
    {
        readonly get => _perDay;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, PerDayMax);
            (_perDay, _carry) = (value, 0);
        }
    }

    /// <summary>The place that a comer at this tick would get.</summary>
    public readonly long Next(long tick) => Math.Max(_next, tick);

    /// <summary>How many places are taken from this tick on, the part of one counting as one.</summary>
    public readonly long Taken(long tick)
    {
        var ahead = _next - tick;
        return ahead <= 0
            ? 0
            : (long)((((Int128)ahead * _perDay) + TimeSpan.TicksPerDay - 1) / TimeSpan.TicksPerDay);
    }

    /// <summary>Takes the next place for a comer at this tick.</summary>
    public long Take(long tick)
    {
        if (tick > _next)
        {
            (_next, _carry) = (tick, 0);
        }

        var place = _next;
        _next += TimeSpan.TicksPerDay / _perDay;
        _carry += (int)(TimeSpan.TicksPerDay % _perDay);
        if (_carry >= _perDay)
        {
            _carry -= _perDay;
            _next++;
        }

        return place;
    }
}
