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
        return market == MarketKind.Brand ? policy.Categories[category.Value].AnnualFee : Money.Zero;
    }
}
