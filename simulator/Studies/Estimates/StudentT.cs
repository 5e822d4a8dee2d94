namespace FlashSale.Simulator;

/// <summary>Student's t distribution: how far a mean of few runs can be off by chance.</summary>
internal static class StudentT
{
    private const double Smallest = 1e-300;
    private const double Precision = 1e-15;
    private const int StepsMax = 400;

    // Lanczos, g = 7, nine terms.
    private static readonly double[] Gamma =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
        1.5056327351493116e-7,
    ];

    /// <summary>The value that is not exceeded with a probability above one half.</summary>
    /// <param name="probability">From 0.5, less than 1.</param>
    /// <param name="freedom">Degrees of freedom, above 0; of Welch's, no whole number.</param>
    public static double Quantile(double probability, double freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(freedom);
        var (low, high) = (0.0, 1.0);
        while (Below(high, freedom) < probability && high < 1e9)
        {
            high *= 2;
        }

        for (var step = 0; step < StepsMax && high - low > high * Precision; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle, freedom) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The probability of a value that is not above t, for t of 0 or more.</summary>
    private static double Below(double t, double freedom) =>
        1 - (0.5 * Beta(freedom / (freedom + (t * t)), freedom / 2, 0.5));

    // The regularised incomplete beta function, by its continued fraction.
    private static double Beta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(
            LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2)
            ? front * Fraction(x, a, b) / a
            : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / NotZero(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m < StepsMax; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= c * d;
            if (Math.Abs((c * d) - 1) < Precision)
            {
                break;
            }
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Smallest ? Smallest : value;

    private static double LogGamma(double x)
    {
        const double g = 7;
        var sum = Gamma[0];
        for (var term = 1; term < Gamma.Length; term++)
        {
            sum += Gamma[term] / (x - 1 + term);
        }

        var t = x - 0.5 + g;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
