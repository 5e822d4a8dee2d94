namespace FlashSale.Simulator;

/// <summary>The way of a parcel in a real market (rules LOG-1, LOG-2).</summary>
internal sealed class LiveParcels(LiveRun run)
{
    private const long DayMs = 86_400_000;

    private readonly StoreHandling[] _stores = [.. Parcels.PackedPerDay(run.World).Select(StoreHandling.Of)];
    private readonly CourierRegion[] _regions = Parcels.Regions(run.World);

    private LogisticsPolicy Policy => run.Policies.At(run.Now).Logistics;

    /// <summary>A paid order takes its turn at its store; some buyers will change their minds.</summary>
    public void Pack(OrderId order, int store)
    {
        run.PlanAt(_stores[store].Take(run.Now, Policy).At, EventKind.Ship, order);
        run.Plan(run.World.Recipient.HasPaid(order), order.Packed);
    }

    /// <summary>A store hands a parcel over, unless its order was refunded before.</summary>
    public async Task Ship(OrderId order)
    {
        if (await run.Market.StepOrder(order, OrderStep.Ship) == OrderResult.Done
            && await run.Market.FindOrder(order) is { } shipped)
        {
            Travel(shipped);
        }
    }

    /// <summary>A parcel is on its way to the couriers of its region.</summary>
    public void Travel(OrderView order)
    {
        var transitMs = Parcels.TransitMs(run.World, order.Id);
        run.Plan(new Intention(EventKind.ReachRegion, transitMs), order.Id.Packed);
        LeaveToTime(order);
        var untilConfirmed = run.ConfirmBy(order) - run.Now;
        run.Plan(run.World.Recipient.Awaits(order.Id, untilConfirmed), order.Id.Packed);
    }

    /// <summary>If the buyer is silent, time will confirm the receipt.</summary>
    public void LeaveToTime(OrderView order) =>
        run.PlanAt(run.ConfirmBy(order), EventKind.SeeConfirmed, order.Id);

    /// <summary>A parcel reaches the couriers of the buyer's region and takes its turn.</summary>
    public void ReachRegion(OrderId order)
    {
        var plan = _regions[run.World.Buyers[order.Buyer].Region].Take(run.Now, Policy);
        if (plan.Result == ParcelPlanResult.QueueFull)
        {
            run.Plan(new Intention(EventKind.ReachRegion, DayMs), order.Packed);
            return;
        }

        run.PlanAt(plan.At, EventKind.HandOver, order);
    }
}
