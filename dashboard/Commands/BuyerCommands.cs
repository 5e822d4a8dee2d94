namespace FlashSale.Dashboard;

/// <inheritdoc cref="IMarketplace.PutInCart"/>
internal sealed record PutInCart(BuyerId Buyer, CartLine Line) : MarketCommand
{
    public override bool IsWithin(ApiLimits limits) => Buyer.Value < limits.BuyersMax;

    public override ValueTask<Outcome> Send(IMarketplace market) =>
        Outcome.Of(market.PutInCart(Buyer, Line));
}

/// <inheritdoc cref="IMarketplace.RemoveFromCart"/>
internal sealed record RemoveFromCart(BuyerId Buyer, ListingId Listing) : MarketCommand
{
    public override bool IsWithin(ApiLimits limits) => Buyer.Value < limits.BuyersMax;

    public override ValueTask<Outcome> Send(IMarketplace market) =>
        Outcome.Of(market.RemoveFromCart(Buyer, Listing));
}

/// <inheritdoc cref="IMarketplace.Checkout"/>
internal sealed record CheckOut(CheckoutId Id, ReadOnlyMemory<CartLine> Lines) : MarketCommand
{
    public override bool IsWithin(ApiLimits limits) => Id.Buyer.Value < limits.BuyersMax;

    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.Checkout(Id, Lines));
}

/// <inheritdoc cref="IMarketplace.Pay"/>
internal sealed record Pay(CheckoutId Id, PaymentChannel Channel) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.Pay(Id, Channel));
}

/// <inheritdoc cref="IMarketplace.PayBalance"/>
internal sealed record PayBalance(CheckoutId Id, PaymentChannel Channel) : MarketCommand
{
    public override ValueTask<Outcome> Send(IMarketplace market) =>
        Outcome.Of(market.PayBalance(Id, Channel));
}
