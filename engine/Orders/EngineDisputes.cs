namespace FlashSale.Engine;

/// <summary>
/// Carries out what <see cref="DisputeLifecycle"/> and <see cref="DisputeProcess"/> decide; the cluster's
/// twin is ClusterDisputes.
/// </summary>
internal sealed class EngineDisputes(MarketState market, EngineRefunds refunds, EngineSteps steps)
{
    /// <summary>The buyer opens a dispute on an order that is paid and not confirmed.</summary>
    public OrderResult Open(OrderId id)
    {
        var place = market.Orders.Find(id);
        return place switch
        {
            { IsKnown: false } => OrderResult.UnknownOrder,
            { IsLive: false } => Open(market.Orders.EndedAt(place.Row)),
            _ => market.Orders.Live(place.Row).BeginDispute(),
        };
    }

    /// <summary>
    /// Ends a dispute: for the buyer, who gets the rest of the money back, or for the store.
    /// </summary>
    public OrderResult ResolveDispute(in ResolveDispute command)
    {
        var (id, forBuyer) = (command.Id, command.ForBuyer);
        var place = market.Orders.Find(id);
        if (!place.IsLive)
        {
            return place.IsKnown
                ? DisputeLifecycle.Decide(market.Orders.EndedAt(place.Row).Dispute, forBuyer).Result
                : OrderResult.UnknownOrder;
        }

        var before = market.Orders.Live(place.Row).Dispute;
        var result = market.Orders.Live(place.Row).ResolveDispute(forBuyer);
        market.Trace(command, hasEffect: market.Orders.Live(place.Row).Dispute != before);
        if (DisputeProcess.IsUnderWay(market.Orders.Live(place.Row)))
        {
            refunds.CarryOutVerdict(id);
        }
        else if (DisputeProcess.Settles(
            market.Orders.Live(place.Row), market.Now, market.Policies))
        {
            steps.Settle(place.Row, byTime: true);
        }

        return result;
    }

    private static OrderResult Open(in EndedOrder order) =>
        DisputeLifecycle.Ask(order.Dispute, order.Status).Result;
}
