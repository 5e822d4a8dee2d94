namespace FlashSale.Simulator;

/// <summary>
/// What buyers of a real market do with what they paid for (rules ORD-2, ORD-3, REP-1 to REP-6).
/// </summary>
internal sealed class LiveAftermath(LiveRun run)
{
    private World World => run.World;

    private Returning Returning => run.World.Scenario.Behaviour.Returning;

    /// <summary>A parcel arrives: it will be sent back, or confirmed, or left to the deadline.</summary>
    public async Task Deliver(OrderId id)
    {
        if (await run.Market.StepOrder(id, OrderStep.Deliver) == OrderResult.Done
            && await run.Market.FindOrder(id) is { } order)
        {
            Receive(order);
        }
    }

    /// <summary>A buyer decides about what has arrived.</summary>
    public void Receive(OrderView order)
    {
        var draws = Draws.For(World.Seed, order.Id.Packed, Streams.Aftermath);
        var category = World.Assortment.Stores[order.Store.Value].Category;
        if (draws.Happens(World.Scenario.Catalogue.Categories[category].ReturnRate))
        {
            var at = run.NowMs + World.Habits.ReturnDelay.Draw(ref draws);
            run.Plan(at, LiveKind.Return, draws.Happens(Returning.PoorQualityShare) ? 1 : 0, order.Id.Packed);
        }
        else if (draws.Happens(World.Scenario.Behaviour.Receiving.ConfirmShare))
        {
            var at = run.NowMs + World.Habits.ConfirmDelay.Draw(ref draws);
            run.Plan(at, LiveKind.Confirm, 0, order.Id.Packed);
        }
    }

    /// <summary>A buyer asks for the money back before the parcel has left.</summary>
    public async Task RefundUnshipped(OrderId id)
    {
        if (await run.Market.FindOrder(id) is { Status: OrderStatus.Paid } order)
        {
            await RefundAll(order);
        }
    }

    /// <summary>A buyer confirms receipt; some will rate.</summary>
    public async Task Confirm(OrderId id)
    {
        var draws = Draws.For(World.Seed, id.Packed, Streams.Rating);
        if (await run.Market.StepOrder(id, OrderStep.Confirm) == OrderResult.Done
            && draws.Happens(World.Scenario.Behaviour.Rating.Share))
        {
            run.Plan(run.NowMs + World.Habits.RateDelay.Draw(ref draws), LiveKind.Rate, 0, id.Packed);
        }
    }

    /// <summary>A buyer sends the goods back; over poor quality some stores argue.</summary>
    public async Task Return(OrderId id, bool isPoorQuality)
    {
        var draws = Draws.For(World.Seed, id.Packed, Streams.Dispute);
        if (isPoorQuality && draws.Happens(Returning.DisputedShare)
            && await run.Market.OpenDispute(id) == OrderResult.Done)
        {
            var at = run.NowMs + World.Habits.DisputeWithin.Draw(ref draws);
            run.Plan(at, LiveKind.DecideDispute, 0, id.Packed);
        }
        else if (await run.Market.FindOrder(id) is { } order)
        {
            await RefundAll(order);
        }
    }

    /// <summary>A dispute is decided.</summary>
    public async Task DecideDispute(OrderId id)
    {
        var draws = Draws.For(World.Seed, id.Packed, Streams.Verdict);
        await run.Market.ResolveDispute(id, draws.Happens(Returning.BuyerWinsShare));
    }

    /// <summary>A buyer rates, with less where something went wrong.</summary>
    public async Task Rate(OrderId id)
    {
        if (await run.Market.FindOrder(id) is { PaidAt: { } paidAt, ShippedAt: { } shippedAt } order)
        {
            var policy = World.Policy.Logistics;
            var midnight = World.Scenario.Festival.Midnight;
            var isFestival = order.PlacedAt >= midnight && order.PlacedAt < midnight.AddDays(1);
            var grievances = Aftermath.GrievancesOf(
                StoreHandling.PromisedBy(paidAt, isFestival, policy), shippedAt,
                order.DeliveredAt ?? run.Now, policy);
            await run.Market.Rate(id, Aftermath.RatingOf(World, id, grievances));
        }
    }

    private async Task RefundAll(OrderView order)
    {
        for (var line = 0; line < order.Lines.Count; line++)
        {
            await run.Market.Refund(order.Id, line, order.Lines[line].Units);
        }
    }
}
