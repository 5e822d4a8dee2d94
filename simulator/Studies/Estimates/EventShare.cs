namespace FlashSale.Simulator;

/// <summary>In how many runs something happened, and what that says of all runs that could be.</summary>
/// <param name="Happened">In how many runs it did.</param>
/// <param name="Runs">How many runs there were, at least one.</param>
public readonly record struct EventShare(int Happened, int Runs)
{
    /// <summary>
    /// Wilson's interval, to be shown (Newcombe, Statistics in Medicine 17, 1998, method 3).
    /// </summary>
    /// <param name="confidence">How often such intervals cover the truth, as 0.95.</param>
    public Interval Wilson(double confidence)
    {
        var z = ExactMath.InverseNormal(1 - ((1 - confidence) / 2));
        var (share, square) = ((double)Happened / Runs, z * z);
        var middle = share + (square / (2 * Runs));
        var half = z * Math.Sqrt((share * (1 - share) / Runs) + (square / (4.0 * Runs * Runs)));
        var whole = 1 + (square / Runs);
        return new Interval(
            Happened == 0 ? 0 : (middle - half) / whole, Happened == Runs ? 1 : (middle + half) / whole);
    }

    /// <summary>
    /// The largest share that it may have: exact and one-sided, for claims (Clopper–Pearson).
    /// </summary>
    /// <remarks>Of none in n runs: 1 − α^(1/n).</remarks>
    /// <param name="confidence">One-sided; 0.975 at each end gives the two-sided 0.95.</param>
    public double AtMost(double confidence) =>
        Happened == Runs ? 1 : BetaDistribution.Quantile(confidence, Happened + 1.0, Runs - Happened);

    /// <summary>The smallest share that it may have: exact and one-sided, for claims.</summary>
    /// <param name="confidence">One-sided.</param>
    public double AtLeast(double confidence) =>
        Happened == 0 ? 0 : BetaDistribution.Quantile(1 - confidence, Happened, Runs - Happened + 1.0);

    /// <summary>McNemar's exact test of an event in two arms with the same seeds.</summary>
    /// <param name="onlyFirst">Seeds on which it happened in the first arm only.</param>
    /// <param name="onlySecond">Seeds on which it happened in the second arm only.</param>
    /// <returns>
    /// How probable so uneven a split would be if neither arm had it more often (two-sided); seeds on which
    /// both or neither had it say nothing.
    /// </returns>
    public static double PairedPValue(int onlyFirst, int onlySecond) => Math.Min(
        1, 2 * BinomialDistribution.AtMost(Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond, 0.5));
}
