namespace FlashSale.Simulator;

/// <summary>Between which of the sorted runs a quantile lies.</summary>
/// <param name="Low">The rank of the lower end, 1 for the smallest run.</param>
/// <param name="High">The rank of the upper end.</param>
/// <param name="Confidence">How sure that is: at least as asked.</param>
public sealed record QuantileRanks(int Low, int High, double Confidence);

/// <summary>What runs in order of size say of all runs that could be, whatever the distribution.</summary>
/// <remarks>By the binomial distribution of how many runs lie below a quantile; exact.</remarks>
public static class OrderStatistics
{
    private const int RunsMax = 1_000_000;

    /// <summary>The ranks between which a quantile over runs lies.</summary>
    /// <param name="quantile">Strictly between 0 and 1: 0.5 is the median.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="confidence">How sure, as 0.95; each end gets half of the rest.</param>
    /// <returns>Null if so few runs cannot say it: of the median, below 6 at 0.95.</returns>
    public static QuantileRanks? RanksOf(double quantile, int runs, double confidence)
    {
        var alpha = (1 - confidence) / 2;
        var low = 0;
        while (low < runs && BinomialDistribution.AtMost(low, runs, quantile) <= alpha)
        {
            low++;
        }

        var high = runs + 1;
        while (high > 1 && BinomialDistribution.AtLeast(high - 1, runs, quantile) <= alpha)
        {
            high--;
        }

        return low < 1 || high > runs
            ? null
            : new QuantileRanks(
                low, high, 1 - BinomialDistribution.AtMost(low - 1, runs, quantile)
                - BinomialDistribution.AtLeast(high, runs, quantile));
    }

    /// <summary>
    /// How many runs it takes to say that a share of all runs stays below the largest one seen.
    /// </summary>
    /// <param name="share">Which share of all runs, strictly between 0 and 1.</param>
    /// <param name="confidence">How sure, strictly between 0 and 1.</param>
    /// <returns>The smallest n with 1 − shareⁿ of at least the confidence: 59 for 0.95 and 0.95.</returns>
    public static int RunsToBound(double share, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        var (runs, missed) = (1, share);
        while (missed > 1 - confidence && runs < RunsMax)
        {
            missed *= share;
            runs++;
        }

        return runs;
    }

    /// <summary>A quantile of values: between the two nearest in order of size, on a straight line.</summary>
    /// <param name="sorted">Rising values, at least one.</param>
    /// <param name="quantile">
    /// From 0, the smallest, to 1, the largest (type 7 of Hyndman and Fan 1996).
    /// </param>
    public static double Quantile(IReadOnlyList<double> sorted, double quantile)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        var place = quantile * (sorted.Count - 1);
        var below = Math.Min((int)place, sorted.Count - 1);
        var next = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[next] - sorted[below]));
    }
}
