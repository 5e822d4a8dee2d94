namespace FlashSale.Simulator;

/// <summary>What the arms did over time: means of their runs, and between what the runs lie.</summary>
internal static class CurvesSection
{
    /// <summary>A small chart for each column that is drawn; nothing of a study with many points.</summary>
    public static string Of(StudyCurves curves, StudyFigures figures) => curves.All.Count == 0 ? ""
        : Html.Section(curves.Time.Heading, ChartFigure.Of(
            [
                .. curves.All.GroupBy(curve => curve.Column).Select(column =>
                    (column.Key, (IChart)Drawn(column.Key, [.. column], curves, figures))),
            ],
            "Means over seeds; bands hold "
            + (curves.All[0].Band.IsWholeSpread ? "all runs, from lowest to highest" : "90 of 100 runs")
            + ", moment by moment."));

    private static Chart Drawn(
        string name, IReadOnlyList<StudyCurve> own, StudyCurves curves, StudyFigures figures)
    {
        var column = figures.Plan.Study.Kind.Figures.Columns.First(one => one.Column == name);
        var (time, until) = curves.Time.AxisOf(figures.Plan.Study);
        var shown = curves.Moments.TakeWhile(moment => moment <= until).ToList();
        var highest = own.SelectMany(curve => curve.Band.Points.Zip(shown))
            .Select(point => point.First.Runs.High).DefaultIfEmpty().Max();
        var meaning = column.Meaning.Split(',', ';')[0]; // the rest is for the table of columns
        var title = column.IsLevel
            ? $"{column.Unit}, {meaning}" : $"{column.Unit} {meaning} {curves.Time.RateWord}";
        return new Chart(
            $"{name} {curves.Time.InTitle}, by arm", time, Axis.FromZero(title, highest, Amounts.Tick),
            [.. own.Select(curve => (IChartLayer)new Ribbon("", Colour(curve, figures), Band(curve, shown))),
                .. own.Select(curve => new Curve(curve.Point, Colour(curve, figures), Means(curve, shown))
                {
                    Dash = StudyFigures.DashOf(PointOf(curve, figures)),
                    Rule = column.IsLevel ? CurveRule.Level : CurveRule.Rate,
                })]);
    }

    private static int PointOf(StudyCurve curve, StudyFigures figures) =>
        figures.Plan.Points.First(point => point.Name == curve.Point).Number;

    private static string Colour(StudyCurve curve, StudyFigures figures) =>
        StudyFigures.ColourOf(PointOf(curve, figures));

    private static IReadOnlyList<(double X, double Low, double High)> Band(
        StudyCurve curve, IReadOnlyList<int> shown) =>
        [.. curve.Band.Points.Zip(shown, (point, at) => ((double)at, point.Runs.Low, point.Runs.High))];

    private static IReadOnlyList<(double X, double Y)> Means(StudyCurve curve, IReadOnlyList<int> shown) =>
        [.. curve.Band.Points.Zip(shown, (point, at) => ((double)at, point.Mean.Mean))];
}
