using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// A search: every level that was looked at, how its brackets closed, and which arms left when.
/// </summary>
internal static class SearchSection
{
    private const double LogarithmicFrom = 20;

    /// <summary>Its charts, each with its numbers.</summary>
    public static string Of(StudyFigures figures, SearchFound found) => found switch
    {
        { Looks: [] } => Html.Section("What was looked at", Html.Paragraph("Nothing was looked at yet.")),
        { Factor: { } factor } => Html.Section($"Every level of {factor.Name} that was looked at",
                Levels(figures, found, factor))
            + Html.Section("How the search closed in", Brackets(found, factor)),
        _ => Html.Section("Who left, and when", Arms(figures, found), Race(figures, found)),
    };

    private static string Levels(StudyFigures figures, SearchFound found, FactorSearched factor)
    {
        var looked = found.Looks.Where(look => look.Aim != SearchAim.Fresh).DistinctBy(look => look.Level)
            .OrderBy(look => look.Level).ToList();
        var axis = AxisOf(figures, found);
        var chart = new Chart(
            $"{found.Measure} at every level of {factor.Name} that was looked at",
            AxisOf(factor, looked.Select(look => look.Level!.Value)), axis,
            [
                .. found.Range is { } range && range.High > range.Low
                    ? [new GuideArea(range.Low, range.High, "where it may lie", "small")]
                    : Array.Empty<IChartLayer>(),
                .. looked.GroupBy(look => look.Verdict).OrderBy(group => group.Key).Select(group =>
                    Dots(NameOf(group.Key), ColourOf(group.Key), ShapeOf(group.Key), group)),
                Dots("on fresh seeds", "arm3", "diamond", found.Looks.Where(look =>
                    look.Aim == SearchAim.Fresh)),
                new GuideLine(
                    found.Target?.ShareOfFestivals ?? found.Target?.Value ?? 0,
                    found.Target is null ? "worth the same" : "target", IsAtX: false),
            ]);
        return ChartFigure.Of(chart,
            $"{found.Sentence} A point is the mean over the seeds of the search with the limits that it is "
                + "judged by; these hold for all looks together."
            + (found.Target is { IsLessReference: true }
                ? " What the reference has on the same seed is taken off." : ""));
    }

    private static string Brackets(SearchFound found, FactorSearched factor)
    {
        var steps = found.Looks.Where(look => look.From is not null).ToList();
        if (steps.Count == 0)
        {
            return Html.Paragraph("Both ends said enough: nothing between them was looked at.");
        }

        var chart = new RowChart(
            $"Brackets of {factor.Name}, look by look", "look",
            AxisOf(factor, [factor.From, factor.To]),
            [
                .. steps.Select((step, at) => new ChartRow(
                    Invariant($"{at + 1}. at {StudyNumber.Factor(step.Level!.Value)}"),
                    $"{NameOf(step.Verdict)}: "
                        + $"{StudyNumber.Factor(Math.Min(step.From!.Value, step.To!.Value))} to "
                        + StudyNumber.Factor(Math.Max(step.From!.Value, step.To!.Value)),
                    new RowSegment(step.From.Value, step.To.Value, ColourOf(step.Aim))
                    {
                        Name = NameOf(step.Aim),
                    })),
            ]);
        return ChartFigure.Of(chart,
            $"Each bar is what was left of {factor.Name} after a look, and beside it what the look showed.");
    }

    private static string Arms(StudyFigures figures, SearchFound found)
    {
        var last = found.Looks.Where(look => look.Aim == SearchAim.Race).GroupBy(look => look.Point)
            .Select(arm => arm.Last()).ToList();
        var fresh = found.Looks.Where(look => look.Aim == SearchAim.Fresh).ToList();
        var judged = figures.Judged(figures.MeasureOf(found.Measure));
        var axis = figures.LevelAxis(figures.MeasureOf(found.Measure), last.Concat(fresh).SelectMany(Ends));
        ChartRow Row(SearchLook look, string what) => new(
            look.Aim == SearchAim.Fresh ? $"{look.Point} again" : look.Point,
            $"{StudyNumber.LevelRead(look.Mean, judged)}, {what}")
        {
            Point = look.Mean,
            Colour = look.Aim == SearchAim.Fresh ? "arm3" : ColourOf(look.Verdict),
            Interval = WhiskerOf(look),
        };
        var chart = new RowChart($"{found.Measure} of each arm", "arm", axis,
        [
            .. last.Select(look => Row(look, look.Verdict == SearchVerdict.Left
                ? Invariant($"left after {look.Runs} seeds") : Invariant($"stayed, {look.Runs} seeds"))),
            .. fresh.Select(look => Row(look, Invariant($"{look.Runs} fresh seeds"))),
        ]);
        return ChartFigure.Of(chart,
            $"{found.Sentence} The mean of each arm over the seeds on which it ran, with its own interval; "
            + "arms leave by their paired differences, which these intervals do not show.");
    }

    private static string Race(StudyFigures figures, SearchFound found)
    {
        var arms = found.Looks.Where(look => look.Aim == SearchAim.Race).GroupBy(look => look.Point)
            .Select((arm, at) => (Name: arm.Key, At: at, Looks: arm.ToList())).ToList();
        if (arms.TrueForAll(arm => arm.Looks.Count < 2))
        {
            return "";
        }

        var measure = figures.MeasureOf(found.Measure);
        var looks = arms.SelectMany(arm => arm.Looks).ToList();
        var chart = new Chart(
            $"{found.Measure} of each arm against the number of seeds",
            Axis.FromZero("seeds", looks.Max(look => look.Runs), seeds => Amounts.Number(seeds, 0)),
            figures.LevelAxis(measure, looks.Select(look => look.Mean)),
            [
                .. arms.Select(arm => new Curve(
                    arm.Name, StudyFigures.ColourOf(arm.At),
                    [.. arm.Looks.Select(look => ((double)look.Runs, look.Mean))])
                {
                    Dash = StudyFigures.DashOf(arm.At),
                    Rule = CurveRule.Level,
                }),
                Dots("leaves", "text", "hollow", looks.Where(look => look.Verdict == SearchVerdict.Left)
                    .Select(look => look with { Level = look.Runs, Low = null })),
            ])
        {
            HasNamesAtEnds = true,
        };
        return ChartFigure.Of(chart,
            "The means round by round. An arm leaves when another is better by more than luck of the seeds "
            + "allows, and is not run any more.");
    }

    private static Dots Dots(string name, string colour, string shape, IEnumerable<SearchLook> looks) =>
        new(name, colour, [.. looks.Select(look => new Dot(look.Level!.Value, look.Mean)
        {
            Interval = WhiskerOf(look),
            Note = look.Runs > 0 ? Invariant($"{look.Runs} seeds") : "",
        })])
        {
            Shape = shape,
        };

    private static Whisker? WhiskerOf(SearchLook look) =>
        look is { Low: { } low, High: { } high } ? new Whisker(low, high) : null;

    private static IEnumerable<double> Ends(SearchLook look) => [look.Mean, look.Low ?? look.Mean,
        look.High ?? look.Mean];

    // Of a share of festivals that share, of a difference the difference, else the measure itself.
    private static Axis AxisOf(StudyFigures figures, SearchFound found)
    {
        var ends = found.Looks.SelectMany(Ends);
        var measure = figures.MeasureOf(found.Measure);
        return found.Target switch
        {
            { ShareOfFestivals: not null } =>
                Axis.Linear("share of festivals", 0, 1, 0.2, StudyNumber.Percent),
            { IsLessReference: false } => figures.LevelAxis(measure, ends.Append(found.Target.Value)),
            _ => figures.DifferenceAxis(
                measure, ends.Append(found.Target?.Value ?? 0), ShownDifference.InUnits),
        };
    }

    private static Axis AxisOf(FactorSearched factor, IEnumerable<double> levels)
    {
        var known = levels.Order().ToList();
        var title = factor.Unit.Length == 0 ? factor.Name : $"{factor.Name} ({factor.Unit})";
        return known[0] > 0 && known[^1] / known[0] > LogarithmicFrom
            ? Axis.LogarithmicAround(title, known[0], known[^1], StudyNumber.Factor)
            : Axis.Around(title, known[0], known[^1], StudyNumber.Factor);
    }

    private static string NameOf(SearchVerdict verdict) => verdict switch
    {
        SearchVerdict.Holds => "holds",
        SearchVerdict.RuledOut => "ruled out",
        SearchVerdict.Above => "difference above 0",
        SearchVerdict.Below => "difference below 0",
        SearchVerdict.NotTold => "not told",
        SearchVerdict.Left => "left",
        _ => "stayed",
    };

    private static string ColourOf(SearchVerdict verdict) => verdict switch
    {
        SearchVerdict.Holds or SearchVerdict.Above or SearchVerdict.Stays => "arm1",
        SearchVerdict.RuledOut or SearchVerdict.Below or SearchVerdict.Left => "arm2",
        _ => "plain",
    };

    private static string ShapeOf(SearchVerdict verdict) => verdict switch
    {
        SearchVerdict.Holds or SearchVerdict.Above => "dot",
        SearchVerdict.RuledOut or SearchVerdict.Below => "square",
        _ => "hollow",
    };

    private static string NameOf(SearchAim aim) => aim switch
    {
        SearchAim.Holds => "from where it holds",
        SearchAim.MayHold => "from where it may hold",
        SearchAim.FirstSignLost => "where the first sign is lost",
        SearchAim.OtherSign => "from where the sign is the other",
        _ => "where the mean changes its sign",
    };

    private static string ColourOf(SearchAim aim) => aim switch
    {
        SearchAim.Holds or SearchAim.FirstSignLost => "arm1",
        SearchAim.MayHold or SearchAim.OtherSign => "arm2",
        _ => "arm3",
    };
}
