namespace FlashSale.Marketplace;

/// <summary>One side's word on the other after an order: the buyer's on the store, with points for its
/// components, or the store's on the buyer (rules REP-2, REP-4).</summary>
/// <param name="Side">Who is rated.</param>
/// <param name="Credit">The verdict; 0 if there is none.</param>
/// <param name="Points">Of the store, points for the components; else none.</param>
public readonly record struct SideRating(RatedSide Side, CreditRating Credit, Rating Points)
{
    /// <summary>The buyer rates the store.</summary>
    public static SideRating OfStore(Rating rating) => new(RatedSide.Store, rating.Credit, rating);

    /// <summary>The store rates the buyer.</summary>
    public static SideRating OfBuyer(CreditRating verdict) => new(RatedSide.Buyer, verdict, default);

    /// <summary>Whether it says something; only a market without verdicts takes stars alone.</summary>
    internal bool IsSound => Side == RatedSide.Store
        ? Points != default && Credit <= CreditRating.Poor
        : Credit is >= CreditRating.Good and <= CreditRating.Poor;
}

/// <summary>Ratings: taken once from each side, in their time; then a silent side counts as good.</summary>
/// <remarks>Rules REP-1, REP-2, REP-4, ORD-4.</remarks>
public static class RatingProcess
{
    /// <summary>
    /// Takes a rating of a live order, or says why not; a repeat is answered, and nothing happens.
    /// </summary>
    public static RateResult Rate(
        ref Order order,
        ReadOnlySpan<OrderLine> lines,
        in SideRating rating,
        DateTimeOffset now,
        ReputationPolicy policy,
        out MarketEvent happened)
    {
        happened = default;
        var known = Known(order.Rating, order.Credits, rating);
        if ((known ?? OfWrong(rating, order.HasNoVerdicts)) is { } answer)
        {
            return answer;
        }

        var result = rating.Side == RatedSide.Store
            ? order.Rate(rating.Points, now, policy)
            : order.RateBuyer(rating.Credit, now, policy);
        if (result == RateResult.Rated)
        {
            MarketEvent.OfRating(Kept(rating, order), order, lines, now, isByTime: false, out happened);
        }

        return result;
    }

    /// <summary>The answer to a rating of an order that has ended, by what it had got until then.</summary>
    public static RateResult OfEnded(
        DateTimeOffset? confirmedAt, Rating known, OrderCredits credits, bool hasNoVerdicts,
        in SideRating rating)
    {
        var isRated = credits.On(rating.Side) != default
            || (rating.Side == RatedSide.Store && known != default);
        return Known(known, credits, rating) ?? OfWrong(rating, hasNoVerdicts)
            ?? (confirmedAt is null ? RateResult.NotConfirmed
                : isRated ? RateResult.RatedAlready
                : RateResult.TooLate);
    }

    /// <summary>The answer to a rating of an order that there is not.</summary>
    public static RateResult OfUnknown(in SideRating rating) => OfUnsound(rating) ?? RateResult.UnknownOrder;

    /// <summary>
    /// The time for ratings is over: the silent side's rating is good; nothing happens if both are silent, or
    /// none is, or where nobody gives verdicts.
    /// </summary>
    public static void ByDefault(
        ref Order order,
        ReadOnlySpan<OrderLine> lines,
        DateTimeOffset at,
        ReputationPolicy policy,
        out MarketEvent happened)
    {
        happened = default;
        if (order.RateByDefault(at, policy) is { } side)
        {
            var good = new SideRating(side, CreditRating.Good, default);
            MarketEvent.OfRating(good, order, lines, at, isByTime: true, out happened);
        }
    }

    // What a market without verdicts keeps of a rating of a store.
    private static SideRating Kept(in SideRating rating, in Order order) => order.HasNoVerdicts
        ? SideRating.OfStore(rating.Points.WithoutVerdict())
        : rating;

    private static RateResult? OfUnsound(in SideRating rating) =>
        rating.IsSound ? null : RateResult.BadVerdict;

    // What the market of the order does not take, whenever it comes.
    private static RateResult? OfWrong(in SideRating rating, bool hasNoVerdicts) => OfUnsound(rating)
        ?? (hasNoVerdicts
            ? rating.Side == RatedSide.Buyer ? RateResult.NoVerdicts : null
            : rating.Credit == default ? RateResult.BadVerdict : null);

    private static RateResult? Known(Rating known, OrderCredits credits, in SideRating rating) =>
        rating.Side == RatedSide.Store
            ? Repeats.OfRating(known, rating.Points)
            : Repeats.OfVerdict(credits, rating.Credit);
}
