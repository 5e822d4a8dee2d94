namespace FlashSale.Simulator;

/// <summary>
/// Which arms further seeds help most (OCBA; Chen et al., Discrete Event Dyn. Syst. 10, 2000).
/// </summary>
public static class SeedShares
{
    /// <summary>
    /// The shares of further seeds: of each arm but the best as its deviation over its distance, squared; of
    /// the best its own deviation times the root of the sum of the others' squares over their variances.
    /// </summary>
    /// <param name="arms">The means, at least two.</param>
    /// <param name="isMoreBetter">Whether more is better, else less.</param>
    /// <returns>
    /// In the order of the arms; the sum is 1. Arms that are as good as the best, or do not vary, get equal
    /// shares.
    /// </returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<Estimate> arms, bool isMoreBetter)
    {
        ArgumentNullException.ThrowIfNull(arms);
        var best = isMoreBetter ? arms.MaxBy(arm => arm.Mean)! : arms.MinBy(arm => arm.Mean)!;
        var others = arms.Where(arm => !ReferenceEquals(arm, best)).ToList();
        if (others.Any(arm => arm.Mean == best.Mean) || arms.Any(arm => arm.Deviation == 0))
        {
            return [.. arms.Select(_ => 1.0 / arms.Count)];
        }

        double OfOther(Estimate arm)
        {
            var noise = arm.Deviation / (arm.Mean - best.Mean);
            return noise * noise;
        }

        var root = best.Deviation * Math.Sqrt(ExactSum.Of([.. others.Select(arm =>
            OfOther(arm) / arm.Deviation * (OfOther(arm) / arm.Deviation))]));
        IReadOnlyList<double> shares =
            [.. arms.Select(arm => ReferenceEquals(arm, best) ? root : OfOther(arm))];
        var whole = ExactSum.Of(shares);
        return [.. shares.Select(share => share / whole)];
    }
}
