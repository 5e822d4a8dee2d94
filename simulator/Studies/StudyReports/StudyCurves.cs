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

    private static readonly Measure[] Shown = [Measures.Paid, Measures.QueuedPayments, Measures.Gmv];

    private StudyCurves(IReadOnlyList<StudyCurve> all) => All = all;

    /// <summary>
    /// The moments, in seconds from midnight: half a minute in the first hour, then half an hour.
    /// </summary>
    public static IReadOnlyList<int> Moments { get; } =
    [
        .. Enumerable.Range(1, 120).Select(at => at * 30),
        .. Enumerable.Range(3, 46).Select(at => at * 1_800),
    ];

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
        var plan = runs.Plan;
        if (!AreDrawn(plan))
        {
            return new StudyCurves([]);
        }

        var curves = new List<StudyCurve>();
        foreach (var point in runs.All.Where(run => run.Outcome.HasFigures).GroupBy(run => run.Order.Point)
            .OrderBy(point => point.Key))
        {
            var timelines = point.OrderBy(run => run.Order.Seed)
                .Select(run => new RunFigures(cache, run.Outcome.Key).Timeline).ToList();
            var moments = MomentsOf(plan.Study.Horizon);
            curves.AddRange(Shown.Select(measure => new StudyCurve(
                plan.Points[point.Key].Name, measure.Column,
                CurveBand.Of([.. timelines.Select(rows => Values(rows, measure, moments))]))));
        }

        return new StudyCurves(curves);
    }

    private static IReadOnlyList<int> MomentsOf(TimeSpan? horizon) =>
        [.. Moments.Where(moment => horizon is not { } end || moment <= end.TotalSeconds)];

    private static double[] Values(
        IReadOnlyList<TimelineRow> rows, Measure measure, IReadOnlyList<int> moments)
    {
        var values = new double[moments.Count];
        var (from, row, level) = (0, 0, 0.0);
        for (var at = 0; at < moments.Count; at++)
        {
            var sum = 0.0;
            for (; row < rows.Count && rows[row].EndSeconds <= moments[at]; row++)
            {
                level = measure.IsMoney ? (double)rows[row].Yuan(measure) : rows[row][measure];
                sum += rows[row].Seconds >= from ? level : 0;
            }

            values[at] = measure.GoesOn ? level : sum / (moments[at] - from);
            from = moments[at];
        }

        return values;
    }
}
