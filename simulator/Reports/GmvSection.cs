namespace FlashSale.Simulator;

/// <summary>The GMV clock of a run beside the published one, and the verdicts.</summary>
internal static class GmvSection
{
    private const double ShareMin = 0.001;

    /// <summary>The charts and the table of verdicts.</summary>
    public static string Of(RunResult result)
    {
        var comparison = result.Summary.Comparison;
        return Html.Section("GMV clock", [
            Html.Figure(LogChart(result).Draw, Legend(comparison),
                "Share of the day’s GMV reached, both axes logarithmic: "
                + "the first minutes, when admission and payment capacity decide." + Sureness(comparison)),
            Html.Figure(LinearChart(result).Draw, [],
                "The same over the hours of the day, both axes linear."),
            comparison is null ? "" : Verdicts(comparison),
        ]);
    }

    private static LineChart LogChart(RunResult result) => new(
        "Share of the day’s GMV against time since midnight, logarithmic",
        Axis.LogTime(1, FestivalClock.DaySeconds),
        Axis.Logarithmic(ShareMin, 1, share => Amounts.Number(share * 100, 1) + " %"))
    {
        Series = Series(result, result.Summary.GmvClock
            .Where(point => point.Share >= ShareMin)
            .Select(point => ((double)point.Seconds, point.Share))),
    };

    private static LineChart LinearChart(RunResult result) => new(
        "Share of the day’s GMV against the hour of the day",
        Axis.Linear(0, 24, 2, hour => Amounts.Number(hour, 0) + " h"),
        Axis.Linear(0, 1, 0.2, share => Amounts.Percent(share, 0)))
    {
        Series =
        [
            .. Series(result, Minutes(result)).Select(series => series with
            {
                Points = [.. series.Points.Select(point => (point.X / 3_600, point.Y))],
            }),
        ],
    };

    private static IReadOnlyList<Series> Series(RunResult result, IEnumerable<(double, double)> simulated)
    {
        var points = result.Summary.Comparison?.Points ?? [];
        return
        [
            new Series("gmv", [.. simulated]),
            .. Dots(points.Where(point => point.Sureness == "sure"), "text"),
            .. Dots(points.Where(point => point.Sureness != "sure"), "text hollow"),
        ];
    }

    private static IEnumerable<Series> Dots(IEnumerable<ComparedPoint> points, string colour)
    {
        var dots = points.Where(point => point.PublishedShare >= ShareMin).ToList();
        yield return new Series(
            colour, [.. dots.Select(point => ((double)point.Seconds, point.PublishedShare))], SeriesForm.Dots)
        {
            Titles = [.. dots.Select(Title)],
        };
    }

    private static string Title(ComparedPoint point) =>
        $"{FestivalClock.Text(point.Seconds)}: {Amounts.Yuan(point.PublishedYuan)} ({point.Source})";

    private static IEnumerable<(double, double)> Minutes(RunResult result)
    {
        var whole = (double)result.Summary.GmvYuan;
        return whole <= 0 ? [] : result.Timeline
            .Where(row => row.Seconds >= 0 && row.Seconds < FestivalClock.DaySeconds)
            .Select(row => ((double)row.EndSeconds, (double)row.Yuan(Measures.Gmv) / whole));
    }

    private static IEnumerable<LegendEntry> Legend(FestivalComparison? comparison)
    {
        yield return new("simulated", "gmv");
        if (comparison?.Points.Count > 0)
        {
            yield return new($"published {comparison.Year}, sure", "text", "dot");
            yield return new("published, likely", "text", "hollow");
        }
    }

    private static string Sureness(FestivalComparison? comparison) => comparison?.Points.Count > 0
        ? " Sure: two independent pages agree; likely: one page. All are announcements of one company."
        : "";

    private static string Verdicts(FestivalComparison comparison) => Html.Table(
        $"Against the published festival of {comparison.Year}",
        ["Measure", "#Simulated", "#Published", "#Error", "#Bar", "Verdict"],
        comparison.Measures.Select(measure => (IReadOnlyList<string>)
        [
            measure.Name,
            Value(measure.Simulated, measure.Unit),
            Value(measure.Published, measure.Unit),
            measure.Error is { } error ? Amounts.Change(error) : "–",
            Bar(measure),
            Words(measure.Verdict),
        ]));

    private static string Bar(ComparedMeasure measure) => measure switch
    {
        { Bar: null } => "–",
        { Published: null, Unit: var unit } => $"≤ {Amounts.Number(measure.Bar, 2)} {unit}",
        _ => $"± {Amounts.Percent(measure.Bar.Value, 0)}",
    };

    private static string Value(double? value, string unit) => (value, unit) switch
    {
        (null, _) => "–",
        ({ } yuan, "yuan") => Amounts.Yuan((decimal)yuan),
        ({ } rate, "per second") => Amounts.Rate(rate),
        _ => $"{Amounts.Number(value, 3)} {unit}".TrimEnd(),
    };

    private static string Words(BarVerdict verdict) => verdict switch
    {
        BarVerdict.Met => "✓ met",
        BarVerdict.Missed => "✗ missed",
        BarVerdict.NotPublished => "– not published",
        BarVerdict.NotReached => "– run ended before",
        _ => "– no bar",
    };
}
