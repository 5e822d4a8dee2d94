using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// The rows of a design – trajectories, rows of Sobol's matrices, points – of which every run has a measure.
/// </summary>
/// <param name="Places">Which they are, from 0.</param>
/// <param name="Values">The measure at each of their points, in order; of several seeds the mean.</param>
/// <param name="LeftOut">How many were run and are left out, as a run failed or has no such value.</param>
internal sealed record WholeRows(
    IReadOnlyList<int> Places, IReadOnlyList<IReadOnlyList<double>> Values, int LeftOut)
{
    private const double LeftOutMax = 0.05;

    /// <summary>The whole rows of a measure.</summary>
    public static WholeRows Of(StudyRuns done, IReadOnlyList<IReadOnlyList<AskedRuns>> rows, int measure)
    {
        var (places, values, leftOut) = (new List<int>(), new List<IReadOnlyList<double>>(), 0);
        foreach (var (row, at) in rows.Select((row, at) => (row, at)))
        {
            var points = row.Select(asked => done.Values(asked, measure)).ToList();
            if (points.TrueForAll(point => point is not null && !point.Contains(null)))
            {
                places.Add(at);
                values.Add([.. points.Select(point => ExactSum.Mean([.. point!.OfType<double>()]))]);
            }
            else if (!points.Contains(null))
            {
                leftOut++;
            }
        }

        return new WholeRows(places, values, leftOut);
    }

    /// <summary>What is left out, measures with as many together.</summary>
    /// <param name="what">What a row is, in the plural.</param>
    /// <param name="asked">How many rows were asked for.</param>
    /// <param name="rows">The rows of each measure.</param>
    public static IEnumerable<StudyWarning> Warnings(
        string what, int asked, IEnumerable<(string Measure, WholeRows Rows)> rows) => rows
        .Where(one => one.Rows.LeftOut > 0).GroupBy(one => one.Rows.LeftOut, one => one.Measure)
        .Select(group => new StudyWarning(WarningCodes.FailedSeeds, Invariant(
            $"{string.Join(", ", group)}: {group.Key} of {asked} {what} are left out, because a run of them ")
            + "failed or has no such value"
            + (group.Key > LeftOutMax * asked ? "; the failed may be the interesting ones." : ".")));
}
