using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>A sample: each measure against each factor, with the median of those beside.</summary>
internal static class ScatterSection
{
    private const int ChartsMax = 12;
    private const int PointsMax = 300;
    private const int NeighboursMin = 5;

    /// <summary>Small charts for each measure, the strongest factors first.</summary>
    public static string Of(StudyFigures figures, SampleFound found)
    {
        var known = found.Measured.Where(one => one.Rows.Places.Count >= 2 * NeighboursMin).ToList();
        var each = Math.Max(1, ChartsMax / Math.Max(1, known.Count));
        return known.Count == 0 ? "" : Html.Section(
            "Each measure against each factor",
            known.Select(one => ChartFigure.Of(
                [.. Strongest(found, one).Take(each).Select(factor => (
                    $"{one.Judged.Name} against {found.Sample.Factors[factor]}",
                    (IChart)Scatter(figures, found, one, factor)))],
                Invariant($"{one.Judged.Name}: a dot is a point, the line the median of ")
                + Invariant($"{Neighbours(one)} neighbours.")
                + (found.Sample.Factors.Count > each
                    ? Invariant($" The {each} factors that explain most are drawn.") : "")
                + (one.Rows.Places.Count > PointsMax ? Invariant($" {PointsMax} points are drawn.") : ""))));
    }

    /// <summary>The median of each value and its neighbours along x.</summary>
    internal static IReadOnlyList<(double X, double Y)> RunningMedian(
        IReadOnlyList<(double X, double Y)> points, int neighbours)
    {
        var sorted = points.OrderBy(point => point.X).ToList();
        return
        [
            .. Enumerable.Range(0, Math.Max(0, sorted.Count - neighbours + 1)).Select(from =>
            {
                var window = sorted.GetRange(from, neighbours);
                return (window[neighbours / 2].X,
                    OrderStatistics.Quantile([.. window.Select(point => point.Y).Order()], 0.5));
            }),
        ];
    }

    private static int Neighbours(MeasuredIndices measured) =>
        Math.Max(NeighboursMin, (measured.Rows.Places.Count / 8) | 1);

    private static IEnumerable<int> Strongest(SampleFound found, MeasuredIndices measured) =>
        Enumerable.Range(0, found.Sample.Factors.Count)
            .OrderByDescending(factor => measured.Indices.Count == 0 ? 0 : measured.Indices[factor].First);

    private static Chart Scatter(
        StudyFigures figures, SampleFound found, MeasuredIndices measured, int factor)
    {
        var (sample, ranged) = (found.Sample, found.Sample.Cube.Factors[factor]);
        List<(double X, double Y)> points = [.. measured.Rows.Places.Zip(measured.Rows.Values, (place, row) =>
            (ranged.Values.Scale.At(sample.Coordinates[place][factor]), row[0]))];
        return new Chart(
            $"{measured.Judged.Name} against {ranged.Name}", FactorAxis.Of(ranged),
            figures.LevelAxis(measured.Measure, points.Select(point => point.Y)),
            new Curve("median of neighbours", "arm2", RunningMedian(points, Neighbours(measured)))
            {
                Rule = CurveRule.Level,
            },
            new Dots("point", "arm1", [.. points.Take(PointsMax).Select(point => new Dot(point.X, point.Y))])
            {
                Shape = "hollow",
            });
    }
}
