namespace FlashSale.Marketplace;

/// <summary>
/// The general penalties: a store that reaches 12, 24, 36 or 48 points is hidden, hidden for longer,
/// suspended or closed (rule TRU-6); a brand store is fined as well.
/// </summary>
public static class ViolationLadder
{
    private const int RungsMax = 4;

    /// <summary>The penalty for one more violation: that of the highest rung that is newly reached.</summary>
    /// <param name="pointsBefore">The store's general points until now.</param>
    /// <param name="market">Its market: brand stores are fined.</param>
    /// <param name="policy">The numbers.</param>
    public static Penalty Of(int pointsBefore, MarketKind market, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var points = policy.ViolationPoints;
        var rung = RungOf(pointsBefore + points, policy);
        if (rung == RungOf(pointsBefore, policy))
        {
            return new Penalty(points);
        }

        var fine = market == MarketKind.Brand ? FineOf(rung, policy) : Money.Zero;
        return rung switch
        {
            1 => new Penalty(points, StoreMeasure.Hidden, policy.HideFor, fine),
            2 => new Penalty(points, StoreMeasure.Hidden, policy.HideLongerFor, fine),
            3 => new Penalty(points, StoreMeasure.Suspended, policy.SuspendFor, fine),
            _ => new Penalty(points, StoreMeasure.Closed, default, fine),
        };
    }

    // As many rungs as whole steps of points.
    private static int RungOf(int points, TrustPolicy policy) =>
        Math.Min(RungsMax, points / policy.RungPoints);

    private static Money FineOf(int rung, TrustPolicy policy) => policy.BrandFine * Math.Min(rung, 3);
}
