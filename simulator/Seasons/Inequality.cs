namespace FlashSale.Simulator;

/// <summary>How unequal values are: of stores, of listings (rule DEM-1).</summary>
internal static class Inequality
{
    private const double ExponentMax = 8;
    private const int Halvings = 50;

    /// <summary>The Gini coefficient of values from the smallest to the largest.</summary>
    public static double Gini(List<long> values)
    {
        var (ranked, sum) = (0.0, (double)values.Sum());
        for (var at = 0; at < values.Count; at++)
        {
            ranked += (at + 1.0) * values[at];
        }

        return sum <= 0 ? 0
            : Rounded.To((2 * ranked / (values.Count * sum)) - ((values.Count + 1.0) / values.Count), 4);
    }

    /// <summary>What a share of them has, the largest of values that rise.</summary>
    public static double TopShare(List<long> values, double share)
    {
        var top = Math.Max(1, (int)Math.Round(share * values.Count));
        var sum = values.Sum();
        return sum == 0 ? 0 : Rounded.To((double)values.TakeLast(top).Sum() / sum, 4);
    }

    /// <summary>
    /// The exponent of the Zipf law that counts by rank fit best (maximum likelihood); of values that rise.
    /// </summary>
    public static double ZipfExponent(List<long> values)
    {
        var logs = Enumerable.Range(1, values.Count).Select(rank => ExactMath.Ln(rank)).ToArray();
        var sum = (double)values.Sum();
        if (sum <= 0 || values.Count < 2)
        {
            return 0;
        }

        var mean = logs.Select((log, rank) => log * values[^(rank + 1)]).Sum() / sum;
        var (low, high) = (0.0, ExponentMax);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = MeanLog(logs, middle) > mean ? (middle, high) : (low, middle);
        }

        return Rounded.To((low + high) / 2, 4);
    }

    private static double MeanLog(double[] logs, double exponent)
    {
        var (weights, weighed) = (0.0, 0.0);
        foreach (var log in logs)
        {
            var weight = ExactMath.Exp(-exponent * log);
            weights += weight;
            weighed += weight * log;
        }

        return weighed / weights;
    }
}
