namespace FlashSale.Marketplace;

/// <summary>The two verdicts of one order: the buyer's on the store and the store's on the buyer.</summary>
/// <remarks>Rules REP-1, REP-2. 2 bytes, to lie within an order's row.</remarks>
public struct OrderCredits
{
    /// <summary>The buyer's verdict on the store; 0 while the buyer is silent.</summary>
    public CreditRating OfStore { readonly get; private set; }

    /// <summary>The store's verdict on the buyer; 0 while the store is silent.</summary>
    public CreditRating OfBuyer { readonly get; private set; }

    /// <summary>The verdict on one side; 0 while there is none.</summary>
    public readonly CreditRating On(RatedSide side) => side == RatedSide.Store ? OfStore : OfBuyer;

    /// <summary>Builds the verdicts again from what was stored of them; 0 is none.</summary>
    /// <exception cref="ArgumentException">There is no such verdict.</exception>
    public static OrderCredits Of(CreditRating ofStore, CreditRating ofBuyer) =>
        ofStore > CreditRating.Poor || ofBuyer > CreditRating.Poor
            ? throw new ArgumentException($"No such verdicts: {ofStore}, {ofBuyer}.", nameof(ofStore))
            : new OrderCredits { OfStore = ofStore, OfBuyer = ofBuyer };

    /// <summary>Until when an order can be rated that was confirmed then.</summary>
    public static DateTimeOffset RateUntil(DateTimeOffset confirmedAt, ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return confirmedAt + policy.RateWithin;
    }

    /// <summary>Takes a verdict on one side.</summary>
    /// <param name="side">Who is rated.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="confirmedAt">When receipt was confirmed in escrow; null if it was not.</param>
    /// <param name="now">The moment of the rating.</param>
    /// <param name="policy">The numbers.</param>
    public RateResult Rate(
        RatedSide side,
        CreditRating verdict,
        DateTimeOffset? confirmedAt,
        DateTimeOffset now,
        ReputationPolicy policy)
    {
        _ = CreditCaps.PointsOf(verdict); // throws if there is no such verdict
        var result = Answer(On(side) != default, confirmedAt, now, policy);
        if (result == RateResult.Rated)
        {
            Set(side, verdict);
        }

        return result;
    }

    /// <summary>Whether an order may be rated now; <see cref="RateResult.Rated"/> if it may.</summary>
    /// <param name="isRated">Whether this side has rated it.</param>
    /// <param name="confirmedAt">When receipt was confirmed in escrow; null if it was not.</param>
    /// <param name="now">The moment of the rating.</param>
    /// <param name="policy">The numbers.</param>
    public static RateResult Answer(
        bool isRated, DateTimeOffset? confirmedAt, DateTimeOffset now, ReputationPolicy policy) =>
        confirmedAt is not { } confirmed ? RateResult.NotConfirmed
            : isRated ? RateResult.RatedAlready
            : now > RateUntil(confirmed, policy) ? RateResult.TooLate
            : RateResult.Rated;

    /// <summary>
    /// After the time for ratings, gives a silent side's verdict as good if the other side has rated.
    /// </summary>
    /// <returns>Who got a good verdict by default; null if nobody, as when both are silent.</returns>
    public RatedSide? Default(DateTimeOffset confirmedAt, DateTimeOffset now, ReputationPolicy policy)
    {
        if (now <= RateUntil(confirmedAt, policy) || OfStore == default == (OfBuyer == default))
        {
            return null;
        }

        var side = OfStore == default ? RatedSide.Store : RatedSide.Buyer;
        Set(side, CreditRating.Good);
        return side;
    }

    private void Set(RatedSide side, CreditRating verdict)
    {
        if (side == RatedSide.Store)
        {
            OfStore = verdict;
        }
        else
        {
            OfBuyer = verdict;
        }
    }
}
