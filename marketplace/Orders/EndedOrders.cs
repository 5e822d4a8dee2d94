namespace FlashSale.Marketplace;

/// <summary>
/// What is answered about an order to which nothing can happen any more (rule REP-2).
/// </summary>
public static class EndedOrders
{
    /// <summary>The answer to a rating.</summary>
    /// <param name="confirmedAt">When receipt was confirmed; null if it never was.</param>
    /// <param name="credits">Who has rated whom.</param>
    /// <param name="side">Who is rated.</param>
    public static RateResult Rate(DateTimeOffset? confirmedAt, OrderCredits credits, RatedSide side)
    {
        if (confirmedAt is null)
        {
            return RateResult.NotConfirmed;
        }

        var isRated = (side == RatedSide.Store ? credits.OfStore : credits.OfBuyer) != default;
        return isRated ? RateResult.RatedAlready : RateResult.TooLate;
    }
}
