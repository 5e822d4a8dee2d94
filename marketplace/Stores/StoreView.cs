namespace FlashSale.Marketplace;

/// <summary>A store as a reader sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Store">Its market, status and deposit.</param>
/// <param name="Credit">Its credit points (rules REP-2, REP-3).</param>
/// <param name="Rating">Its ratings over six months (rule REP-4).</param>
/// <param name="Earned">What it may withdraw.</param>
public sealed record StoreView(
    StoreId Id, string Name, Store Store, Credit Credit, RatingSums Rating, Money Earned)
{
    /// <summary>Its certificate, and its application for one (rules IDN-1 to IDN-3).</summary>
    public Certification Certification { get; init; }

    /// <summary>Its credit; null in a market without verdicts (rule REP-2).</summary>
    public Credit? CreditIn(ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.HasVerdicts(Store.Market) ? Credit : null;
    }

    /// <summary>Its name, as far as it is shown.</summary>
    public string Name { get; init; } = ShownText.Of(Name);
}
