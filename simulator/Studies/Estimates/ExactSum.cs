namespace FlashSale.Simulator;

/// <summary>Sums that lose no digits: Neumaier's compensated summation, in the order of the values.</summary>
/// <remarks>
/// The order decides the last bits, so values are given in order of seed: whatever worker was first, the sum
/// has the same bytes. Neumaier, ZAMM 54 (1974).
/// </remarks>
internal static class ExactSum
{
    /// <summary>The sum of values.</summary>
    public static double Of(IReadOnlyList<double> values)
    {
        var (sum, lost) = (0.0, 0.0);
        foreach (var value in values)
        {
            (sum, lost) = Next(sum, lost, value);
        }

        return sum + lost;
    }

    /// <summary>The mean of the first value, of the first two, and so on: bit by bit those of each.</summary>
    public static IReadOnlyList<double> Means(IReadOnlyList<double> values)
    {
        var (sum, lost) = (0.0, 0.0);
        var means = new double[values.Count];
        for (var at = 0; at < means.Length; at++)
        {
            (sum, lost) = Next(sum, lost, values[at]);
            means[at] = (sum + lost) / (at + 1);
        }

        return means;
    }

    /// <summary>The mean of values; 0 of none.</summary>
    public static double Mean(IReadOnlyList<double> values) =>
        values.Count == 0 ? 0 : Of(values) / values.Count;

    /// <summary>The sum of the products of two columns' distances from their means.</summary>
    public static double OfProducts(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var (one, other) = (Mean(first), Mean(second));
        return Of([.. first.Zip(second, (x, y) => (x - one) * (y - other))]);
    }

    private static (double Sum, double Lost) Next(double sum, double lost, double value)
    {
        var next = sum + value;
        return (next, lost + (Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum));
    }
}
