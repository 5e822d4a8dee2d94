namespace FlashSale.Simulator;

/// <summary>What the runs of a point did over time.</summary>
/// <param name="Point">The point.</param>
/// <param name="Column">The column of timeline.csv; of counts, a second.</param>
/// <param name="Band">The mean and where the runs lie, for each of the moments.</param>
public sealed record StudyCurve(string Point, string Column, CurveBand Band);

/// <summary>What the runs of a study did over time, of studies with few points.</summary>
public sealed class StudyCurves
{
    private const int PointsMax = 8;
    private const int RunsMax = 400;

    private StudyCurves(StudiedTime time, IReadOnlyList<int> moments, IReadOnlyList<StudyCurve> all) =>
        (Time, Moments, All) = (time, moments, all);

    /// <summary>How the runs go through time.</summary>
    internal StudiedTime Time { get; }

    /// <summary>The moments, in seconds.</summary>
    public IReadOnlyList<int> Moments { get; }

    /// <summary>All curves, by point and column.</summary>
    public IReadOnlyList<StudyCurve> All { get; }

    /// <summary>Whether a study keeps what it takes to be drawn over time, and is small enough.</summary>
    public static bool AreDrawn(StudyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Study.Keep >= KeptFigures.Timeline && plan.Points.Count <= PointsMax
            && plan.Orders.Count <= RunsMax;
    }

    /// <summary>The curves of a plan's runs; none of a study with many points.</summary>
    /// <exception cref="IOException">A timeline cannot be read.</exception>
    public static StudyCurves Of(StudyRuns runs, RunCache cache)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(cache);
        var (plan, kind) = (runs.Plan, runs.Plan.Study.Kind);
        var moments = kind.Time.MomentsOf(plan.Study);
        if (!AreDrawn(plan))
        {
            return new StudyCurves(kind.Time, moments, []);
        }

        var curves = new List<StudyCurve>();
        foreach (var point in runs.All.Where(run => run.Outcome.HasFigures).GroupBy(run => run.Order.Point)
            .OrderBy(point => point.Key))
        {
            var timelines = point.OrderBy(run => run.Order.Seed)
                .Select(run => kind.Figures.Stored(cache, run.Outcome.Key).Timeline).ToList();
            curves.AddRange(kind.Time.DrawnOf(plan.Study).Select(column => new StudyCurve(
                plan.Points[point.Key].Name, column.Column, CurveBand.Of(
                    [.. timelines.Select(rows => Values(rows, column, moments, kind.Time.UnitSeconds))]))));
        }

        return new StudyCurves(kind.Time, moments, curves);
    }

    private static double[] Values(
        IReadOnlyList<IRunRow> rows, IRunColumn column, IReadOnlyList<int> moments, long unitSeconds)
    {
        var values = new double[moments.Count];
        var (from, row, level) = (0, 0, 0.0);
        for (var at = 0; at < moments.Count; at++)
        {
            var sum = 0.0;
            for (; row < rows.Count && rows[row].EndSeconds <= moments[at]; row++)
            {
                level = rows[row].Of(column);
                sum += rows[row].Seconds >= from ? level : 0;
            }

            values[at] = column.IsLevel ? level : sum * unitSeconds / (moments[at] - from);
            from = moments[at];
        }

        return values;
    }
}
