namespace FlashSale.Marketplace;

/// <summary>The penalties for counterfeits, rung by rung (rule TRU-5).</summary>
public static class CounterfeitLadder
{
    /// <summary>The penalty for one more counterfeit.</summary>
    /// <param name="strike">Which one of the seller's it is, from 1 (rule TRU-7: over all stores).</param>
    /// <param name="pointsBefore">The store's points for counterfeits until now.</param>
    /// <param name="policy">The numbers.</param>
    public static Penalty Of(int strike, int pointsBefore, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var penalty = (strike - policy.WarningsFirst) switch
        {
            <= 0 => Penalty.Warning,
            1 => new Penalty(policy.MinorPoints),
            2 => new Penalty(policy.MajorPoints, StoreMeasure.Suspended, policy.SuspendFor),
            _ => new Penalty(policy.MajorPoints, StoreMeasure.Closed),
        };
        return pointsBefore + penalty.Points >= policy.CloseFromPoints && penalty.Points > 0
            ? penalty with { Measure = StoreMeasure.Closed }
            : penalty;
    }

    /// <summary>Whether so many accepted complaints of rights holders close the store.</summary>
    public static bool ClosesForRights(int cases, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return cases >= policy.CloseAtRightsCases;
    }
}
