namespace FlashSale.Marketplace;

/// <summary>
/// What is answered about an order to which nothing can happen any more (rules ORD-3, REP-2).
/// </summary>
public static class EndedOrders
{
    /// <summary>The answer to a wish for a refund that was not made before.</summary>
    /// <param name="status">Where the order ended.</param>
    /// <param name="line">The units ordered and returned of the line; 0 if it has no such line.</param>
    /// <param name="unitsInTotal">Up to how many units shall be refunded.</param>
    public static RefundAnswer Refund(OrderStatus status, (int Units, int Returned) line, int unitsInTotal) =>
        new(
            unitsInTotal <= 0 || unitsInTotal > line.Units ? RefundResult.BadLine
            : unitsInTotal <= line.Returned ? RefundResult.Refunded // nothing is left to go back
            : status == OrderStatus.Closed ? RefundResult.NotAllowed
            : RefundResult.TooLate,
            Money.Zero);

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
