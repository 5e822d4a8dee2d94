namespace FlashSale.Marketplace;

/// <summary>
/// The couriers of one region: so many deliveries a day, in turn, less while a shock lasts (LOG-1, LOG-2).
/// </summary>
/// <remarks>
/// A turn is a point on a clock that runs slower in a shock and stands still when the roads are closed. So a
/// shock moves all parcels that wait for their turn, though none of them is touched: their moments are asked
/// again when <see cref="Revision"/> has changed. 56 bytes without padding. Moments do not go back.
/// </remarks>
public struct CourierRegion
{
    /// <summary>The share of the capacity that is left with no shock: all of it, in 1/10,000.</summary>
    public const int FullShare = 10_000;

    private Pace _turns; // in ticks of the region's own clock
    private long _since; // from this tick on the shock below is known …
    private long _clock; // … and then the region's clock showed this
    private long _shockFrom; // ticks; no shock if not before _shockUntil
    private long _shockUntil;
    private int _share; // of the capacity within the shock, in 1/10,000

    /// <summary>
    /// How often a shock was set: as long as this stays the same, so do the moments of all turns.
    /// </summary>
    public int Revision { readonly get; private set; }

    /// <summary>
    /// Deliveries a day without a shock; 1 to 1,000,000,000. A change holds for parcels to come.
    /// </summary>
    public int ParcelsPerDay
    {
        readonly get => _turns.PerDay;
        set => _turns.PerDay = value;
    }

    /// <summary>A region with this capacity, open, with no parcels.</summary>
    public static CourierRegion Of(int parcelsPerDay) => new() { ParcelsPerDay = parcelsPerDay };

    /// <summary>Parcels that wait for their turn.</summary>
    public readonly long Waiting(DateTimeOffset now) => _turns.Taken(ClockAt(now.UtcTicks));

    /// <summary>Leaves a share of the capacity from one moment to another: 0 closes the roads.</summary>
    /// <remarks>
    /// It replaces a shock that was set before; what that one has held up until now stays held up.
    /// </remarks>
    public void SetShock(DateTimeOffset from, DateTimeOffset until, int shareBasisPoints, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shareBasisPoints);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shareBasisPoints, FullShare);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        _clock = ClockAt(now.UtcTicks);
        _since = now.UtcTicks;
        _shockFrom = Math.Max(from.UtcTicks, _since);
        _shockUntil = Math.Max(until.UtcTicks, _shockFrom);
        _share = shareBasisPoints;
        Revision++;
    }

    /// <summary>
    /// Gives a parcel that has reached the region its turn; the answer says when it is delivered.
    /// </summary>
    public ParcelPlan Take(DateTimeOffset now, LogisticsPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var clock = ClockAt(now.UtcTicks);
        var turnAt = MomentOf(_turns.Next(clock));
        var at = turnAt > now ? turnAt : now.ToUniversalTime();
        return at - now > policy.QueueAheadMax
            ? new ParcelPlan(ParcelPlanResult.QueueFull, at, 0)
            : new ParcelPlan(ParcelPlanResult.Planned, at, _turns.Take(clock));
    }

    /// <summary>When a turn comes, as far as the shocks are known.</summary>
    public readonly DateTimeOffset MomentOf(long turn)
    {
        var open = _since + (turn - _clock);
        if (open < _shockFrom || _shockFrom >= _shockUntil)
        {
            return MomentAt(open);
        }

        var done = InShock(_shockUntil - _shockFrom);
        var left = open - _shockFrom; // what the clock must still run from the beginning of the shock
        return MomentAt(left > done ? _shockUntil + (left - done) : _shockFrom + ShockNeededFor(left));
    }

    private static DateTimeOffset MomentAt(long tick) => new(tick, TimeSpan.Zero);

    // Whole and part apart, so that no length of shock overflows.
    private readonly long InShock(long ticks) =>
        (ticks / FullShare * _share) + (ticks % FullShare * _share / FullShare);

    // The shortest time in which the clock runs that far: the inverse of InShock.
    private readonly long ShockNeededFor(long ticks) => _share == 0
        ? _shockUntil - _shockFrom
        : (long)((((Int128)ticks * FullShare) + _share - 1) / _share);

    private readonly long ClockAt(long tick)
    {
        if (tick <= _shockFrom || _shockFrom >= _shockUntil)
        {
            return _clock + (tick - _since);
        }

        var inShock = Math.Min(tick, _shockUntil) - _shockFrom;
        var after = Math.Max(0, tick - _shockUntil);
        return _clock + (_shockFrom - _since) + InShock(inShock) + after;
    }
}
