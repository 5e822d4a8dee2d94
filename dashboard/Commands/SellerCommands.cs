namespace FlashSale.Dashboard;

/// <inheritdoc cref="IMarketplace.OpenStore"/>
internal sealed record OpenStore(StoreApplication Application) : MarketCommand
{
    public override bool IsWithin(ApiLimits limits) => Application.Id.Value < limits.StoresMax;

    public override ValueTask<Outcome> Send(IMarketplace market) =>
        Outcome.Of(market.OpenStore(Application));
}

/// <inheritdoc cref="IMarketplace.StepStore"/>
internal sealed record StepStore(StoreId Id, StoreStep Step) : MarketCommand
{
    /// <summary>Sellers hide, show and close their stores; the rest is the platform's.</summary>
    public override Caller Caller =>
        Step is StoreStep.Hide or StoreStep.Show or StoreStep.Close ? Caller.Anyone : Caller.Operator;

    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.StepStore(Id, Step));
}

/// <inheritdoc cref="IMarketplace.SetCoupon"/>
internal sealed record SetCoupon(StoreId Id, Coupon Coupon) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.SetCoupon(Id, Coupon));
}

/// <inheritdoc cref="IMarketplace.Publish"/>
internal sealed record Publish(ListingId Id, ListingTerms Terms) : MarketCommand
{
    public override bool IsWithin(ApiLimits limits) => Id.Value < limits.ListingsMax;

    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.Publish(Id, Terms));
}

/// <inheritdoc cref="IMarketplace.Reprice"/>
internal sealed record Reprice(ListingId Id, Money Price) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.Reprice(Id, Price));
}

/// <inheritdoc cref="IMarketplace.Restock"/>
internal sealed record Restock(ListingId Id, int UnitsInTotal) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) =>
        Outcome.Of(market.Restock(Id, UnitsInTotal));
}

/// <inheritdoc cref="IMarketplace.Withdraw"/>
internal sealed record WithdrawListing(ListingId Id) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.Withdraw(Id));
}
