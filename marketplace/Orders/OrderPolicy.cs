namespace FlashSale.Marketplace;

/// <summary>The numbers of an order's life after shipping (rules ORD-2, ORD-3).</summary>
public sealed record OrderPolicy
{
    /// <summary>ORD-2: an order that nobody confirms is confirmed this long after shipping (F).</summary>
    public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromDays(10);

    /// <summary>ORD-2: the same for orders of the festival (assumed).</summary>
    public TimeSpan FestivalConfirmWithin { get; init; } = TimeSpan.FromDays(15);

    /// <summary>ORD-3: how long after receipt goods may be returned without a reason (F).</summary>
    public TimeSpan ReturnWithin { get; init; } = TimeSpan.FromDays(7);

    internal void Check(PolicyCheck check)
    {
        check.Span(ConfirmWithin);
        check.Span(FestivalConfirmWithin);
        check.AtLeast(ReturnWithin, TimeSpan.Zero);
    }
}
