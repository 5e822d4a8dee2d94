namespace FlashSale.Marketplace;

/// <summary>What a store pays for selling (rule STO-5).</summary>
public static class StoreFees
{
    /// <summary>
    /// The platform's share of a sale in 1/10,000: by category for brand stores, none for consumer stores.
    /// </summary>
    public static int CommissionBasisPoints(MarketKind market, CategoryId category, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return market == MarketKind.Brand
            ? policy.Categories[category.Value].CommissionBasisPoints
            : policy.Stores.ConsumerCommissionBasisPoints;
    }

    /// <summary>The commission on a sale, rounded down to a fen: in favour of the store.</summary>
    public static Money Commission(Money sale, MarketKind market, CategoryId category, Policy policy) =>
        sale.ShareRoundedDown(CommissionBasisPoints(market, category, policy));

    /// <summary>
    /// The annual fee of a store with its main goods in this category; consumer stores pay none.
    /// </summary>
    public static Money AnnualFee(MarketKind market, CategoryId category, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return market == MarketKind.Brand
            ? Money.Min(policy.Categories[category.Value].AnnualFee, policy.Stores.AnnualFeeMax)
            : Money.Zero;
    }

    /// <summary>
    /// What a brand store gets back at the end of a year of what it paid of its annual fee: nothing, half or
    /// all, by its sales and its rating; half is rounded down to a fen, in favour of the platform.
    /// </summary>
    /// <param name="paid">What it paid in the year.</param>
    /// <param name="fee">Its annual fee.</param>
    /// <param name="sales">What it sold in the year, less what went back.</param>
    /// <param name="rating">Its ratings over six months: the mean of all components counts.</param>
    /// <param name="policy">The policy in force at the end of the year.</param>
    public static Money FeeBack(
        Money paid, Money fee, Money sales, in RatingSums rating, StorePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return rating.MeanThousandths() is not { } mean || mean < policy.FeeBackRatingMin ? Money.Zero
            : sales >= fee * policy.FeeAllBackAtTimes ? paid
            : sales >= fee * policy.FeeHalfBackAtTimes ? paid.ShareRoundedDown(HalfBasisPoints)
            : Money.Zero;
    }

    private const int HalfBasisPoints = 5_000;
}
