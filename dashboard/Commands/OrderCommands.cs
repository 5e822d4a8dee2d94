namespace FlashSale.Dashboard;

/// <summary>The steps that a person takes with an order.</summary>
internal enum PersonStep : byte
{
    /// <inheritdoc cref="OrderStep.Cancel"/>
    Cancel = OrderStep.Cancel,

    /// <inheritdoc cref="OrderStep.Ship"/>
    Ship = OrderStep.Ship,

    /// <inheritdoc cref="OrderStep.Deliver"/>
    Deliver = OrderStep.Deliver,

    /// <inheritdoc cref="OrderStep.Confirm"/>
    Confirm = OrderStep.Confirm,
}

/// <inheritdoc cref="IMarketplace.StepOrder"/>
internal sealed record StepOrder(OrderId Id, OrderStep Step) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.StepOrder(Id, Step));
}

/// <inheritdoc cref="IMarketplace.Refund"/>
internal sealed record RefundLine(OrderId Id, int Line, int UnitsInTotal) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) =>
        Outcome.Of(market.Refund(Id, Line, UnitsInTotal));
}

/// <inheritdoc cref="IMarketplace.OpenDispute"/>
internal sealed record OpenDispute(OrderId Id) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.OpenDispute(Id));
}

/// <summary>One of the two sides of a deal.</summary>
internal enum Side : byte
{
    /// <summary>Who bought.</summary>
    Buyer = 1,

    /// <summary>Who sold.</summary>
    Store,
}

/// <inheritdoc cref="IMarketplace.ResolveDispute"/>
internal sealed record ResolveDispute(OrderId Id, Side Winner) : MarketCommand
{
    public override Caller Caller => Caller.Operator;

    public override ValueTask<Outcome> Send(IMarketplace market) =>
        Outcome.Of(market.ResolveDispute(Id, forBuyer: Winner == Side.Buyer));
}

/// <inheritdoc cref="IMarketplace.Rate"/>
internal sealed record RateStore(OrderId Id, Rating Rating) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.Rate(Id, Rating));
}

/// <inheritdoc cref="IMarketplace.RateBuyer"/>
internal sealed record RateBuyer(OrderId Id, CreditRating Verdict) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) =>
        Outcome.Of(market.RateBuyer(Id, Verdict));
}
