namespace FlashSale.Tests.Simulator.Chance;

/// <summary>Summaries of samples that the statistical tests compare with theory.</summary>
internal static class Samples
{
    /// <summary>
    /// The largest distance between the empirical and the theoretical distribution function.
    /// </summary>
    public static double KolmogorovDistance(IEnumerable<double> sample, Func<double, double> cdf)
    {
        var sorted = sample.Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var expected = cdf(sorted[i]);
            distance = Math.Max(distance, Math.Abs(expected - i / (double)sorted.Length));
            distance = Math.Max(distance, Math.Abs(expected - (i + 1) / (double)sorted.Length));
        }

        return distance;
    }
}
