namespace FlashSale.Simulator;

/// <summary>A measured distribution: values at some probabilities, straight lines between them.</summary>
/// <remarks>Beyond the first and the last probability the first and the last value are taken.</remarks>
public readonly struct QuantileTable
{
    private readonly double[] _probabilities;
    private readonly double[] _values;

    /// <summary>A table of values by rising probability.</summary>
    /// <exception cref="ArgumentException">
    /// The lengths differ or are 0, probabilities do not rise strictly within [0, 1], or values fall.
    /// </exception>
    public QuantileTable(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values)
    {
        if (probabilities.Length != values.Length || values.IsEmpty)
        {
            throw new ArgumentException("as many values as probabilities, at least one", nameof(values));
        }

        for (var row = 0; row < values.Length; row++)
        {
            var (probability, value) = (probabilities[row], values[row]);
            if (!(probability is >= 0 and <= 1) || (row > 0 && !(probability > probabilities[row - 1])))
            {
                throw new ArgumentException($"row {row} does not rise from 0 to 1", nameof(probabilities));
            }

            if (!double.IsFinite(value) || (row > 0 && value < values[row - 1]))
            {
                throw new ArgumentException($"row {row} falls or is not finite", nameof(values));
            }
        }

        _probabilities = probabilities.ToArray();
        _values = values.ToArray();
    }

    /// <summary>The value that is not exceeded with a probability.</summary>
    public double Quantile(double probability) => Interpolated(_probabilities, _values, probability);

    /// <summary>
    /// The probability of a value of at most x; where the table is flat, the middle of the step.
    /// </summary>
    public double Cdf(double x) =>
        x < _values[0] ? 0 : x > _values[^1] ? 1 : Interpolated(_values, _probabilities, x);

    /// <summary>One value; uses one draw.</summary>
    public double Draw(ref Draws draws) => Quantile(draws.Unit());

    private static double Interpolated(double[] from, double[] to, double x)
    {
        var above = Array.BinarySearch(from, x);
        if (above >= 0)
        {
            return to[above];
        }

        above = ~above;
        if (above == 0 || above == from.Length)
        {
            return to[above == 0 ? 0 : ^1];
        }

        var share = (x - from[above - 1]) / (from[above] - from[above - 1]);
        return to[above - 1] + share * (to[above] - to[above - 1]);
    }
}
