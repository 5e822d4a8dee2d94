namespace FlashSale.Simulator;

/// <summary>Which share of a measure's spread a factor explains.</summary>
/// <param name="First">S: by itself.</param>
/// <param name="FirstLimits">Its interval.</param>
/// <param name="Total">T: with all its interactions; null of the rank estimator, which has none.</param>
/// <param name="TotalLimits">Its interval.</param>
/// <param name="InteractionLimits">The interval of T − S; above 0 the factor interacts.</param>
public sealed record SensitivityIndex(
    double First, Interval FirstLimits, double? Total = null, Interval? TotalLimits = null,
    Interval? InteractionLimits = null)
{
    /// <summary>T − S, what the factor does together with others; null if T is not known.</summary>
    public double? Interaction => Total - First;

    /// <summary>
    /// The indices of all columns: S by Saltelli 2010, mean(y_B (y_AB − y_A))/V, T by Jansen 1999,
    /// ½ mean((y_A − y_AB)²)/V; intervals by resampling rows, all runs of a row together.
    /// </summary>
    /// <param name="a">The measure of each row of A.</param>
    /// <param name="b">The measure of each row of B.</param>
    /// <param name="mixed">For each column the measure of each row of A with that column of B.</param>
    /// <param name="confidence">Of the intervals, as 0.95.</param>
    /// <param name="key">Of the resampling.</param>
    /// <returns>Null if the measure does not vary: there is nothing to explain.</returns>
    public static IReadOnlyList<SensitivityIndex>? OfSobol(
        IReadOnlyList<double> a, IReadOnlyList<double> b, IReadOnlyList<IReadOnlyList<double>> mixed,
        double confidence, BootstrapKey key)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(mixed);
        var mean = ExactSum.Mean([.. a, .. b]);
        var rows = new SobolRows(
            Centred(a, mean), Centred(b, mean), [.. mixed.Select(y => Centred(y, mean))]);
        var all = Enumerable.Range(0, a.Count).ToArray();
        if (rows.Variance(all) <= 0)
        {
            return null;
        }

        var seen = rows.Indices(all);
        var limits = Bootstrap.PercentilesOf(a.Count, rows.Indices, confidence, key);
        return [.. Enumerable.Range(0, mixed.Count).Select(column => new SensitivityIndex(
            seen[3 * column], limits[3 * column], seen[(3 * column) + 1], limits[(3 * column) + 1],
            limits[(3 * column) + 2]))];
    }

    /// <summary>
    /// The first-order indices from runs that exist anyway: runs sorted by a factor, each with its neighbour
    /// (Gamboa, Gremaud, Klein and Lagnoux, Bernoulli 28, 2022).
    /// </summary>
    /// <remarks>
    /// The last run is followed by the first. Intervals from 1,000 halves without repetition, whose spread
    /// around their mean is that of the whole: resampling with repetition would make neighbours of equal
    /// runs.
    /// </remarks>
    /// <param name="points">The coordinates of each run.</param>
    /// <param name="measured">The measure of each run.</param>
    /// <param name="confidence">Of the intervals, as 0.95.</param>
    /// <param name="key">Of the halves.</param>
    /// <returns>Null if the measure does not vary.</returns>
    public static IReadOnlyList<SensitivityIndex>? OfRanks(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<double> measured, double confidence,
        BootstrapKey key)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(measured);
        if (measured.All(value => value == measured[0]))
        {
            return null;
        }

        var centred = Centred(measured, ExactSum.Mean(measured));
        var orders = Enumerable.Range(0, points[0].Count).Select(factor =>
            Enumerable.Range(0, points.Count).OrderBy(run => points[run][factor]).ToArray()).ToList();
        return [.. orders.Select((order, factor) =>
        {
            var seen = RankIndex(order, centred, isIn: null);
            var halves = Enumerable.Range(0, Bootstrap.Resamples)
                .Select(half => RankIndex(order, centred, HalfOf(points.Count, key.Of(half))))
                .Order().ToList();
            var (mean, tail) = (ExactSum.Mean(halves), (1 - confidence) / 2);
            return new SensitivityIndex(seen, new Interval(
                seen - (OrderStatistics.Quantile(halves, 1 - tail) - mean),
                seen - (OrderStatistics.Quantile(halves, tail) - mean)));
        })];
    }

    private static double[] Centred(IReadOnlyList<double> values, double mean) =>
        [.. values.Select(value => value - mean)];

    private static bool[] HalfOf(int runs, Draws draws)
    {
        var isIn = new bool[runs];
        foreach (var run in LatinHypercube.Permutation(runs, draws).Take((runs + 1) / 2))
        {
            isIn[run] = true;
        }

        return isIn;
    }

    private static double RankIndex(int[] order, double[] measured, bool[]? isIn)
    {
        var (count, sum, squares, products) = (0, 0.0, 0.0, 0.0);
        var (first, before) = (double.NaN, double.NaN);
        foreach (var run in order)
        {
            if (isIn is null || isIn[run])
            {
                var value = measured[run];
                products += count == 0 ? 0 : before * value;
                first = count == 0 ? value : first;
                (count, sum, squares, before) = (count + 1, sum + value, squares + (value * value), value);
            }
        }

        products += before * first;
        var square = sum / count * (sum / count);
        var variance = (squares / count) - square;
        return variance <= 0 ? 0 : ((products / count) - square) / variance;
    }
}
