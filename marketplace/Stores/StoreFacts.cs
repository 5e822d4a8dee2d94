namespace FlashSale.Marketplace;

/// <summary>All that a store keeps, laid open for hosts that store them one by one.</summary>
/// <remarks>Rules STO-1, STO-3. The default is no store.</remarks>
/// <param name="Owner">The person behind the store.</param>
/// <param name="Market">Its market.</param>
/// <param name="Tier">How much deposit a brand store owes.</param>
/// <param name="Status">Its status.</param>
/// <param name="SuspendedFor">Why it is suspended; 0 if it is not.</param>
/// <param name="DepositRequired">The deposit that the store owes.</param>
/// <param name="DepositPaid">What of it lies in escrow.</param>
/// <param name="ShortSince">Since when it is below its deposit; null if it is not.</param>
public readonly record struct StoreFacts(
    SellerId Owner,
    MarketKind Market,
    DepositTier Tier,
    StoreStatus Status,
    SuspensionCause SuspendedFor,
    Money DepositRequired,
    Money DepositPaid,
    DateTimeOffset? ShortSince)
{
    /// <summary>The first thing that no history of a store leads to, in words, or null.</summary>
    internal string? Problem() => this switch
    {
        _ when this == default => null,
        { Owner.Value: < 0 } => "owner: 0 or more",
        { Market: not (MarketKind.Consumer or MarketKind.Brand) } => "market: no such market",
        { Tier: < DepositTier.Low or > DepositTier.High } => "tier: no such tier",
        { Status: < StoreStatus.Applying or > StoreStatus.Closed } => "status: no such status",
        { SuspendedFor: > SuspensionCause.Platform } => "suspended for: no such cause",
        _ when Status == StoreStatus.Suspended != (SuspendedFor != default) =>
            "suspended for: a cause if it is suspended, else none",
        _ when DepositRequired.IsNegative || DepositPaid.IsNegative => "deposit: not negative",
        { ShortSince: not null } when DepositPaid >= DepositRequired => "short since: only below the deposit",
        _ => null,
    };
}
