namespace FlashSale.Simulator;

/// <summary>The way of a parcel in a real market (rules LOG-1, LOG-2).</summary>
internal sealed class LiveParcels(LiveRun run)
{
    private const double DayMs = 86_400_000;

    private readonly StoreHandling[] _stores = [.. Parcels.PackedPerDay(run.World).Select(StoreHandling.Of)];
    private readonly CourierRegion[] _regions = Parcels.Regions(run.World);

    private LogisticsPolicy Policy => run.World.Policy.Logistics;

    /// <summary>A paid order takes its turn at its store; some buyers will change their minds.</summary>
    public void Pack(OrderId order, int store)
    {
        var plan = _stores[store].Take(run.Now, Policy);
        run.Plan(run.MsOf(plan.At), LiveKind.Ship, 0, order.Packed);
        var draws = Draws.For(run.World.Seed, order.Packed, Streams.Regret);
        if (draws.Happens(run.World.Scenario.Behaviour.Returning.BeforeShippingShare))
        {
            var at = run.NowMs + run.World.Habits.RefundDelay.Draw(ref draws);
            run.Plan(at, LiveKind.RefundUnshipped, 0, order.Packed);
        }
    }

    /// <summary>A store hands a parcel over, unless its order was refunded before.</summary>
    public async Task Ship(OrderId order)
    {
        if (await run.Market.StepOrder(order, OrderStep.Ship) == OrderResult.Done)
        {
            Travel(order);
        }
    }

    /// <summary>A parcel is on its way to the couriers of its region.</summary>
    public void Travel(OrderId order) => run.Plan(
        run.NowMs + Parcels.TransitMs(run.World, order), LiveKind.ReachRegion, 0, order.Packed);

    /// <summary>A parcel reaches the couriers of the buyer's region and takes its turn.</summary>
    public void ReachRegion(OrderId order)
    {
        var plan = _regions[run.World.Buyers[order.Buyer].Region].Take(run.Now, Policy);
        if (plan.Result == ParcelPlanResult.QueueFull)
        {
            run.Plan(run.NowMs + DayMs, LiveKind.ReachRegion, 0, order.Packed);
            return;
        }

        run.Plan(run.MsOf(plan.At), LiveKind.Deliver, 0, order.Packed);
    }
}
