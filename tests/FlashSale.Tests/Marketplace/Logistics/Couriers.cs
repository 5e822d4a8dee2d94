using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Logistics;

/// <summary>
/// What happens in a region, so long after what happened before: a parcel comes, or a shock.
/// </summary>
internal sealed record Happening(bool IsShock, TimeSpan After, TimeSpan Begins, TimeSpan Lasts, int Share);

/// <summary>
/// Delivers each parcel of a region when its turn comes, and works out what the region could do.
/// </summary>
internal sealed class Couriers
{
    /// <summary>Deliveries a day without a shock.</summary>
    public const int PerDay = 24;

    private readonly List<(DateTimeOffset From, DateTimeOffset Until, int Share)> _shocks = [];
    private readonly Queue<(long Turn, DateTimeOffset TakenAt)> _waiting = new();
    private readonly List<DateTimeOffset> _delivered = [];
    private CourierRegion _region = CourierRegion.Of(PerDay);
    private DateTimeOffset _now = Midnight;

    public void Live(Happening happening)
    {
        _now += happening.After;
        DeliverUntil(_now);
        if (!happening.IsShock)
        {
            var numbers = Rules.Logistics with { QueueAheadMax = TimeSpan.FromDays(3_650) };
            _waiting.Enqueue((_region.Take(_now, numbers).Turn, _now));
            return;
        }

        var from = _now + happening.Begins;
        _region.SetShock(from, from + happening.Lasts, happening.Share, _now);
        EndTheLastShock();
        _shocks.Add((Later(from, _now), from + happening.Lasts, happening.Share));
    }

    public void DeliverUntil(DateTimeOffset now)
    {
        while (_waiting.TryPeek(out var parcel) && _region.MomentOf(parcel.Turn) <= now)
        {
            _waiting.Dequeue();
            _delivered.Add(Later(_region.MomentOf(parcel.Turn), parcel.TakenAt));
        }
    }

    public void AssertWithinCapacity()
    {
        Assert.Empty(_waiting);
        for (var first = 0; first < _delivered.Count; first++)
        {
            for (var last = first + 1; last < _delivered.Count; last++)
            {
                var needed = (last - first) * (TimeSpan.TicksPerDay / PerDay);
                var able = Work(_delivered[first], _delivered[last]) + _shocks.Count + 1; // ticks of rounding
                Assert.True(needed <= able, $"parcels {first} to {last}: {needed} ticks in {able}");
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) =>
        left > right ? left : right;

    // A new shock takes the place of the old one.
    private void EndTheLastShock()
    {
        if (_shocks.Count > 0 && _shocks[^1].Until > _now)
        {
            _shocks[^1] = _shocks[^1] with { Until = _now };
        }
    }

    private long Work(DateTimeOffset from, DateTimeOffset until)
    {
        var work = (until - from).Ticks;
        foreach (var shock in _shocks)
        {
            var begins = Math.Max(from.UtcTicks, shock.From.UtcTicks);
            var ends = Math.Min(until.UtcTicks, shock.Until.UtcTicks);
            var lost = Math.Max(0, ends - begins) * (CourierRegion.FullShare - shock.Share);
            work -= lost / CourierRegion.FullShare;
        }

        return work;
    }
}
