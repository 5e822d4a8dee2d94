namespace FlashSale.Marketplace;

/// <summary>The numbers of shipping and delivery (rules LOG-1, LOG-2).</summary>
public sealed record LogisticsPolicy
{
    /// <summary>
    /// LOG-1: a parcel must leave the store this long after payment, or it is late (assumed).
    /// </summary>
    public TimeSpan ShipWithin { get; init; } = TimeSpan.FromHours(48);

    /// <summary>LOG-1: the same for orders of the festival (assumed).</summary>
    public TimeSpan FestivalShipWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>LOG-1, REP-6: a parcel that is longer on its way is late (assumed).</summary>
    public TimeSpan DeliverWithin { get; init; } = TimeSpan.FromDays(3);

    /// <summary>LOG-1: a queue that reaches further ahead takes no parcel any more (assumed).</summary>
    public TimeSpan QueueAheadMax { get; init; } = TimeSpan.FromDays(90);

    internal void Check(PolicyCheck check)
    {
        check.Span(ShipWithin);
        check.Span(FestivalShipWithin);
        check.Span(DeliverWithin);
        check.AtLeast(QueueAheadMax, TimeSpan.FromDays(1));
    }
}
