using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>Factors one at a time: a tornado for each measure.</summary>
internal static class SwingsSection
{
    /// <summary>A chart for each measure.</summary>
    public static string Of(StudyFigures figures, SwingsFound found) => Html.Section(
        "Each factor alone, from the base to its ends",
        found.Known.Select(one => Tornado(figures, found, one)).Append(Html.Paragraph(
            "The others stay at the base: what two factors do together is not seen here.")));

    private static string Tornado(StudyFigures figures, SwingsFound found, MeasuredSwings measured)
    {
        var each = Multiplicity.OfEach(found.Confidence, measured.Swings.Count);
        var ofEnds = Multiplicity.OfEach(found.Confidence, 2 * measured.Swings.Count);
        var rows = found.Design.Ranged.Zip(measured.Swings, (factor, swing) => (Factor: factor, Swing: swing))
            .OrderByDescending(one => Math.Abs(one.Swing.Swing.Mean)).ToList();
        var chart = new RowChart(
            $"What each factor alone does to {measured.Judged.Name}", "factor",
            figures.DifferenceAxis(
                measured.Measure, rows.SelectMany(row => new[] { row.Swing.Low, row.Swing.High })
                    .SelectMany(end => end.Limits(ofEnds) is { } limits
                        ? [limits.Low, limits.High] : new[] { end.Mean }),
                ShownDifference.InUnits),
            [.. rows.Select(row => new ChartRow(
                Invariant($"{row.Factor.Name} {row.Factor.At(0).Value.Text} … {row.Factor.At(1).Value.Text}"),
                row.Swing.Swing.HalfWidth(each) is { } half
                    ? StudyNumber.WithHalf(row.Swing.Swing.Mean, half, measured.Judged)
                    : StudyNumber.Difference(row.Swing.Swing.Mean, measured.Judged),
                End(row.Swing.Low, "low end", "arm2", ofEnds),
                End(row.Swing.High, "high end", "arm1", ofEnds)))])
        {
            Guides = [new GuideLine(0, "base", IsAtX: true)],
        };
        return ChartFigure.Of(chart,
            $"{measured.Judged.Name} less that of the base, mean over paired seeds. Whiskers: between what "
            + "an end may lie, for all ends together. Beside it: the high end less the low one, with an "
            + "interval that holds for all factors together.");
    }

    private static RowSegment End(Estimate end, string name, string colour, double confidence) =>
        new(0, end.Mean, colour)
        {
            Name = name,
            Interval = end.Limits(confidence) is { } limits ? new Whisker(limits.Low, limits.High) : null,
        };
}
