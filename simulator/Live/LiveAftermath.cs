namespace FlashSale.Simulator;

/// <summary>
/// What happens to paid orders of a real market: carries out what a <see cref="Recipient"/> and a
/// <see cref="Rater"/> mean to do (rules ORD-2, ORD-3, REP-1 to REP-6).
/// </summary>
internal sealed class LiveAftermath(LiveRun run)
{
    private readonly Recipient _recipient = run.World.Recipient;
    private readonly Rater _rater = run.World.Rater;

    /// <summary>A parcel arrives.</summary>
    public async Task HandOver(OrderId id)
    {
        if (await run.Market.StepOrder(id, OrderStep.Deliver) == OrderResult.Done
            && await run.Market.FindOrder(id) is { } order)
        {
            Receive(order);
        }
    }

    /// <summary>A buyer decides about what has arrived; who had claimed it argues no longer.</summary>
    public void Receive(OrderView order)
    {
        var untilConfirmed = run.ConfirmBy(order) - run.Now;
        if (_recipient.Awaits(order.Id, untilConfirmed).AfterMs == 0)
        {
            run.Plan(Recipient.Withdraws, order.Id.Packed);
        }

        run.Plan(_recipient.HasReceived(order.Id, run.World.ReturnRateOf(order.Store)), order.Id.Packed);
    }

    /// <summary>A buyer claims the money of a parcel that has not come.</summary>
    public async Task Claim(OrderId id)
    {
        if (await run.Market.FindOrder(id) is { Status: OrderStatus.Shipped }
            && await run.Market.OpenDispute(id) == OrderResult.Done)
        {
            run.Plan(_recipient.Claims(id), id.Packed);
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

    /// <summary>A buyer confirms receipt.</summary>
    public async Task Confirm(OrderId id)
    {
        if (await run.Market.StepOrder(id, OrderStep.Confirm) == OrderResult.Done
            && await run.Market.FindOrder(id) is { } order)
        {
            PlanRating(order);
        }
    }

    /// <summary>Time has confirmed the receipt, unless the buyer did or has a dispute.</summary>
    public async Task SeeConfirmed(OrderId id)
    {
        if (await run.Market.FindOrder(id) is { ConfirmedAt: { } at } order
            && at == run.ConfirmBy(order))
        {
            PlanRating(order);
        }
    }

    /// <summary>A buyer sends the goods back; over poor quality some stores argue.</summary>
    public async Task Return(OrderId id, bool isPoorQuality)
    {
        var dispute = _recipient.SendsBack(id, isPoorQuality);
        if (dispute.IsAny && await run.Market.OpenDispute(id) == OrderResult.Done)
        {
            run.Plan(dispute, id.Packed);
        }
        else if (await run.Market.FindOrder(id) is { } order)
        {
            await RefundAll(order);
        }
    }

    /// <summary>A dispute is decided; if time has run out meanwhile, the store's win confirms.</summary>
    public async Task DecideDispute(OrderId id, bool isClaim)
    {
        var before = await run.Market.FindOrder(id);
        var isForBuyer = isClaim ? before is { DeliveredAt: null } : _recipient.WinsDispute(id);
        await run.Market.ResolveDispute(id, isForBuyer);
        if (before is { ConfirmedAt: null } && await run.Market.FindOrder(id) is { ConfirmedAt: { } } order)
        {
            PlanRating(order);
        }
    }

    /// <summary>A buyer rates.</summary>
    public async Task Rate(OrderId id, Grievances grievances) =>
        await run.Market.Rate(id, _rater.RatingOf(id, grievances));

    private void PlanRating(OrderView order)
    {
        var grievances = Rater.GrievancesOf(
            order.PaidAt!.Value, run.World.IsFestival(order), order.ShippedAt!.Value,
            order.DeliveredAt ?? run.Now, run.Policies.At(run.Now).Logistics);
        run.Plan(_rater.HasConfirmed(order.Id, grievances), order.Id.Packed);
    }

    private async Task RefundAll(OrderView order)
    {
        for (var line = 0; line < order.Lines.Count; line++)
        {
            await run.Market.Refund(order.Id, line, order.Lines[line].Units);
        }
    }
}
