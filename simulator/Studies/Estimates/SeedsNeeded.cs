namespace FlashSale.Simulator;

/// <summary>How many seeds an answer takes.</summary>
/// <remarks>Law, Simulation Modeling and Analysis, chapter 9; Stein, Ann. Math. Stat. 16 (1945).</remarks>
public static class SeedsNeeded
{
    private const long SeedsMax = 1_000_000_000;

    /// <summary>
    /// Stein's number: that many seeds in all give the half width, exactly for normal values, with the t of
    /// the pilot and its deviation.
    /// </summary>
    /// <param name="deviation">The standard deviation of the pilot.</param>
    /// <param name="halfWidth">The half width wanted, above 0.</param>
    /// <param name="confidence">Of the interval, as 0.95.</param>
    /// <param name="freedom">Degrees of freedom of the pilot.</param>
    public static long Stein(double deviation, double halfWidth, double confidence, double freedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfWidth);
        var root = StudentT.Quantile(1 - ((1 - confidence) / 2), freedom) * deviation / halfWidth;
        return (long)Math.Min(SeedsMax, Math.Ceiling(root * root));
    }

    /// <summary>
    /// The number at which a sequence of seeds is expected to stop: the smallest n, from the pilot's on,
    /// whose own t gives the half width.
    /// </summary>
    /// <param name="deviation">The standard deviation of the pilot.</param>
    /// <param name="halfWidth">The half width wanted, above 0.</param>
    /// <param name="confidence">Of the interval, as 0.95.</param>
    /// <param name="pilot">The seeds of the pilot, at least 2.</param>
    public static long Sequential(double deviation, double halfWidth, double confidence, int pilot)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfWidth);
        var (low, high) = (
            (long)pilot - 1, Math.Max(pilot, Stein(deviation, halfWidth, confidence, pilot - 1)));
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = HalfWidth(deviation, middle, confidence) <= halfWidth
                ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>
    /// The half width that so many seeds are expected to give: the smallest difference they show.
    /// </summary>
    /// <param name="deviation">The standard deviation of the differences.</param>
    /// <param name="seeds">How many, at least 2.</param>
    /// <param name="confidence">Of the interval, as 0.95.</param>
    public static double HalfWidth(double deviation, long seeds, double confidence) =>
        StudentT.Quantile(1 - ((1 - confidence) / 2), seeds - 1) * deviation / Math.Sqrt(seeds);

    /// <summary>
    /// The half width around a mean so that it is off by at most a share of the truth: γ/(1 + γ) of its size.
    /// </summary>
    /// <param name="mean">The mean of the pilot.</param>
    /// <param name="relative">γ, the share wanted, as 0.1.</param>
    public static double OfRelative(double mean, double relative) =>
        relative / (1 + relative) * Math.Abs(mean);
}
