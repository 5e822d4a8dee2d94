namespace FlashSale.Simulator;

/// <summary>How many of n independent tries succeed.</summary>
internal static class BinomialDistribution
{
    /// <summary>The probability of at most so many successes.</summary>
    /// <param name="successes">How many at most; below 0 gives 0, n or more gives 1.</param>
    /// <param name="tries">How many tries, 0 or more.</param>
    /// <param name="share">The probability of each, from 0 to 1.</param>
    public static double AtMost(int successes, int tries, double share) =>
        successes < 0 ? 0
        : successes >= tries ? 1
        : BetaDistribution.Cdf(1 - share, tries - successes, successes + 1.0);

    /// <summary>The probability of at least so many successes.</summary>
    public static double AtLeast(int successes, int tries, double share) =>
        successes <= 0 ? 1
        : successes > tries ? 0
        : BetaDistribution.Cdf(share, successes, tries - successes + 1.0);
}
