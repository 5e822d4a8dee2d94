namespace FlashSale.Marketplace;

/// <summary>How suspicious a listing is, part by part, in 1/10,000 (rules TRU-2, TRU-13).</summary>
/// <param name="Complaints">The share of orders that led to a complaint, weighed.</param>
/// <param name="Refunds">The share of orders whose money went back, weighed.</param>
/// <param name="Ratings">The share of poor ratings, weighed.</param>
/// <param name="Spike">A sudden rise of sales.</param>
public readonly record struct WatchScore(int Complaints, int Refunds, int Ratings, int Spike)
{
    private const int Whole = 10_000;

    /// <summary>All of it.</summary>
    public int Total => Complaints + Refunds + Ratings + Spike;

    /// <summary>The score of a listing.</summary>
    /// <param name="days">What was counted in the last days, today included.</param>
    /// <param name="today">What was counted today.</param>
    /// <param name="policy">The numbers.</param>
    public static WatchScore Of(in WatchDay days, in WatchDay today, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var orders = Math.Max(days.Orders, policy.WatchOrdersMin);
        return new WatchScore(
            Share(days.Complaints, orders, policy.WatchComplaintWeight),
            Share(days.Refunds, orders, policy.WatchRefundWeight),
            Share(days.PoorRatings, orders, policy.WatchRatingWeight),
            IsSpike(days, today, policy) ? policy.WatchSpikeBasisPoints : 0);
    }

    /// <summary>What the largest part points at; of parts that are alike the first one.</summary>
    public CaseKind KindOf(in WatchDay days)
    {
        var largest = Math.Max(Math.Max(Complaints, Refunds), Math.Max(Ratings, Spike));
        return largest == Complaints && 2 * days.Counterfeits > days.Complaints ? CaseKind.Counterfeit
            : largest == Complaints || largest == Refunds || largest == Ratings ? CaseKind.NotAsDescribed
            : CaseKind.Brushing;
    }

    private static int Share(int count, int orders, int weight) =>
        (int)Math.Min(Whole, (long)Whole * count * weight / orders);

    // Against the mean of the days before, which may have been without a sale.
    private static bool IsSpike(in WatchDay days, in WatchDay today, TrustPolicy policy)
    {
        var before = (long)(days.Orders - today.Orders) * policy.WatchSpikeTimes;
        return today.Orders >= policy.WatchSpikeOrdersMin
            && (long)today.Orders * (policy.WatchDays - 1) >= before;
    }
}
