using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>The way of a parcel: packed by its store in turn, on the road, delivered by the couriers of the
/// buyer's region in turn (rules LOG-1, LOG-2).</summary>
internal sealed class Parcels
{
    private const double FirstLegShare = 0.25; // of the transit: from the store out of its region (assumed)

    private readonly Run _run;
    private readonly StoreHandling[] _stores;
    private readonly int[] _packedPerDay;
    private readonly CourierRegion[] _regions;
    private readonly Queue<(OrderId Order, long Turn)>[] _waiting;
    private readonly int[] _seen; // how many of a region's first parcels the foresight saw: a hint, not saved
    private long _toPack;

    public Parcels(Run run)
    {
        _run = run;
        _packedPerDay = PackedPerDay(run.World);
        _stores = [.. _packedPerDay.Select(StoreHandling.Of)];
        _regions = Regions(run.World);
        _waiting = [.. _regions.Select(_ => new Queue<(OrderId, long)>())];
        _seen = new int[_regions.Length];
        LimitPacking(1);
        for (var region = 0; region < _regions.Length; region++)
        {
            Hold(region, 1);
        }
    }

    /// <summary>How many parcels each store of a world packs a day.</summary>
    public static int[] PackedPerDay(World world)
    {
        var stores = Enumerable.Range(0, world.Assortment.Stores.Count);
        var wanted = stores.Sum(world.Wants.Orders);
        var packed = world.Scenario.Capacity.PackedPerDay * world.Calibrated.Parcels;
        return [.. stores.Select(store => PerDay(packed * world.Wants.Orders(store) / wanted))];
    }

    /// <summary>The couriers of each region of a world.</summary>
    public static CourierRegion[] Regions(World world)
    {
        var delivered = world.Scenario.Capacity.DeliveredPerDay * world.Calibrated.Parcels;
        return [.. world.Scenario.Population.Regions.Select(region =>
            CourierRegion.Of(PerDay(delivered * region.Share)))];
    }

    /// <summary>How long a parcel is on its way from its store to the couriers of its region.</summary>
    public static int TransitMs(World world, OrderId order)
    {
        var draws = Draws.For(world.Seed, order.Packed, Streams.Parcel);
        return (int)Math.Min(int.MaxValue, world.Transit.Draw(ref draws));
    }

    /// <summary>Lets stores pack a share of what they usually do; what is promised stays.</summary>
    public void LimitPacking(double factor)
    {
        for (var store = 0; store < _stores.Length; store++)
        {
            var packed = PerDay(_packedPerDay[store] * factor);
            if (_stores[store].ParcelsPerDay != packed)
            {
                _stores[store].ParcelsPerDay = packed;
            }
        }

        var perDay = _stores.Sum(store => (double)store.ParcelsPerDay);
        Seen.Packing.Hold(_run.NowMs, perDay / FestivalClock.DaySeconds);
    }

    /// <summary>Leaves a region's couriers a share of their capacity until a time (rule LOG-2).</summary>
    public void LimitDelivery(int region, double factor, long untilMs)
    {
        var share = (int)Math.Round(factor * CourierRegion.FullShare);
        _regions[region].SetShock(_run.Now, _run.MomentOf(untilMs), share, _run.Now);
        Hold(region, factor);
        PlanNextDelivery(region);
    }

    /// <summary>As many couriers as the scenario has deliver from now on; turns once given stay.</summary>
    /// <param name="left">What shocks leave of a region's capacity.</param>
    public void TakeCouriers(Func<int, double> left)
    {
        var own = Regions(_run.World);
        for (var region = 0; region < own.Length; region++)
        {
            if (_regions[region].ParcelsPerDay != own[region].ParcelsPerDay)
            {
                _regions[region].ParcelsPerDay = own[region].ParcelsPerDay;
                Hold(region, left(region));
            }
        }
    }

    /// <summary>A paid order takes its turn at its store.</summary>
    public void Pack(in Order order)
    {
        var plan = _stores[order.Store.Value].Take(_run.Now, _run.Market.Policy.Logistics);
        _run.Plan(_run.MsOf(plan.At), EventKind.Ship, 0, order.Id.Packed);
        Seen.Packing.SeeWaiting(_run.NowMs, ++_toPack);
    }

    /// <summary>A store hands a parcel over, unless its order was refunded before.</summary>
    public void Ship(OrderId order)
    {
        Seen.Packing.SeeWaiting(_run.NowMs, --_toPack);
        if (_run.Market.Do(new StepOrder(order, OrderStep.Ship)) == OrderResult.Done)
        {
            var transitMs = TransitMs(_run.World, order);
            var firstLegMs = (int)(transitMs * FirstLegShare);
            _run.Plan(_run.NowMs + firstLegMs, EventKind.LeaveRegion, transitMs - firstLegMs, order.Packed);
        }
    }

    /// <summary>A parcel leaves the region of its store.</summary>
    public void LeaveRegion(OrderId order, int toGoMs) =>
        _run.Plan(_run.NowMs + toGoMs, EventKind.ReachRegion, 0, order.Packed);

    /// <summary>A parcel reaches the couriers of the buyer's region and takes its turn.</summary>
    public void ReachRegion(OrderId order)
    {
        var region = _run.World.Buyers[order.Buyer].Region;
        var plan = _regions[region].Take(_run.Now, _run.Market.Policy.Logistics);
        if (plan.Result == ParcelPlanResult.QueueFull)
        {
            _run.Plan(_run.NowMs + DayMs, EventKind.ReachRegion, 0, order.Packed);
            return;
        }

        _waiting[region].Enqueue((order, plan.Turn));
        SeeWaiting(region);
        if (_waiting[region].Count == 1)
        {
            PlanNextDelivery(region);
        }
    }

    /// <summary>The couriers of a region deliver the parcels whose turn has come.</summary>
    /// <param name="region">The region.</param>
    /// <param name="revision">What the region's turns were when this was planned; old plans are void.</param>
    public void Deliver(int region, long revision)
    {
        if (revision != _regions[region].Revision)
        {
            return;
        }

        while (_waiting[region].TryPeek(out var first)
            && _run.MsOf(_regions[region].MomentOf(first.Turn)) <= _run.NowMs)
        {
            if (_seen[region]-- == 0)
            {
                _run.Foresight.See(_waiting[region]);
                _seen[region] = OrderForesight.Together - 1;
            }

            _waiting[region].Dequeue();
            _run.Market.Do(new StepOrder(first.Order, OrderStep.Deliver));
        }

        SeeWaiting(region);

        PlanNextDelivery(region);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("parc");
        writer.Write(_toPack);
        writer.WriteRows<StoreHandling>(_stores);
        writer.WriteRows<CourierRegion>(_regions);
        foreach (var queue in _waiting)
        {
            writer.WriteSpan<long>([.. queue.SelectMany(one => new[] { one.Order.Packed, one.Turn })]);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("parc");
        _toPack = reader.Read<long>();
        reader.ReadRows<StoreHandling>(_stores);
        reader.ReadRows<CourierRegion>(_regions);
        foreach (var queue in _waiting)
        {
            var rows = reader.ReadSpan<long>();
            for (var at = 0; at < rows.Length; at += 2)
            {
                queue.Enqueue((OrderId.FromPacked(rows[at])!.Value, rows[at + 1]));
            }
        }
    }

    private const long DayMs = 86_400_000;

    private Passages Seen => _run.Recorder.Passages;

    private void Hold(int region, double factor) => Seen.Couriers[region].Hold(
        _run.NowMs, _regions[region].ParcelsPerDay * factor / FestivalClock.DaySeconds);

    private void SeeWaiting(int region) =>
        Seen.Couriers[region].SeeWaiting(_run.NowMs, _waiting[region].Count);

    private static int PerDay(double parcels) => (int)Math.Clamp(Math.Round(parcels), 1, 1e9);

    private void PlanNextDelivery(int region)
    {
        if (_waiting[region].TryPeek(out var first))
        {
            var at = _run.MsOf(_regions[region].MomentOf(first.Turn));
            _run.Plan(at, EventKind.Deliver, region, _regions[region].Revision);
        }
    }
}
