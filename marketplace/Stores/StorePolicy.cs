namespace FlashSale.Marketplace;

/// <summary>The numbers of opening and keeping a store (rules STO-1 to STO-5).</summary>
public sealed record StorePolicy
{
    private const long DepositYuanMax = 10_000_000;
    private const int FeeTimesMax = 10_000;

    /// <summary>STO-3: the security deposit of a consumer store (assumed).</summary>
    public Money ConsumerDeposit { get; init; } = Money.FromYuan(1_000);

    /// <summary>STO-3: of a brand store of the lowest tier (F, Tmall fee schedule).</summary>
    public Money BrandDepositLow { get; init; } = Money.FromYuan(50_000);

    /// <summary>STO-3: of a brand store of the middle tier (F, Tmall fee schedule).</summary>
    public Money BrandDepositMiddle { get; init; } = Money.FromYuan(100_000);

    /// <summary>STO-3: of a brand store of the highest tier (F, Tmall fee schedule).</summary>
    public Money BrandDepositHigh { get; init; } = Money.FromYuan(150_000);

    /// <summary>STO-3: how long a store may stay below its deposit before it is suspended (F).</summary>
    public TimeSpan TopUpWithin { get; init; } = TimeSpan.FromDays(15);

    /// <summary>STO-5: the commission of consumer stores, in 1/10,000 of a sale: none (F).</summary>
    public int ConsumerCommissionBasisPoints { get; init; }

    /// <summary>STO-5: the most that a brand store pays a year, be its category dearer (F).</summary>
    public Money AnnualFeeMax { get; init; } = Money.FromYuan(60_000);

    /// <summary>
    /// STO-5: half the annual fee comes back for a year's sales of so many times the fee (assumed; F: half
    /// or all of it by turnover).
    /// </summary>
    public int FeeHalfBackAtTimes { get; init; } = 6;

    /// <summary>STO-5: all of it comes back for so many times (assumed).</summary>
    public int FeeAllBackAtTimes { get; init; } = 20;

    /// <summary>
    /// STO-5: a store with a lower rating gets none of it back, in thousandths of a point (S0: 4.6).
    /// </summary>
    public int FeeBackRatingMin { get; init; } = 4_600;

    /// <summary>The deposit that rule STO-3 asks of a store; the tier counts for brand stores only.</summary>
    public Money SecurityOf(MarketKind market, DepositTier tier) => (market, tier) switch
    {
        (MarketKind.Consumer, _) => ConsumerDeposit,
        (MarketKind.Brand, DepositTier.Low) => BrandDepositLow,
        (MarketKind.Brand, DepositTier.Middle) => BrandDepositMiddle,
        (MarketKind.Brand, DepositTier.High) => BrandDepositHigh,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), (market, tier), "no such market or tier"),
    };

    internal void Check(PolicyCheck check)
    {
        check.Between(ConsumerDeposit, 0, DepositYuanMax);
        check.Between(BrandDepositLow, 0, DepositYuanMax);
        check.Between(BrandDepositMiddle, 0, DepositYuanMax);
        check.Between(BrandDepositHigh, 0, DepositYuanMax);
        check.Span(TopUpWithin);
        check.Between(ConsumerCommissionBasisPoints, 0, 10_000);
        check.Between(AnnualFeeMax, 0, DepositYuanMax);
        check.Between(FeeHalfBackAtTimes, 0, FeeTimesMax);
        check.Between(FeeAllBackAtTimes, FeeHalfBackAtTimes, FeeTimesMax);
        check.Between(FeeBackRatingMin, 0, 1_000 * Rating.PointsMax);
    }
}

/// <summary>
/// How much security deposit a brand store pays (rule STO-3): it grows with the doubt about the brand.
/// </summary>
public enum DepositTier : byte
{
    /// <summary>A flagship or franchise store of a registered mark.</summary>
    Low = 1,

    /// <summary>
    /// A flagship or franchise store of a pending mark, or a specialty store of a registered one.
    /// </summary>
    Middle,

    /// <summary>A specialty store of a pending mark.</summary>
    High,
}
