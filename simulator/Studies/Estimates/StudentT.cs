namespace FlashSale.Simulator;

/// <summary>Student's t distribution: how far a mean of few runs can be off by chance.</summary>
internal static class StudentT
{
    private const double HighMax = 1e9;
    private const double Precision = 1e-15;
    private const int StepsMax = 400;

    /// <summary>The value that is not exceeded with a probability of one half or more.</summary>
    /// <param name="probability">From 0.5, less than 1.</param>
    /// <param name="freedom">Degrees of freedom, above 0; of Welch's, no whole number.</param>
    public static double Quantile(double probability, double freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(freedom);
        var above = 1 - probability;
        var (low, high) = (0.0, 1.0);
        while (Above(high, freedom) > above && high < HighMax)
        {
            high *= 2;
        }

        for (var step = 0; step < StepsMax && high - low > high * Precision; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Above(middle, freedom) > above ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The probability of a value above t, for t of 0 or more.</summary>
    public static double Above(double t, double freedom) =>
        0.5 * BetaDistribution.Cdf(freedom / (freedom + (t * t)), freedom / 2, 0.5);
}
