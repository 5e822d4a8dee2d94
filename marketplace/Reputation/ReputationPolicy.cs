using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>The numbers of credit, levels and store ratings (rules REP-1 to REP-6).</summary>
public sealed record ReputationPolicy
{
    /// <summary>The largest window of <see cref="StoreRatingDays"/>.</summary>
    public const int StoreRatingDaysMax = 366;

    /// <summary>
    /// REP-2: how long after completion an order may be rated; then the silent side counts as good (F).
    /// </summary>
    public TimeSpan RateWithin { get; init; } = TimeSpan.FromDays(15);

    /// <summary>REP-2: whether buyers and stores of the consumer market give verdicts.</summary>
    public bool VerdictsInConsumerMarket { get; init; } = true;

    /// <summary>
    /// REP-2: whether they do in the brand market; without verdicts its stores have ratings only, and no
    /// level (S0).
    /// </summary>
    public bool VerdictsInBrandMarket { get; init; }

    /// <summary>
    /// REP-2: points that one buyer–store pair may give in a calendar month of China time (F).
    /// </summary>
    public int PairPointsPerMonthMax { get; init; } = 6;

    /// <summary>REP-2: the same listing between the same pair counts once in this time (F).</summary>
    public TimeSpan SameListingWithin { get; init; } = TimeSpan.FromDays(14);

    /// <summary>REP-2: orders of this amount or less score nothing (F).</summary>
    public Money ScorelessUpTo { get; init; } = Money.FromYuan(1);

    /// <summary>
    /// REP-3: the points at which each level begins, from one heart to five golden crowns (F).
    /// </summary>
    /// <remarks>
    /// The four ranges are published; the steps within diamonds and crowns are from memory.
    /// </remarks>
    public IReadOnlyList<int> LevelsFrom { get; init; } =
    [
        4, 11, 41, 91, 151,
        251, 501, 1_001, 2_001, 5_001,
        10_001, 20_001, 50_001, 100_001, 200_001,
        500_001, 1_000_001, 2_000_001, 5_000_001, 10_000_001,
    ];

    /// <summary>
    /// REP-4: the days of China time over which a store's rating is the mean (F: six months).
    /// </summary>
    public int StoreRatingDays { get; init; } = 180;

    /// <summary>REP-2: whether buyers and stores of a market give verdicts, which make credit.</summary>
    public bool HasVerdicts(MarketKind market) =>
        market == MarketKind.Brand ? VerdictsInBrandMarket : VerdictsInConsumerMarket;

    internal void Check(PolicyCheck check)
    {
        check.Span(RateWithin);
        check.Between(PairPointsPerMonthMax, 0, 100);
        check.AtLeast(SameListingWithin, TimeSpan.Zero);
        check.That(
            SameListingWithin <= TimeSpan.FromDays(28), nameof(SameListingWithin),
            SameListingWithin.ToString("c", CultureInfo.InvariantCulture), "at most 28 days");
        check.Between(ScorelessUpTo, 0, 1_000_000);
        check.Between(StoreRatingDays, 1, StoreRatingDaysMax);
        check.That(
            LevelsFrom.Count == CreditLevel.RankMax
            && LevelsFrom.Zip(LevelsFrom.Skip(1)).All(p => p.First < p.Second),
            nameof(LevelsFrom), string.Join(", ", LevelsFrom), "20 rising numbers of points");
    }
}
