namespace FlashSale.Simulator;

/// <summary>
/// A sweep: a curve with its band for one factor, a map of numbers and a curve for each level for two.
/// </summary>
internal static class SweepSection
{
    private const int SeedsDrawn = 100;
    private const int LevelsDrawn = 12;

    /// <summary>A chart for each measure.</summary>
    public static string Of(StudyFigures figures) => Html.Section(
        $"Over {string.Join(" and ", figures.Result.Factors)}",
        Enumerable.Range(0, figures.Result.Measures.Count).Select(measure =>
            figures.Result.Factors.Count == 2 ? Map(figures, measure) + ByLevel(figures, measure)
                : Curves(figures, measure)));

    private static string Curves(StudyFigures figures, int measure)
    {
        var points = Ordered(figures);
        return points.Count < 2 ? Html.Paragraph("The levels are no numbers: see the differences below.")
            : ChartFigure.Of(Drawn(figures, measure, points),
                "The mean over seeds with its interval point by point; a thin line is one seed."
                + (figures.Result.Factors.Count > 2
                    ? " Only points that differ from the base in this factor." : ""));
    }

    // A small chart for each level of the second factor, all of one height.
    private static string ByLevel(StudyFigures figures, int measure)
    {
        var levels = figures.Plan.Points.Skip(1).Where(point => point.Levels[0].Number is not null)
            .GroupBy(point => point.Levels[1].Text)
            .Where(level => level.Count() > 1).Take(LevelsDrawn).ToList();
        var values = figures.Runs.Select(run => StudyRows.Value(run, measure)).OfType<double>();
        return levels.Count < 2 ? "" : ChartFigure.Of(
            [
                .. levels.Select(level => ($"{figures.Result.Factors[1]} {level.Key}", (IChart)(Drawn(
                    figures, measure, Along(level)) with { Y = figures.LevelAxis(measure, values) }))),
            ],
            $"{figures.Result.Measures[measure].Name} along {figures.Result.Factors[0]}, for each "
            + $"{figures.Result.Factors[1]}: the mean with its interval, a thin line for each seed.");
    }

    private static Chart Drawn(
        StudyFigures figures, int measure, IReadOnlyList<(int Number, double X)> points)
    {
        var xs = points.Select(point => point.X).ToList();
        var found = points.Select(point => figures.Result.Estimates.First(one =>
            one.Point == figures.Plan.Points[point.Number].Name
            && one.Measure == figures.Result.Measures[measure].Name)).ToList();
        var seeds = figures.Whole([.. points.Select(point => point.Number)], measure);
        var values = seeds.SelectMany(seed => seed.Values)
            .Concat(found.SelectMany(one =>
                new[] { one.Limits?.Low ?? one.Mean, one.Limits?.High ?? one.Mean }));
        var factor = figures.Result.Factors[0];
        return new Chart(
            $"{figures.Result.Measures[measure].Name} against {factor}", FactorAxis.Of(factor, xs[0], xs[^1]),
            figures.LevelAxis(measure, values),
            [
                new Ribbon("interval of the mean", "arm1", [.. found.Zip(xs, (one, x) =>
                    (x, one.Limits?.Low ?? one.Mean, one.Limits?.High ?? one.Mean))]),
                .. seeds.Take(SeedsDrawn).Select(seed => new Curve("", "plain",
                    [.. seed.Values.Zip(xs, (value, x) => (x, value))])
                {
                    IsThin = true,
                    Rule = CurveRule.Level,
                }),
                new Curve("mean", "arm1", [.. found.Zip(xs, (one, x) => (x, one.Mean))])
                {
                    Rule = CurveRule.Level,
                },
            ]);
    }

    private static string Map(StudyFigures figures, int measure)
    {
        var (first, second) = (figures.Result.Factors[0], figures.Result.Factors[1]);
        var points = figures.Plan.Points.Skip(1).ToList();
        var columns = points.Select(point => point.Levels[1].Text).Distinct().ToList();
        var rows = points.Select(point => point.Levels[0].Text).Distinct().ToList();
        var shown = figures.Result.Differences
            .First(one => one.Measure == figures.Result.Measures[measure].Name).Shown;
        var map = new HeatMap(
            $"{figures.Result.Measures[measure].Name}, difference to the base", second, first, columns,
            [.. rows.Select(row => (row, (IReadOnlyList<double>)[.. columns.Select(column => points
                .FirstOrDefault(point => point.Levels[0].Text == row && point.Levels[1].Text == column)
                is { } point ? Difference(figures, measure, point) : double.NaN)]))],
            value => figures.Text(measure, value, shown))
        {
            Meaning = ("more than the base", "less than the base"),
        };
        return ChartFigure.Of(map,
            $"{figures.Result.Measures[measure].Name}: mean of the paired differences to the base.");
    }

    private static double Difference(StudyFigures figures, int measure, StudyPoint point) =>
        figures.Result.Differences.FirstOrDefault(one => one.Second == point.Name
            && one.Measure == figures.Result.Measures[measure].Name) is { } found
            ? StudyFigures.Drawn(found.Mean, found.Shown) : 0;

    // The points along the first factor, the others as at the base or the first of their levels.
    private static IReadOnlyList<(int Number, double X)> Ordered(StudyFigures figures)
    {
        var points = figures.Plan.Points.Skip(1).Where(point => point.Levels[0].Number is not null).ToList();
        var others = points.FirstOrDefault()?.Levels.Skip(1).Select(level => level.Text).ToList() ?? [];
        return Along(points.Where(point =>
            point.Levels.Skip(1).Select(level => level.Text).SequenceEqual(others)));
    }

    private static IReadOnlyList<(int Number, double X)> Along(IEnumerable<StudyPoint> points) =>
    [
        .. points.Select(point => (point.Number, X: point.Levels[0].Number!.Value))
            .OrderBy(point => point.X),
    ];
}
