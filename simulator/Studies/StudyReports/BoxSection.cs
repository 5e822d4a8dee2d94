using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// The box in which something mostly happens: its sides, its picture on two factors, and the way to it.
/// </summary>
internal static class BoxSection
{
    /// <summary>All of it; nothing if no box was looked for.</summary>
    public static string Of(DiscoveredBox? found) => found switch
    {
        null => "",
        { Box: { Sides.Count: > 0 } box } => Html.Section(
            $"Where {found.Clause}", Html.Paragraph(found.Sentence), Picture(found, box), Sides(found, box),
            Way(found, box)),
        _ => Html.Section($"Where {found.Clause}", Html.Paragraph(found.Sentence)),
    };

    private static string Sides(DiscoveredBox found, PrimBox box) => Html.Table(
        "The sides of the box", ["Factor", "Side", "#Limit", "#By chance", "#In half samples"],
        box.Sides.Select(side => (IReadOnlyList<string>)
        [
            found.Factors[side.Factor].Name, side.IsUpper ? "below" : "above",
            found.Factors[side.Factor].InWords.Rounded(side.Limit), StudyNumber.FourDigits(side.QuasiPValue),
            Invariant($"{side.Returns} of {box.HalfSamples}"),
        ]));

    private static string Picture(DiscoveredBox found, PrimBox box)
    {
        if (found.Factors.Count < 2)
        {
            return "";
        }

        var (strongest, limits) = (found.ByRestriction, found.Limits);
        var (x, y) = (strongest[0], strongest[1]);
        var dots = found.Points
            .Zip(found.IsCase, (point, isCase) => (Dot: new Dot(point[x], point[y]), isCase)).ToList();
        var chart = new Chart(
            $"The box on {found.Factors[x].Name} and {found.Factors[y].Name}",
            FactorAxis.Of(found.Factors[x]), FactorAxis.Of(found.Factors[y]),
            new GuideBox(
                new Whisker(limits.Low[x], limits.High[x]), new Whisker(limits.Low[y], limits.High[y]),
                "the box", "arm2"),
            new Dots("does not happen", "plain", [.. dots.Where(one => !one.isCase).Select(one => one.Dot)])
            {
                Shape = "hollow",
            },
            new Dots("happens", "arm2", [.. dots.Where(one => one.isCase).Select(one => one.Dot)]));
        return ChartFigure.Of(chart, Invariant(
            $"{found.Clause} at {found.Cases} of {found.Points.Count} points. ")
            + (box.Stage.Restricted == 1
                ? $"Only {found.Factors[x].Name} has a limit; of the others {found.Factors[y].Name} explains "
                    + "most."
                : "The box on the two factors whose limits keep most points out"
                    + (box.Stage.Restricted > 2 ? "; it has limits in others too." : ".")));
    }

    private static string Way(DiscoveredBox found, PrimBox box)
    {
        var path = box.Path.OrderBy(stage => stage.Coverage).ThenByDescending(stage => stage.Density);
        var chart = new Chart(
            $"Coverage and density of the boxes where {found.Clause}",
            ShareAxis("coverage: share of the cases that lie in the box"),
            ShareAxis("density: share of the box that are cases"),
            new Curve("peeling", "arm1", [.. path.Select(stage => (stage.Coverage, stage.Density))])
            {
                Rule = CurveRule.Level,
            },
            new Dots("the box", "arm2", [new Dot(box.Stage.Coverage, box.Stage.Density)])
            {
                Shape = "diamond",
            });
        return ChartFigure.Of(chart,
            "From all points (right) to the smallest box (left), 5 % of the box at a time. The box that "
            + "balances both best was moved at its sides and freed of limits that chance explains.");
    }

    private static Axis ShareAxis(string title) =>
        Axis.Linear(title, 0, 1, 0.2, StudyNumber.Percent);
}
