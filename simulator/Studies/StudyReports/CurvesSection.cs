namespace FlashSale.Simulator;

/// <summary>What the arms did over time: means of their runs, and between what the runs lie.</summary>
internal static class CurvesSection
{
    private const int HourSeconds = 3_600;

    /// <summary>A small chart for each column that is drawn; nothing of a study with many points.</summary>
    public static string Of(StudyCurves curves, StudyFigures figures) => curves.All.Count == 0 ? ""
        : Html.Section("The first hour", ChartFigure.Of(
            [
                .. curves.All.GroupBy(curve => curve.Column).Select(column =>
                    (column.Key, (IChart)Drawn(column.Key, [.. column], figures))),
            ],
            "Means over seeds; bands hold "
            + (curves.All[0].Band.IsWholeSpread ? "all runs, from lowest to highest" : "90 of 100 runs")
            + ", moment by moment."));

    private static Chart Drawn(string column, IReadOnlyList<StudyCurve> curves, StudyFigures figures)
    {
        var measure = Measures.All.First(one => one.Column == column);
        var highest = curves.SelectMany(curve => curve.Band.Points.Zip(StudyCurves.Moments))
            .Where(point => point.Second <= HourSeconds).Select(point => point.First.Runs.High)
            .DefaultIfEmpty().Max();
        var isRate = !measure.GoesOn;
        var meaning = measure.Meaning.Split(',', ';')[0]; // the rest is for the table of columns
        var title = isRate ? $"{measure.Unit} {meaning} a second" : $"{measure.Unit}, {meaning}";
        var last = figures.Plan.Study.Horizon is { } end ? Math.Min(HourSeconds, end.TotalSeconds)
            : HourSeconds;
        return new Chart(
            $"{column} in the first hour, by arm", TimeAxis.Linear("time since midnight", 0, last),
            Axis.FromZero(title, highest, Amounts.Tick),
            [.. curves.Select(curve => (IChartLayer)new Ribbon("", Colour(curve, figures), Band(curve))),
                .. curves.Select(curve => new Curve(curve.Point, Colour(curve, figures), Means(curve))
                {
                    Dash = StudyFigures.DashOf(PointOf(curve, figures)),
                    Rule = isRate ? CurveRule.Rate : CurveRule.Level,
                })]);
    }

    private static int PointOf(StudyCurve curve, StudyFigures figures) =>
        figures.Plan.Points.First(point => point.Name == curve.Point).Number;

    private static string Colour(StudyCurve curve, StudyFigures figures) =>
        StudyFigures.ColourOf(PointOf(curve, figures));

    private static IReadOnlyList<(double X, double Low, double High)> Band(StudyCurve curve) =>
    [
        .. curve.Band.Points.Zip(StudyCurves.Moments, (point, moment) =>
            ((double)moment, point.Runs.Low, point.Runs.High)).Where(point => point.Item1 <= HourSeconds),
    ];

    private static IReadOnlyList<(double X, double Y)> Means(StudyCurve curve) =>
    [
        .. curve.Band.Points.Zip(StudyCurves.Moments, (point, moment) => ((double)moment, point.Mean.Mean))
            .Where(point => point.Item1 <= HourSeconds),
    ];
}
