namespace FlashSale.Dashboard;

/// <inheritdoc cref="IMarketplace.Move"/>
internal sealed record MoveMoney(Transfer Transfer) : MarketCommand
{
    /// <summary>Buyers and sellers move their own money; the rest is the platform's.</summary>
    public override Caller Caller => Transfer.Kind is MovementKind.BuyerTopUp or MovementKind.DepositPaid
        or MovementKind.Withdrawal or MovementKind.LoanRepayment
        ? Caller.Anyone
        : Caller.Operator;

    public override bool IsWithin(ApiLimits limits) =>
        Transfer.Buyer.Value < limits.BuyersMax && Transfer.Store.Value < limits.StoresMax;

    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.Move(Transfer));
}

/// <inheritdoc cref="IMarketplace.Flip"/>
internal sealed record FlipSwitch(SwitchCommand Flip) : MarketCommand
{
    public override Caller Caller => Caller.Operator;

    public override ValueTask<Outcome> Send(IMarketplace market) => Outcome.Of(market.Flip(Flip));
}
