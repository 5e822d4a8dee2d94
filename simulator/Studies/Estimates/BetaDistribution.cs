namespace FlashSale.Simulator;

/// <summary>
/// The beta distribution, on which Student's t and the binomial rest; the same bits everywhere.
/// </summary>
/// <remarks>
/// The continued fraction of Numerical Recipes 6.4 (Lentz's way) over <see cref="ExactMath"/>, with the
/// logarithm of gamma by Lanczos (g = 7, nine terms).
/// </remarks>
internal static class BetaDistribution
{
    private const double Smallest = 1e-300;
    private const double Precision = 1e-15;
    private const int StepsMax = 2_000;
    private const int HalvingsMax = 1_100;
    private const double LnTwoPiHalf = 0.91893853320467274178;

    private static readonly double[] Gamma =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
        1.5056327351493116e-7,
    ];

    /// <summary>The probability of a value of at most x: the regularised incomplete beta function.</summary>
    /// <param name="x">From 0 to 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double Cdf(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = ExactMath.Exp(
            LnGamma(a + b) - LnGamma(a) - LnGamma(b) + (a * ExactMath.Ln(x)) + (b * ExactMath.Ln(1 - x)));
        return x < (a + 1) / (a + b + 2)
            ? front * Fraction(x, a, b) / a
            : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>The value that is not exceeded with a probability: by halving, to the last bits.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double Quantile(double probability, double a, double b)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < HalvingsMax && high - low > high * Precision; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cdf(middle, a, b) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
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

    private static double LnGamma(double x)
    {
        const double g = 7;
        var sum = Gamma[0];
        for (var term = 1; term < Gamma.Length; term++)
        {
            sum += Gamma[term] / (x - 1 + term);
        }

        var t = x - 0.5 + g;
        return LnTwoPiHalf + ((x - 0.5) * ExactMath.Ln(t)) - t + ExactMath.Ln(sum);
    }
}
