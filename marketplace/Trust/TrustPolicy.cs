namespace FlashSale.Marketplace;

/// <summary>
/// The numbers of complaints, cases, penalties, appeals and the watch (rules TRU-3, TRU-5 to TRU-8, TRU-13).
/// </summary>
public sealed record TrustPolicy
{
    private const int PointsMax = 1_000;

    /// <summary>Whether the platform takes complaints and opens cases at all.</summary>
    public bool IsOn { get; init; }

    /// <summary>TRU-3: how long after receipt a buyer may complain (assumed).</summary>
    public TimeSpan ComplainWithin { get; init; } = TimeSpan.FromDays(15);

    /// <summary>TRU-3: complaints count together for so long (assumed).</summary>
    public TimeSpan ComplaintsCountFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>TRU-3: so many complaints about one listing open a case (assumed).</summary>
    public int ComplaintsToOpen { get; init; } = 3;

    /// <summary>
    /// ESC-4: at so many complaints in one case what the store has earned is frozen (assumed); 0 is never.
    /// </summary>
    public int ComplaintsToFreeze { get; init; } = 3;

    /// <summary>TRU-8: the evidence that a penalty needs, in 1/10,000; 0 needs none (assumed).</summary>
    public int EvidenceBasisPointsMin { get; init; }

    /// <summary>
    /// TRU-2: the evidence that takes a listing down before a verdict, in 1/10,000 (assumed); 0 is never.
    /// </summary>
    public int TakeDownFromBasisPoints { get; init; }

    /// <summary>TRU-5: counterfeits of a seller that only bring a warning: education first (S1).</summary>
    public int WarningsFirst { get; init; } = 1;

    /// <summary>TRU-5: points of the first counterfeit that is punished (S1).</summary>
    public int MinorPoints { get; init; } = 2;

    /// <summary>TRU-5: points of every further one (S1).</summary>
    public int MajorPoints { get; init; } = 24;

    /// <summary>TRU-5: so many points for counterfeits close a store (S1).</summary>
    public int CloseFromPoints { get; init; } = 48;

    /// <summary>TRU-5: so many accepted complaints of rights holders close a store (S1).</summary>
    public int CloseAtRightsCases { get; init; } = 3;

    /// <summary>TRU-6: points of any other violation (assumed).</summary>
    public int ViolationPoints { get; init; } = 12;

    /// <summary>TRU-6: the ladder has a rung every so many points: 12, 24, 36, 48 (F).</summary>
    public int RungPoints { get; init; } = 12;

    /// <summary>TRU-6: how long a store is hidden on the first rung (F).</summary>
    public TimeSpan HideFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>TRU-6: how long on the second (F).</summary>
    public TimeSpan HideLongerFor { get; init; } = TimeSpan.FromDays(14);

    /// <summary>TRU-5, TRU-6: how long a store is suspended (S1, F).</summary>
    public TimeSpan SuspendFor { get; init; } = TimeSpan.FromDays(21);

    /// <summary>TRU-6: what a brand store pays on the first rung; twice and three times above (F).</summary>
    public Money BrandFine { get; init; } = Money.FromYuan(10_000);

    /// <summary>
    /// TRU-6: how long after a penalty a brand store takes no part in promotions; 0 is not at all (assumed).
    /// </summary>
    public TimeSpan PromotionBanFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary>TRU-7: so many violations over all stores raise a seller's red flag (assumed).</summary>
    public int RedFlagAt { get; init; } = 3;

    /// <summary>IDN-4: whether the other stores of a guilty store's owner are inspected at once.</summary>
    public bool InspectsOtherStores { get; init; } = true;

    /// <summary>TRU-8: how long after the verdict a seller may appeal (assumed; 67 days in 2013).</summary>
    public TimeSpan AppealWithin { get; init; } = TimeSpan.FromDays(15);

    /// <summary>TRU-8: how long seller and buyers may talk first (assumed).</summary>
    public TimeSpan TalkWithin { get; init; } = TimeSpan.FromHours(48);

    /// <summary>TRU-8: how long after it was filed an appeal is decided, or expires (assumed).</summary>
    public TimeSpan DecideWithin { get; init; } = TimeSpan.FromDays(15);

    /// <summary>TRU-8: appeals that the platform's reviewers decide in a day (assumed).</summary>
    public int ReviewsPerDay { get; init; } = 30;

    /// <summary>TRU-8: jurors whose majority decides where no reviewer does (L15: 31).</summary>
    public int JurySize { get; init; } = 31;

    /// <summary>
    /// TRU-8: the share of lost sales that the platform pays after an upheld appeal, in 1/10,000 (none is
    /// assumed).
    /// </summary>
    public int CompensateBasisPoints { get; init; }

    /// <summary>TRU-13: whether the platform watches all orders, and opens cases by itself.</summary>
    public bool Watches { get; init; }

    /// <summary>TRU-13: days of China that the watch looks at, today included (assumed).</summary>
    public int WatchDays { get; init; } = 7;

    /// <summary>TRU-13: a share is one of at least so many orders (assumed).</summary>
    public int WatchOrdersMin { get; init; } = 10;

    /// <summary>TRU-13: how often the share of complaints counts (assumed).</summary>
    public int WatchComplaintWeight { get; init; } = 4;

    /// <summary>TRU-13: how often the share of refunds counts (assumed).</summary>
    public int WatchRefundWeight { get; init; } = 1;

    /// <summary>TRU-13: how often the share of poor ratings counts (assumed).</summary>
    public int WatchRatingWeight { get; init; } = 2;

    /// <summary>TRU-13: what a sudden rise of sales counts, in 1/10,000 (assumed).</summary>
    public int WatchSpikeBasisPoints { get; init; } = 2_500;

    /// <summary>TRU-13: sales of a day rise suddenly at so many times the mean (assumed).</summary>
    public int WatchSpikeTimes { get; init; } = 10;

    /// <summary>TRU-13: fewer orders in a day are no sudden rise (assumed).</summary>
    public int WatchSpikeOrdersMin { get; init; } = 50;

    /// <summary>TRU-13: a listing's score that gives an alert, in 1/10,000 (assumed).</summary>
    public int WatchAlertBasisPoints { get; init; } = 5_000;

    internal void Check(PolicyCheck check)
    {
        check.Span(ComplainWithin);
        check.Span(ComplaintsCountFor);
        check.Between(ComplaintsToOpen, 1, CaseFile.ComplaintsMax);
        check.Between(ComplaintsToFreeze, 0, CaseFile.ComplaintsMax);
        check.Between(EvidenceBasisPointsMin, 0, 10_000);
        check.Between(TakeDownFromBasisPoints, 0, 10_000);
        check.Between(WarningsFirst, 0, PointsMax);
        check.Between(MinorPoints, 0, PointsMax);
        check.Between(MajorPoints, 0, PointsMax);
        check.Between(CloseFromPoints, 1, PointsMax);
        check.Between(CloseAtRightsCases, 1, PointsMax);
        check.Between(ViolationPoints, 0, PointsMax);
        check.Between(RungPoints, 1, PointsMax);
        check.Span(HideFor);
        check.Span(HideLongerFor);
        check.Span(SuspendFor);
        check.Between(BrandFine, 0, Limits.AmountYuanMax / 10);
        check.AtLeast(PromotionBanFor, TimeSpan.Zero);
        check.Between(RedFlagAt, 1, PointsMax);
        check.AtLeast(AppealWithin, TimeSpan.Zero);
        check.AtLeast(TalkWithin, TimeSpan.Zero);
        check.Span(DecideWithin);
        check.Between(ReviewsPerDay, 0, PointsMax);
        check.Between(JurySize, 3, PointsMax);
        check.Between(CompensateBasisPoints, 0, 10_000);
        CheckWatch(check);
    }

    private void CheckWatch(PolicyCheck check)
    {
        check.Between(WatchDays, 1, 31);
        check.Between(WatchOrdersMin, 1, PointsMax);
        check.Between(WatchComplaintWeight, 0, PointsMax);
        check.Between(WatchRefundWeight, 0, PointsMax);
        check.Between(WatchRatingWeight, 0, PointsMax);
        check.Between(WatchSpikeBasisPoints, 0, 10_000);
        check.Between(WatchSpikeTimes, 1, PointsMax);
        check.Between(WatchSpikeOrdersMin, 1, 1_000_000);
        check.Between(WatchAlertBasisPoints, 1, 40_000);
    }
}
