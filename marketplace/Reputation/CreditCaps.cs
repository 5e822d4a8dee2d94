namespace FlashSale.Marketplace;

/// <summary>Whether a verdict changes the points of whom it is about.</summary>
public enum CreditDecision : byte
{
    /// <summary>It does.</summary>
    Counts = 1,

    /// <summary>A medium verdict is worth no point.</summary>
    Neutral,

    /// <summary>The order is too small to score.</summary>
    OrderTooSmall,

    /// <summary>The same listing between the same two has counted a short while ago.</summary>
    ListingCountedAlready,

    /// <summary>The two have given all their points of this month.</summary>
    PairCapReached,

    /// <summary>There is no verdict: the market where the order was placed has none.</summary>
    MarketHasNone,
}

/// <summary>The caps that keep friends from trading points (rule REP-2).</summary>
/// <remarks>
/// The cap of a month is on verdicts that moved points, up or down, so that it does not depend on their order
/// (assumed); months are those of China time. Each side has caps of its own: what the store got leaves what
/// the buyer gets untouched.
/// </remarks>
public static class CreditCaps
{
    /// <summary>Good +1, medium 0, poor −1.</summary>
    public static int PointsOf(CreditRating verdict) => verdict switch
    {
        CreditRating.Good => 1,
        CreditRating.Medium => 0,
        CreditRating.Poor => -1,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "no such verdict"),
    };

    /// <summary>The points of a verdict if there is one.</summary>
    public static int? PointsIfAny(CreditRating verdict) => verdict == default ? null : PointsOf(verdict);

    /// <summary>Decides from what the host knows about the two.</summary>
    /// <param name="verdict">The verdict; 0 in a market without verdicts.</param>
    /// <param name="paid">What was paid for the order.</param>
    /// <param name="pairPointsThisMonth">How many verdicts between the two have counted this month.</param>
    /// <param name="listingCountedAt">
    /// When the same listing last counted between the two; null if never.
    /// </param>
    /// <param name="now">The moment of the verdict.</param>
    /// <param name="policy">The numbers.</param>
    public static CreditDecision Decide(
        CreditRating verdict,
        Money paid,
        int pairPointsThisMonth,
        DateTimeOffset? listingCountedAt,
        DateTimeOffset now,
        ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (verdict == default)
        {
            return CreditDecision.MarketHasNone;
        }

        if (PointsOf(verdict) == 0)
        {
            return CreditDecision.Neutral;
        }

        if (paid <= policy.ScorelessUpTo)
        {
            return CreditDecision.OrderTooSmall;
        }

        if (listingCountedAt is { } last && now - last < policy.SameListingWithin)
        {
            return CreditDecision.ListingCountedAlready;
        }

        return pairPointsThisMonth < policy.PairPointsPerMonthMax
            ? CreditDecision.Counts
            : CreditDecision.PairCapReached;
    }
}
