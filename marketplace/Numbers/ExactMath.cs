namespace FlashSale.Marketplace;

/// <summary>Logarithm, exponential and the normal distribution, the same bits on every platform.</summary>
/// <remarks>
/// <see cref="Math"/> calls the C library, whose last bit differs between systems; what decides an order
/// must not. Only
/// + − × ÷, the square root (exact by IEEE 754) and bit operations are used here. Relative errors are below
/// 1e-14. Ln and Exp follow FreeBSD's msun (Sun Microsystems, 1993), the inverse normal Wichura's AS 241
/// (1988).
/// </remarks>
public static class ExactMath
{
    private const double LnTwoHigh = 6.93147180369123816490e-01;
    private const double LnTwoLow = 1.90821492927058770002e-10;
    private const double TwoPiRoot = 2.50662827463100050242;
    private const double ExpMax = 709.782712893383973096;
    private const double ExpMin = -708.396418532264106224; // below, results are subnormal: taken as 0

    /// <summary>The natural logarithm; −∞ for 0, NaN below.</summary>
    public static double Ln(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2^54: makes a subnormal normal
            exponent = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xF_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        return LnNearOne(mantissa - 1, exponent);
    }

    /// <summary>e to the power x; 0 where the result would be below 2.2e-308, +∞ above 709.78.</summary>
    public static double Exp(double x)
    {
        if (!(x <= ExpMax))
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        if (x < ExpMin)
        {
            return 0;
        }

        var power = (int)(x * 1.44269504088896338700 + (x < 0 ? -0.5 : 0.5));
        var high = x - power * LnTwoHigh;
        var low = power * LnTwoLow;
        var rest = high - low;
        var square = rest * rest;
        var tail = rest - square * (1.66666666666666019037e-01 + square * (-2.77777777770155933842e-03
            + square * (6.61375632143793436117e-05 + square * (-1.65339022054652515390e-06
            + square * 4.13813679705723846039e-08))));
        var mantissa = 1 - (low - rest * tail / (2 - tail) - high);

        // Two steps, so that neither factor leaves the range of normal numbers.
        return mantissa * TwoTo(power / 2) * TwoTo(power - power / 2);
    }

    /// <summary>A positive number to a power.</summary>
    public static double Pow(double x, double power) => power == 0 ? 1 : Exp(power * Ln(x));

    /// <summary>The probability that a standard normal variable is at most x.</summary>
    public static double NormalCdf(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var distance = x < 0 ? -x : x;
        if (distance > 38)
        {
            return x < 0 ? 0 : 1;
        }

        var density = Exp(-0.5 * x * x) / TwoPiRoot;
        if (distance > 4)
        {
            var upper = density / UpperTailFraction(distance);
            return x < 0 ? upper : 1 - upper;
        }

        var term = distance;
        var sum = distance;
        for (var odd = 3; term > sum * 1e-17; odd += 2) // x + x³/3 + x⁵/(3·5) + …
        {
            term *= distance * distance / odd;
            sum += term;
        }

        return x < 0 ? 0.5 - density * sum : 0.5 + density * sum;
    }

    /// <summary>
    /// The value that a standard normal variable stays below with a probability in (0, 1).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The probability is not strictly between 0 and 1.
    /// </exception>
    public static double InverseNormal(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "not within (0, 1)");
        }

        var offset = probability - 0.5;
        if (offset is >= -0.425 and <= 0.425)
        {
            return offset * InverseNormalCoefficients.Central(0.180625 - offset * offset);
        }

        var radius = Math.Sqrt(-Ln(offset < 0 ? probability : 1 - probability));
        var value = radius <= 5
            ? InverseNormalCoefficients.Tail(radius - 1.6)
            : InverseNormalCoefficients.FarTail(radius - 5);
        return offset < 0 ? -value : value;
    }

    private static double LnNearOne(double f, int exponent)
    {
        var s = f / (2 + f);
        var z = s * s;
        var series = z * (6.666666666666735130e-01 + z * (3.999999999940941908e-01
            + z * (2.857142874366239149e-01 + z * (2.222219843214978396e-01 + z * (1.818357216161805012e-01
            + z * (1.531383769920937332e-01 + z * 1.479819860511658591e-01))))));
        var half = 0.5 * f * f;
        return exponent * LnTwoHigh - (half - (s * (half + series) + exponent * LnTwoLow) - f);
    }

    private static double TwoTo(int power) => BitConverter.Int64BitsToDouble((power + 1023L) << 52);

    /// <summary>
    /// The continued fraction x + 1/(x + 2/(x + 3/…)): the density over it is the upper tail.
    /// </summary>
    private static double UpperTailFraction(double x)
    {
        var fraction = x;
        for (var level = 60; level >= 1; level--)
        {
            fraction = x + level / fraction;
        }

        return fraction;
    }
}
