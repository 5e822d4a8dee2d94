namespace FlashSale.Simulator;

/// <summary>Which share of the runs of each arm lies at or below a value: what a mean does not say.</summary>
internal static class SpreadSection
{
    private const int PointsMax = 6; // as many as are told apart
    private const double QuarterOfRuns = 0.25;

    /// <summary>
    /// A small chart for each measure that is no yes or no; nothing of a study with many points.
    /// </summary>
    public static string Of(StudyFigures figures)
    {
        var measures = Enumerable.Range(0, figures.Result.Measures.Count)
            .Where(measure => !figures.Result.Measures[measure].IsEvent).ToList();
        return figures.Plan.Points.Count > PointsMax || measures.Count == 0 ? ""
            : Html.Section("Run by run", ChartFigure.Of(
                [
                    .. measures.Select(measure =>
                        (figures.Result.Measures[measure].Name, (IChart)Drawn(figures, measure))),
                ],
                "A step is one run: its height is the share of runs at or below its value. Arms far apart at "
                + "one end differ in their bad or good festivals, not only on average."));
    }

    private static Chart Drawn(StudyFigures figures, int measure)
    {
        var arms = figures.Plan.Points.Select(point => (
            Point: point,
            Values: figures.Values(point.Number, measure).Select(one => one.Value).Order().ToList()))
            .ToList();
        var name = figures.Result.Measures[measure].Name;
        var axis = figures.LevelAxis(measure, arms.SelectMany(arm => arm.Values));
        return new Chart(
            $"Share of runs at or below each value of {name}, by arm", axis,
            Axis.Linear("share of runs", 0, 1, QuarterOfRuns, StudyNumber.Percent),
            [
                .. arms.Where(arm => arm.Values.Count > 0).Select(arm => new Curve(
                    arm.Point.Name, StudyFigures.ColourOf(arm.Point.Number), Steps(arm.Values, axis))
                {
                    Dash = StudyFigures.DashOf(arm.Point.Number),
                    IsStep = true,
                    Rule = CurveRule.Level,
                }),
            ]);
    }

    // From no run at the left end of the axis to all at the right.
    private static IReadOnlyList<(double X, double Y)> Steps(List<double> sorted, Axis axis) =>
    [
        (axis.From, 0),
        .. sorted.Select((value, at) => (value, (at + 1.0) / sorted.Count)),
        (axis.To, 1),
    ];
}
