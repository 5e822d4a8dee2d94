using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>What factors move, by Morris: bars of μ* with intervals, and the plane of μ* and σ.</summary>
internal static class EffectsSection
{
    private const double NamedFrom = 0.1; // of the largest: names nearer to 0 would lie on each other

    /// <summary>Both charts for each measure.</summary>
    public static string Of(StudyFigures figures, MorrisFound found) => Html.Section(
        "What moves each measure",
        found.Known.SelectMany(one => new[] { Bars(figures, found, one), Plane(figures, found, one) })
            .Append(Html.Paragraph(
                "A trajectory moves each factor once, by the same part of its range, on one seed: so an "
                + "effect is free of luck between its two runs. μ* is the mean size of a factor’s effects, "
                + "scaled to its whole range; σ is how much they differ, by interaction, curvature, and luck "
                + "between trajectories. Intervals by 1,000 resamples of whole trajectories.")));

    private static string Bars(StudyFigures figures, MorrisFound found, MeasuredEffects measured)
    {
        var rows = Ordered(found, measured);
        var axis = SizeAxis(figures, measured, "μ*: how much {0} moves over the factor’s range");
        var chart = new RowChart(
            $"How much each factor moves {measured.Judged.Name}", "factor", axis,
            [.. rows.Select((row, at) => new ChartRow(
                row.Factor,
                StudyNumber.WithLimits(row.Effect.MuStar, row.Effect.MuStarLimits, measured.Judged),
                new RowSegment(0, row.Effect.MuStar, "arm1"))
            {
                Interval = new Whisker(row.Effect.MuStarLimits.Low, row.Effect.MuStarLimits.High),
                Colour = "text",
            })])
        {
            Guides = measured.Matters is { } least && axis.Holds(least)
                ? [new GuideArea(0, least, "too small to matter", "small")] : [],
        };
        return ChartFigure.Of(chart, Invariant(
            $"{measured.Judged.Name}: μ* over {measured.Rows.Places.Count} trajectories, with its ")
            + $"{StudyNumber.Percent(figures.Result.Confidence)} interval. "
            + "Factors whose bars overlap may change places on other trajectories.");
    }

    private static string Plane(StudyFigures figures, MorrisFound found, MeasuredEffects measured)
    {
        var rows = Ordered(found, measured);
        var x = SizeAxis(figures, measured, "μ*: mean size of the effect on {0}");
        var y = figures.DifferenceAxis(
            measured.Measure, measured.Effects.Select(one => one.Sigma), ShownDifference.InUnits) with
        {
            Title = "σ: how much it differs",
        };
        var end = Math.Min(x.To, y.To);
        var chart = new Chart(
            $"Mean size and spread of the effects on {measured.Judged.Name}", x, y,
            new Curve("σ = μ*: as much spread as effect", "plain", [(0, 0), (end, end)])
            {
                Dash = "dash2",
                Rule = CurveRule.Level,
            },
            new Dots("factor", "arm1", [.. rows.Select(row => new Dot(row.Effect.MuStar, row.Effect.Sigma)
            {
                Label = row.Effect.MuStar >= NamedFrom * rows[0].Effect.MuStar ? row.Factor : "",
                Note = row.Factor,
            })]));
        return ChartFigure.Of(chart,
            $"{measured.Judged.Name}: to the right is what counts; above the line a factor’s effect differs "
            + "more than it is large. Factors near 0 have no name here; the table has them.");
    }

    private static List<(string Factor, MorrisEffect Effect)> Ordered(
        MorrisFound found, MeasuredEffects measured) =>
        [.. found.Screening.Factors.Zip(measured.Effects).OrderByDescending(one => one.Second.MuStar)];

    private static Axis SizeAxis(StudyFigures figures, MeasuredEffects measured, string title) =>
        figures.DifferenceAxis(
            measured.Measure,
            measured.Effects.SelectMany(one => new[] { one.MuStar, one.MuStarLimits.High }),
            ShownDifference.InUnits) with
        {
            Title = title.Replace("{0}", measured.Judged.Name, StringComparison.Ordinal),
        };
}
