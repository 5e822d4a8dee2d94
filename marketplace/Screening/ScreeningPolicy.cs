namespace FlashSale.Marketplace;

/// <summary>The numbers of screening at publication (rule LST-2).</summary>
/// <remarks>Scores are in 1/1,000 of a standard deviation of honest listings' scores.</remarks>
public sealed record ScreeningPolicy
{
    /// <summary>LST-2: whether listings that are published or changed are screened.</summary>
    public bool IsOn { get; init; }

    /// <summary>
    /// LST-2: a listing with a lower score is sold at once. Reckoned, so that one publication in a hundred
    /// comes to reviewers (S0) where 8 % are bad (assumed); the simulator's thresholds are the same.
    /// </summary>
    public int AcceptBelowMilli { get; init; } = 2_610;

    /// <summary>
    /// LST-2: a listing with this score, or a higher one, is refused at once: 3 in 10,000 honest ones reach
    /// it (assumed).
    /// </summary>
    public int RefuseFromMilli { get; init; } = 3_430;

    /// <summary>LST-2: a listing with this score for restricted kinds is refused at once (likewise).
    /// </summary>
    public int RestrictedFromMilli { get; init; } = 3_430;

    /// <summary>
    /// LST-2: how much is added to the score of a known brand's listing that costs nothing; of one at half
    /// the usual price, half of it (assumed).
    /// </summary>
    public int PriceWeightMilli { get; init; } = 500;

    /// <summary>LST-2: reviewers who look at listings (assumed).</summary>
    public int Reviewers { get; init; } = 10;

    /// <summary>LST-2: listings that a reviewer looks at in a day (assumed).</summary>
    public int ReviewsPerReviewer { get; init; } = 200;

    /// <summary>LST-2: whether reviewers begin with score × price instead of who came first.</summary>
    public bool ReviewsByRisk { get; init; }

    /// <summary>LST-2: whether a listing that has waited for too long is sold until it is reviewed.</summary>
    public bool PublishesWaiting { get; init; }

    /// <summary>LST-2: how long that is (assumed).</summary>
    public TimeSpan WaitMax { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Listings that all reviewers look at in a day.</summary>
    public int ReviewsPerDay => Reviewers * ReviewsPerReviewer;

    /// <summary>When a listing that waits from now on is sold though nobody looked; null if never.</summary>
    public DateTimeOffset? ProvisionalAt(DateTimeOffset now) => PublishesWaiting ? now + WaitMax : null;

    internal void Check(PolicyCheck check)
    {
        const int max = Publication.ScoreMilliMax;
        check.Between(AcceptBelowMilli, -max, max);
        check.Between(RefuseFromMilli, AcceptBelowMilli, max);
        check.Between(RestrictedFromMilli, -max, max);
        check.Between(PriceWeightMilli, 0, max);
        check.Between(Reviewers, 0, 10_000);
        check.Between(ReviewsPerReviewer, 0, 10_000);
        check.Span(WaitMax);
    }
}
