namespace FlashSale.Simulator;

/// <summary>A curve over time at one of its points, over runs.</summary>
/// <param name="Mean">The mean, with its interval at this point alone.</param>
/// <param name="Runs">Where the runs lie: see <see cref="CurveBand.IsWholeSpread"/>.</param>
public sealed record CurveBandPoint(Estimate Mean, Interval Runs);

/// <summary>Curves of runs over one grid of moments: the mean, and where the runs lie.</summary>
/// <remarks>
/// Point by point: that a curve stays within such a band everywhere is less sure than the confidence. The
/// difference of two arms' curves is the band of their differences seed by seed.
/// </remarks>
/// <param name="Points">One for each moment.</param>
/// <param name="IsWholeSpread">
/// Whether the band of the runs is from the smallest to the largest, as of fewer than 20 runs; else it is
/// from 5 to 95 of 100 runs.
/// </param>
public sealed record CurveBand(IReadOnlyList<CurveBandPoint> Points, bool IsWholeSpread)
{
    private const int RunsForQuantiles = 20;
    private const double Tail = 0.05;

    /// <summary>The band of curves.</summary>
    /// <param name="curves">One for each run, in order of seed; all of one length.</param>
    public static CurveBand Of(IReadOnlyList<IReadOnlyList<double>> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var isWhole = curves.Count < RunsForQuantiles;
        var tail = isWhole ? 0 : Tail;
        var moments = curves.Count == 0 ? 0 : curves.Min(curve => curve.Count);
        return new CurveBand(
            [.. Enumerable.Range(0, moments).Select(moment =>
            {
                IReadOnlyList<double> values = [.. curves.Select(curve => curve[moment])];
                IReadOnlyList<double> sorted = [.. values.Order()];
                return new CurveBandPoint(
                    Estimate.Of(values),
                    new Interval(
                        OrderStatistics.Quantile(sorted, tail), OrderStatistics.Quantile(sorted, 1 - tail)));
            })],
            isWhole);
    }

    /// <summary>
    /// The band of the differences of two arms' curves: the second less the first, by seed.
    /// </summary>
    public static CurveBand OfPairs(
        IReadOnlyList<IReadOnlyList<double>> first, IReadOnlyList<IReadOnlyList<double>> second) => Of(
        [.. first.Zip(second, (one, other) =>
            (IReadOnlyList<double>)[.. one.Zip(other, (x, y) => y - x)])]);
}
