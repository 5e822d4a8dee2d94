namespace FlashSale.Marketplace;

/// <summary>The numbers of the sales modes (rule LST-3).</summary>
public sealed record ListingPolicy
{
    /// <summary>LST-3: the usual deposit of a presale, in 1/10,000 of the price (assumed).</summary>
    public int PresaleDepositBasisPoints { get; init; } = 1_000;

    /// <summary>LST-3: how long after payment goods made to order are ready to ship (S0).</summary>
    public TimeSpan MadeToOrderWithin { get; init; } = TimeSpan.FromDays(15);

    internal void Check(PolicyCheck check)
    {
        check.Between(PresaleDepositBasisPoints, 1, 10_000);
        check.Span(MadeToOrderWithin);
    }
}
