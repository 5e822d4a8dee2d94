using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>The arms of a study against each other: forest, pairs, and how the interval narrowed.</summary>
internal static class ArmsSection
{
    private const int RowsMax = 60;
    private const int SeedsDrawn = 200;
    private const int ArmsOfSmallCharts = 3; // as many names as stand beside each other there

    private const string WhatSlopesSay = "A thin line is one seed: the same buyers with the same chance in "
        + "every arm. Lines that run side by side are what pairing is worth.";

    /// <summary>Every paired difference with both its intervals, a chart for each measure.</summary>
    public static string Forests(StudyFigures figures) => Html.Section("Differences, seed by seed",
        Enumerable.Range(0, figures.Result.Measures.Count).Select(measure => Forest(figures, measure)));

    /// <summary>Each seed's way from arm to arm.</summary>
    public static string Pairs(StudyFigures figures) => figures.Plan.Points.Count is < 2 or > 8 ? ""
        : Html.Section("Each seed from arm to arm", figures.Plan.Points.Count <= ArmsOfSmallCharts
            ? [ChartFigure.Of(
                [
                    .. Enumerable.Range(0, figures.Result.Measures.Count).Select(measure =>
                        (figures.Result.Measures[measure].Name, (IChart)Slopes(figures, measure))),
                ],
                WhatSlopesSay)]
            : Enumerable.Range(0, figures.Result.Measures.Count)
                .Select(measure => ChartFigure.Of(Slopes(figures, measure), WhatSlopesSay)));

    /// <summary>The interval of the first comparison against the number of seeds.</summary>
    public static string Convergence(StudyFigures figures) => figures.Plan.Pairs.Count == 0 ? ""
        : Html.Section("How the interval narrowed", Narrowing(figures, 0));

    private static string Forest(StudyFigures figures, int measure)
    {
        var found = figures.Result.Measures[measure];
        var rows = figures.Result.Differences.Where(one => one.Measure == found.Name).Take(RowsMax).ToList();
        var isToOne = rows.Count > 1 && rows.TrueForAll(row => row.First == rows[0].First);
        var shown = rows.TrueForAll(row => row.Shown == ShownDifference.InPercent)
            ? ShownDifference.InPercent : ShownDifference.InUnits;
        var matters = figures.Matters(measure, shown);
        var ends = rows
            .SelectMany(row => new[] { row.Mean, row.Limits?.Low ?? row.Mean, row.Limits?.High ?? row.Mean })
            .Concat(matters is { } edge ? [-edge, edge] : [])
            .Select(end => StudyFigures.Drawn(end, shown));
        var chart = new RowChart(
            $"Paired differences in {found.Name}", "comparison", figures.DifferenceAxis(measure, ends, shown),
            [.. rows.Select((row, at) => new ChartRow(
                isToOne ? row.Second : $"{row.Second} less {row.First}",
                figures.Text(measure, StudyFigures.Drawn(row.Mean, row.Shown), row.Shown))
            {
                Point = StudyFigures.Drawn(row.Mean, shown),
                Colour = StudyFigures.ColourOf(at + 1),
                Interval = WhiskerOf(row.Alone, shown),
                Outer = WhiskerOf(row.Limits, shown),
            })])
        {
            Guides =
            [
                .. matters is { } least
                    ? [new GuideArea(
                        StudyFigures.Drawn(-least, shown), StudyFigures.Drawn(least, shown),
                        "too small to matter", "small")]
                    : Array.Empty<IChartLayer>(),
                new GuideLine(0, "no difference", IsAtX: true),
            ],
        };
        return ChartFigure.Of(chart,
            $"{found.Name}: mean of the paired differences{(isToOne ? $" to {rows[0].First}" : "")}. "
            + $"Inner whiskers: {Percent(figures)} of this "
            + Invariant($"comparison alone; outer: of all {figures.Result.Comparisons} together. ")
            + (rows.Count == RowsMax ? Invariant($"{RowsMax} are drawn; all are in the table.") : ""));
    }

    private static Whisker? WhiskerOf(Interval? limits, ShownDifference shown) => limits is null ? null
        : new Whisker(StudyFigures.Drawn(limits.Low, shown), StudyFigures.Drawn(limits.High, shown));

    private static Chart Slopes(StudyFigures figures, int measure)
    {
        var points = figures.Plan.Points.Select(point => point.Number).ToList();
        var seeds = figures.Whole(points, measure);
        var means = points.Select(point => seeds.Count == 0
            ? double.NaN : seeds.Average(seed => seed.Values[point])).ToList();
        var axis = new Axis(
            "arm", -0.25, points.Count - 0.75, false, [.. points.Select(point => (double)point)],
            at => figures.Plan.Points[Math.Clamp((int)Math.Round(at), 0, points.Count - 1)].Name);
        return new Chart(
            $"{figures.Result.Measures[measure].Name} by arm, one line for each seed", axis,
            figures.LevelAxis(measure, seeds.SelectMany(seed => seed.Values)),
            [
                .. seeds.Take(SeedsDrawn).Select(seed => new Curve(
                    Invariant($"seed {seed.Seed}"), "plain",
                    [.. seed.Values.Select((value, at) => ((double)at, value))])
                {
                    IsThin = true,
                    Rule = CurveRule.Level,
                }),
                new Curve("mean", "arm1", [.. means.Select((mean, at) => ((double)at, mean))])
                {
                    Rule = CurveRule.Level,
                },
            ]);
    }

    private static string Narrowing(StudyFigures figures, int measure)
    {
        var (first, second) = figures.Plan.Pairs[0];
        var pairs = figures.Whole([first.Number, second.Number], measure)
            .Select(seed => seed.Values[1] - seed.Values[0]).ToList();
        var steps = Enumerable.Range(2, Math.Max(0, pairs.Count - 1))
            .Select(count => (Count: count, Estimate: Estimate.Of(pairs[..count])))
            .Where(step => step.Estimate.Limits(figures.Plan.Study.Confidence) is not null)
            .Select(step => (step.Count, step.Estimate.Mean,
                Limits: step.Estimate.Limits(figures.Plan.Study.Confidence)!)).ToList();
        if (steps.Count == 0)
        {
            return Html.Paragraph("One seed has no interval.");
        }

        // The first few intervals are so wide that nothing else would be seen.
        var drawn = steps.Count > 3 ? steps[2..] : steps;
        var chart = new Chart(
            $"Interval of {second.Name} less {first.Name} against the number of seeds",
            Axis.Around("seeds", 0, pairs.Count, count => Amounts.Number(count, 1)),
            figures.DifferenceAxis(
                measure, drawn.SelectMany(step => new[] { step.Limits.Low, step.Limits.High }),
                ShownDifference.InUnits),
            new Ribbon("interval", "arm1",
                [.. drawn.Select(step => ((double)step.Count, step.Limits.Low, step.Limits.High))]),
            new Curve("mean", "arm1", [.. drawn.Select(step => ((double)step.Count, step.Mean))])
            {
                Rule = CurveRule.Level,
            },
            new GuideLine(pairs.Count, "planned size", IsAtX: true) { IsLabelLeft = true });
        return ChartFigure.Of(chart,
            $"{figures.Result.Measures[measure].Name}, {second.Name} less {first.Name}: the "
            + $"{Percent(figures)} interval of the seeds so far. "
            + "The study decides at its planned size only.");
    }

    private static string Percent(StudyFigures figures) =>
        Invariant($"{figures.Plan.Study.Confidence * 100:0.##} %");
}
