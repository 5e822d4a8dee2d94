using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// A calibration: published against simulated by year, the loss along each factor, what is not ruled out.
/// </summary>
internal static class CalibrationSection
{
    private const int SeedsDrawn = 50;
    private const int MapsMax = 6;
    private const double Beside = 0.08; // of a year: marks of one year stand beside each other

    /// <summary>All figures of it.</summary>
    public static string Of(CalibrationPart part) =>
        Html.Section("Published against simulated, year by year",
            [.. Compared(part), Years(part)])
        + Html.Section("The loss along each factor", part.Factors.Select(Profile))
        + Html.Section("What is not ruled out", [.. Maps(part), Fits(part)]);

    private static IEnumerable<string> Compared(CalibrationPart part) =>
        part.Years.SelectMany(year => year.Errors).Select(error => error.Measure).Distinct().SelectMany(
            measure => new[] { Figures(part, measure), Errors(part, measure) })
            .Where(chart => chart.Length > 0);

    // What was published, and what is simulated where the error names the figure that it compares.
    private static string Figures(CalibrationPart part, string measure)
    {
        var years = Known(part, measure).Where(year => year.Error.Published is not null).ToList();
        if (years.Count == 0)
        {
            return "";
        }

        var figure = years[0].Error.Figure!;
        var unit = SummaryFigures.Find(figure)!.Unit;
        var chart = new Chart(
            $"{figure} by year, published and simulated", YearAxis(part),
            Around($"{figure} ({unit})", years.SelectMany(year => new[]
            {
                year.Error.Published, year.Error.Simulated, year.Error.SimulatedLeftOut, 0,
            })),
            [
                Shown("published", "text", "square", -Beside, years, year => year.Error.Published),
                .. Simulated(years, year => year.Error.Simulated, year => year.Error.SimulatedLeftOut),
            ]);
        return ChartFigure.Of(chart,
            $"{figure}: as it was published, and the mean over seeds at the fit of all years, at the fit "
            + "without the year itself, and of years that no fit saw.");
    }

    private static string Errors(CalibrationPart part, string measure)
    {
        var years = Known(part, measure);
        var tolerance = years[0].Error.Tolerance;
        var chart = new Chart(
            $"{measure} by year", YearAxis(part),
            Around(measure, years.SelectMany(year => new[]
            {
                year.Error.Mean, year.Error.LeftOut, year.Error.Limits?.Low, year.Error.Limits?.High, 0,
                tolerance,
            })),
            [
                new GuideArea(-tolerance, tolerance, "within the tolerance", "small", IsAtX: false),
                new GuideLine(0, "as published", IsAtX: false),
                .. Simulated(years, year => year.Error.Mean, year => year.Error.LeftOut),
            ]);
        return ChartFigure.Of(chart, Invariant(
            $"{measure}: 0 is the year as it was published; whiskers are the interval over seeds. ")
            + "A hollow mark is the year judged by the fit of the others.");
    }

    private static IReadOnlyList<IChartLayer> Simulated(
        IReadOnlyList<(int Place, CalibratedYear Year, ErrorFound Error)> years,
        Func<(int Place, CalibratedYear Year, ErrorFound Error), double?> fitted,
        Func<(int Place, CalibratedYear Year, ErrorFound Error), double?> leftOut) =>
    [
        Shown("fitted", "arm1", "dot", 0, years, year => year.Year.IsHeldOut ? null : fitted(year)),
        Shown("left out", "arm2", "hollow", Beside, years, leftOut),
        Shown("held out", "arm3", "diamond", 0, years, year => year.Year.IsHeldOut ? fitted(year) : null),
    ];

    private static Dots Shown(
        string name, string colour, string shape, double beside,
        IReadOnlyList<(int Place, CalibratedYear Year, ErrorFound Error)> years,
        Func<(int Place, CalibratedYear Year, ErrorFound Error), double?> valueOf) =>
        new(name, colour,
        [
            .. years.Where(year => valueOf(year) is not null).Select(year =>
                new Dot(year.Place + beside, valueOf(year)!.Value)
                {
                    Interval = shape != "hollow" && valueOf(year) == year.Error.Mean
                        && year.Error.Limits is { } limits ? new Whisker(limits.Low, limits.High) : null,
                }),
        ])
        {
            Shape = shape,
        };

    private static string Years(CalibrationPart part) => Html.Table(
        "Losses by year", ["Year", "Use", "#Loss at the fit", "#Loss when left out"],
        part.Years.Select(year => (IReadOnlyList<string>)
        [
            year.Scenario, year.IsHeldOut ? "held out" : "fitted", Text(year.Loss), Text(year.LeftOutLoss),
        ]));

    private static string Profile(CalibratedFactor factor)
    {
        var known = factor.Profile.Where(point => point.Loss is not null).ToList();
        var seeds = known.Select(point => point.OfSeeds.Count).DefaultIfEmpty().Min();
        var chart = new Chart(
            $"Loss along {factor.Name}", FactorAxis(factor),
            Around("loss", known.SelectMany(point => point.OfSeeds.Append(point.Loss!.Value))
                .Select(loss => (double?)loss).Append(0)),
            [
                .. factor.IsIdentified ? Array.Empty<IChartLayer>()
                    : [new GuideArea(factor.From, factor.To, "fits as well", "small")],
                .. Enumerable.Range(0, Math.Min(seeds, SeedsDrawn)).Select(seed => new Curve("", "plain",
                    [.. known.Select(point => (point.Value, point.OfSeeds[seed]))])
                {
                    IsThin = true,
                    Rule = CurveRule.Level,
                }),
                new Curve("mean over seeds", "arm1",
                    [.. known.Select(point => (point.Value, point.Loss!.Value))])
                {
                    Rule = CurveRule.Level,
                },
            ]);
        return ChartFigure.Of(chart,
            $"{factor.Name}, the other factors as at the best point, {factor.Best}; a thin line is one seed. "
            + "Where the curve is flat the factor is not identified.");
    }

    private static IEnumerable<string> Maps(CalibrationPart part) =>
        Enumerable.Range(0, part.Factors.Count)
            .SelectMany(one => Enumerable.Range(one + 1, part.Factors.Count - one - 1)
                .Select(other => Map(part, one, other))).Take(MapsMax);

    private static string Map(CalibrationPart part, int one, int other)
    {
        Dot At(CalibrationPoint point) => new(point.Levels[one].Number ?? 0, point.Levels[other].Number ?? 0)
        {
            Note = $"loss {Text(point.Loss)}, implausibility {Text(point.Implausibility)}",
        };
        var chart = new Chart(
            $"Points that were run: {part.Factors[one].Name} and {part.Factors[other].Name}",
            FactorAxis(part.Factors[one]), FactorAxis(part.Factors[other]),
            new Dots("ruled out", "plain", [.. part.Points.Skip(1)
                .Where(point => !(point.Implausibility < part.RuledOutFrom)).Select(At)])
            {
                Shape = "hollow",
            },
            new Dots("not ruled out", "arm1", [.. part.Points.Skip(1)
                .Where(point => point.Implausibility < part.RuledOutFrom).Select(At)]),
            new Dots("best", "arm2", [.. part.Points.Take(1).Select(At)]) { Shape = "diamond" });
        return ChartFigure.Of(chart,
            "A point is ruled out if one of its errors, in one of the fitted years, is "
            + Invariant($"{part.RuledOutFrom:0} standard deviations from 0, of chance and tolerance ")
            + "together.");
    }

    private static string Fits(CalibrationPart part) => Html.Table(
        "The fit of all years, and that without each",
        ["Without", .. part.Factors.Select(factor => $"#{factor.Name}"), "#Loss", "#Points"],
        part.Fits.Select(fit => (IReadOnlyList<string>)
        [
            fit.Without ?? "–", .. fit.Levels.Select(level => level.Text), Text(fit.Loss),
            Amounts.Whole(fit.Evaluations),
        ]));

    private static IReadOnlyList<(int Place, CalibratedYear Year, ErrorFound Error)> Known(
        CalibrationPart part, string measure) =>
    [
        .. part.Years.Index().SelectMany(year => year.Item.Errors.Where(error => error.Measure == measure)
            .Select(error => (year.Index, year.Item, error))),
    ];

    private static Axis YearAxis(CalibrationPart part) => new(
        "year", -0.5, part.Years.Count - 0.5, false, [.. part.Years.Select((_, at) => (double)at)],
        at => part.Years[Math.Clamp((int)Math.Round(at), 0, part.Years.Count - 1)].Scenario);

    private static Axis FactorAxis(CalibratedFactor factor) => Axis.Around(
        factor.Unit.Length == 0 ? factor.Name : $"{factor.Name} ({factor.Unit})", factor.Low, factor.High,
        StudyNumber.Factor);

    private static Axis Around(string title, IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return Axis.Around(title, known.Min(), known.Max(), StudyNumber.Factor) with
        {
            Exact = StudyNumber.FourDigits,
        };
    }

    private static string Text(double? value) => value is { } known ? StudyNumber.FourDigits(known) : "–";
}
