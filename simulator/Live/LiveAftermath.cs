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

    /// <summary>A buyer decides about what has arrived.</summary>
    public void Receive(OrderView order) => run.Plan(
        _recipient.HasReceived(order.Id, run.World.ReturnRateOf(order.Store)), order.Id.Packed);

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
        if (await run.Market.StepOrder(id, OrderStep.Confirm) == OrderResult.Done
            && await run.Market.FindOrder(id) is { PaidAt: { } paidAt, ShippedAt: { } shippedAt } order)
        {
            var midnight = run.World.Scenario.Festival.Midnight;
            var isFestival = order.PlacedAt >= midnight && order.PlacedAt < midnight.AddDays(1);
            var grievances = Rater.GrievancesOf(
                paidAt, isFestival, shippedAt, order.DeliveredAt ?? run.Now, run.World.Policy.Logistics);
            run.Plan(_rater.HasConfirmed(id, grievances), id.Packed);
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

    /// <summary>A dispute is decided.</summary>
    public async Task DecideDispute(OrderId id) =>
        await run.Market.ResolveDispute(id, _recipient.WinsDispute(id));

    /// <summary>A buyer rates.</summary>
    public async Task Rate(OrderId id, Grievances grievances) =>
        await run.Market.Rate(id, _rater.RatingOf(id, grievances));

    private async Task RefundAll(OrderView order)
    {
        for (var line = 0; line < order.Lines.Count; line++)
        {
            await run.Market.Refund(order.Id, line, order.Lines[line].Units);
        }
    }
}
