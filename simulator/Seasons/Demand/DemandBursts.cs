using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>The bursts of a season: who comes for them, what they buy, and what of it goes back (DEM-7).
/// </summary>
internal sealed class DemandBursts(SeasonRun run, IReadOnlyList<DemandBurst> bursts)
{
    private const int NumberBits = 32;
    private const int NobodyComes = -1;
    private const double ReturnsAfterDays = 5;

    private readonly long[] _visits = new long[bursts.Count];
    private readonly long[] _orders = new long[bursts.Count];
    private readonly SortedDictionary<long, int> _underWay = []; // orders that may go back, by their burst
    private int _coming = NobodyComes;

    /// <summary>What came of each.</summary>
    public IReadOnlyList<BurstOutcome> Outcomes =>
        [.. bursts.Select((burst, at) => new BurstOutcome(burst.Name, _visits[at], _orders[at]))];

    /// <summary>A day begins: the visits of bursts that begin on it are planned.</summary>
    /// <param name="day">The day.</param>
    /// <param name="visitsADay">Visits of an ordinary day.</param>
    public void Begin(in SeasonDay day, double visitsADay)
    {
        for (var at = 0; at < bursts.Count; at++)
        {
            if ((int)bursts[at].StartsAt.TotalDays == day.Number)
            {
                Plan(at, visitsADay);
            }
        }
    }

    /// <summary>A buyer comes because of a burst.</summary>
    public BuyerErrand Come(long key, BuyerChoice choice)
    {
        var at = (int)(key >> NumberBits);
        var burst = bursts[at];
        var category = CategoryOf(burst);
        (_coming, _visits[at]) = (at, _visits[at] + 1);
        run.Recorder.Count(SeasonMeasures.BurstVisits);
        return new BuyerErrand(
            -1 - key, category, burst.IsOfListing ? choice.BestSeller(category) : -1, burst.Conversion);
    }

    /// <summary>The visit is over.</summary>
    public void Leave() => _coming = NobodyComes;

    /// <summary>An order was placed, maybe by whoever just came.</summary>
    public void Placed(OrderId order)
    {
        if (_coming != NobodyComes)
        {
            _orders[_coming]++;
            if (bursts[_coming].Returns > 1)
            {
                _underWay[order.Packed] = _coming;
            }
        }
    }

    /// <summary>A parcel has arrived: what was bought in haste goes back more often.</summary>
    public void Delivered(OrderId order)
    {
        if (_underWay.Remove(order.Packed, out var at))
        {
            var draws = Draws.For(run.World.Seed, order.Packed, Streams.SeasonBurst);
            var rate = run.World.Categories[CategoryOf(bursts[at])].ReturnRate;
            if (draws.Happens((bursts[at].Returns - 1) * rate))
            {
                var after = (long)(draws.Unit() * ReturnsAfterDays * SeasonDay.Ms);
                run.Plan(run.NowMs + after, EventKind.Return, 0, order.Packed);
            }
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteRows<long>(_visits);
        writer.WriteRows<long>(_orders);
        writer.WriteSpan<long>([.. _underWay.Keys]);
        writer.WriteSpan<int>([.. _underWay.Values]);
    }

    public void Load(StateReader reader)
    {
        reader.ReadRows<long>(_visits);
        reader.ReadRows<long>(_orders);
        _underWay.Clear();
        foreach (var (order, burst) in reader.ReadSpan<long>().Zip(reader.ReadSpan<int>()))
        {
            _underWay[order] = burst;
        }
    }

    private int CategoryOf(DemandBurst burst) => run.World.CategoryNamed(burst.Category);

    private void Plan(int at, double visitsADay)
    {
        var (burst, curve) = (bursts[at], new BurstCurve(bursts[at]));
        var category = run.World.Categories[CategoryOf(burst)];
        const double minuteMs = 60_000;
        var perMs = burst.Kind == BurstKind.Live
            ? burst.Viewers * DemandBurst.ComingPerMinute / minuteMs
            : (burst.Peak - 1) * visitsADay * category.ShareOfOrders / SeasonDay.Ms;
        var starts = (long)burst.StartsAt.TotalMilliseconds;
        var draws = Draws.For(run.World.Seed, at, Streams.SeasonBurst);
        var visits = (long)((perMs * curve.AtPeakMs) + draws.Unit());
        for (var number = 0L; number < Math.Min(visits, DemandBurst.VisitsMax); number++)
        {
            var buyer = draws.Below(run.World.Terms.Buyers);
            var when = starts + curve.ComesAfter(draws.Unit());
            if (when < run.World.Calendar.Days * SeasonDay.Ms)
            {
                run.Plan(when, EventKind.BurstVisit, buyer, ((long)at << NumberBits) | number);
            }
        }
    }
}
