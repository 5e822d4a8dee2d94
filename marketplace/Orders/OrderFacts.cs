using static FlashSale.Marketplace.OrderStatus;

namespace FlashSale.Marketplace;

/// <summary>
/// All that an order keeps, laid open: hosts that store orders one by one take them apart and build them
/// again.
/// </summary>
/// <remarks>Rules ORD-1 to ORD-4, ESC-3. Moments are kept in whole milliseconds.</remarks>
public readonly record struct OrderFacts
{
    /// <summary>Its id.</summary>
    public required OrderId Id { get; init; }

    /// <summary>The store.</summary>
    public required StoreId Store { get; init; }

    /// <summary>What was agreed when it was placed.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>How it was paid, a presale its balance; 0 before.</summary>
    public required PaymentChannel Channel { get; init; }

    /// <summary>How a presale's deposit was paid, if otherwise than its balance; else 0.</summary>
    public required PaymentChannel DepositChannel { get; init; }

    /// <summary>Where its dispute is.</summary>
    public required DisputeStatus Dispute { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it was paid as a whole.</summary>
    public required DateTimeOffset? PaidAt { get; init; }

    /// <summary>When it left the store.</summary>
    public required DateTimeOffset? ShippedAt { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When receipt was confirmed.</summary>
    public required DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Its money at the guarantor.</summary>
    public required OrderEscrow Escrow { get; init; }

    /// <summary>The buyer's rating; none before it is rated.</summary>
    public required Rating Rating { get; init; }

    /// <summary>Who has rated whom.</summary>
    public required OrderCredits Credits { get; init; }

    /// <summary>Why its payment was refused; 0 if the goods were gone, or if it was not refused.</summary>
    public ReserveResult RefusedFor { get; init; }

    /// <summary>The first thing that no history of an order leads to, in words, or null.</summary>
    internal string? Problem() => this switch
    {
        { Store.Value: < 0 } => "store: 0 or more",
        { Status: < Placed or > Closed } => "status: no such status",
        { Channel: > PaymentChannel.Credit } or { DepositChannel: > PaymentChannel.Credit } =>
            "channel: no such channel",
        { DepositChannel: > 0 } when DepositChannel == Channel || Channel == 0
            || !Terms.Deposit.IsPositive || Escrow.Paid <= Terms.Deposit =>
            "deposit channel: of a presale that was paid by two",
        { Dispute: > DisputeStatus.WonByStore } => "dispute: no such status",
        { Terms.Deposit.IsNegative: true } => "deposit: not negative",
        { RefusedFor: not (0 or ReserveResult.LimitReached or ReserveResult.NotForSale) } =>
            "refused for: limit reached, or not for sale",
        _ when Terms.Deposit >= Terms.Total => "deposit: a part of the total",
        _ when Terms.PayWithin < TimeSpan.Zero || Terms.PayWithin.TotalMilliseconds > int.MaxValue =>
            "pay within: 0 to 24 days",
        { Terms.CommissionBasisPoints: < 0 or > 10_000 } => "commission: 0 to 10,000 basis points",
        { Terms.OrdersInCheckout: < 1 or > Limits.LinesPerCartMax } =>
            $"orders in the checkout: 1 to {Limits.LinesPerCartMax}",
        _ when Escrow.Paid > Terms.Total => "paid: at most the total",
        { Channel: 0, Escrow.Paid.IsPositive: true, Status: not OrderStatus.Closed } =>
            "channel: what is paid has one",
        _ when Terms.HasNoVerdicts && HasVerdict() || !Terms.HasNoVerdicts && IsRatedWithoutOne() =>
            "verdicts: where the market has them",
        _ when !HasTheMomentsOfItsStatus() => "moments: those of the steps that lead to the status",
        _ => null,
    };

    private bool HasVerdict() => Rating.Credit != 0 || Credits.OfStore != 0 || Credits.OfBuyer != 0;

    private bool IsRatedWithoutOne() => Rating != default && Rating.Credit == 0;

    private bool HasTheMomentsOfItsStatus() =>
        (Status, PaidAt.HasValue, ShippedAt.HasValue, DeliveredAt.HasValue, ConfirmedAt.HasValue) switch
        {
            (Placed or DepositPaid, false, false, false, false) => true,
            (Paid, true, false, false, false) => true,
            (Shipped, true, true, false, false) => true,
            (Delivered, true, true, true, false) => true,
            (Confirmed or Rated, true, true, _, true) => true,
            (Closed, _, false, false, false) => true,
            (Closed, true, true, _, _) => true,
            _ => false,
        };
}
