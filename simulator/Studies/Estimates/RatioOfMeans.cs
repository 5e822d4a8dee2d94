namespace FlashSale.Simulator;

/// <summary>The mean of one measure over the mean of another, of the same runs.</summary>
/// <remarks>
/// Not the mean of each run's own ratio, which is a plain value of the run. The jackknife takes out most of
/// the bias of a ratio (Law, chapter 9); Fieller's limits hold for normal means (J. R. Stat. Soc. B 16,
/// 1954).
/// </remarks>
public static class RatioOfMeans
{
    /// <summary>The ratio with each run left out in turn: J = nR − (n − 1)R without it, as values.</summary>
    /// <returns>An estimate over the runs; its mean is the ratio. Null if a denominator is 0.</returns>
    public static Estimate? Jackknife(IReadOnlyList<double> numerators, IReadOnlyList<double> denominators)
    {
        ArgumentNullException.ThrowIfNull(numerators);
        ArgumentNullException.ThrowIfNull(denominators);
        var (above, below) = (ExactSum.Of(numerators), ExactSum.Of(denominators));
        var runs = numerators.Count;
        if (runs < 2 || below == 0 || denominators.Any(value => below - value == 0))
        {
            return null;
        }

        return Estimate.Of([.. numerators.Zip(denominators, (x, y) =>
            (runs * (above / below)) - ((runs - 1) * ((above - x) / (below - y))))]);
    }

    /// <summary>Fieller's limits of the ratio.</summary>
    /// <param name="numerators">One value a run.</param>
    /// <param name="denominators">One value a run, in the same order.</param>
    /// <param name="confidence">How often such intervals cover the truth, as 0.95.</param>
    /// <returns>
    /// Null where no interval exists: there are fewer than two runs, or the mean of the denominator is not
    /// told apart from 0 (g = t² s²/ȳ² is 1 or more).
    /// </returns>
    public static Interval? Fieller(
        IReadOnlyList<double> numerators, IReadOnlyList<double> denominators, double confidence)
    {
        ArgumentNullException.ThrowIfNull(numerators);
        ArgumentNullException.ThrowIfNull(denominators);
        var (above, below) = (Estimate.Of(numerators), Estimate.Of(denominators));
        if (above.HalfWidth(confidence) is not { } halfAbove
            || below.HalfWidth(confidence) is not { } halfBelow
            || halfBelow >= Math.Abs(below.Mean))
        {
            return null;
        }

        var t = StudentT.Quantile(1 - ((1 - confidence) / 2), above.Freedom);
        var common = t * t * ExactSum.OfProducts(numerators, denominators) / above.Freedom / above.Runs;
        var square = (below.Mean * below.Mean) - (halfBelow * halfBelow);
        var middle = (above.Mean * below.Mean) - common;
        var root = Math.Sqrt(Math.Max(
            0, (middle * middle) - (((above.Mean * above.Mean) - (halfAbove * halfAbove)) * square)));
        return new Interval((middle - root) / square, (middle + root) / square);
    }
}
