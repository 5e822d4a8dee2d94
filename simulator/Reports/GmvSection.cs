namespace FlashSale.Simulator;

/// <summary>The GMV clock of a run beside the published one, and the verdicts.</summary>
internal static class GmvSection
{
    // Shares below are a few orders of the sample.
    private const double ShareMin = 0.00001;

    /// <summary>The charts and the table of verdicts.</summary>
    public static string Of(RunResult result)
    {
        var comparison = result.Summary.Comparison;
        return Html.Section("GMV clock", [
            ChartFigure.Of(LogChart(result),
                "Share of the day’s GMV reached, both axes logarithmic, which gives the first minutes room."
                + Sureness(comparison)),
            ChartFigure.Of(LinearChart(result), "The same over the hours of the day, both axes linear."),
            comparison is null ? "" : Verdicts(comparison),
        ]);
    }

    private static Chart LogChart(RunResult result)
    {
        var shares = Shares(result);
        var first = shares.Select(point => point.Share).FirstOrDefault(share => share > 0, ShareMin);
        return new Chart(
            "Share of the day’s GMV against time since midnight, logarithmic",
            TimeAxis.Logarithmic("time since midnight", 1, FestivalClock.DaySeconds),
            Axis.LogarithmicAround(
                "share of the day’s GMV", Math.Max(first, ShareMin), 1,
                share => Amounts.Number(share * 100, 3) + " %") with
            {
                Exact = Exact,
            },
            [.. Layers(result, shares)]);
    }

    private static Chart LinearChart(RunResult result) => new(
        "Share of the day’s GMV against the hour of the day",
        TimeAxis.Linear("time since midnight", 0, FestivalClock.DaySeconds),
        Axis.Linear("share of the day’s GMV", 0, 1, 0.2, share => Amounts.Percent(share, 0)) with
        {
            Exact = Exact,
        },
        [.. Layers(result, [(0, 0), .. Shares(result)])]);

    private static string Exact(double share) => Amounts.Percent(share, 2);

    private static IEnumerable<IChartLayer> Layers(
        RunResult result, IReadOnlyList<(double Seconds, double Share)> shares)
    {
        foreach (var shock in ShockBand.Areas(result.Summary))
        {
            yield return shock;
        }

        yield return new Curve("simulated", "gmv", shares) { Rule = CurveRule.Level };
        var comparison = result.Summary.Comparison;
        var points = comparison?.Points ?? [];
        yield return Published(
            $"published {comparison?.Year}, sure", "dot", points.Where(point => point.Sureness == "sure"));
        yield return Published(
            "published, likely", "hollow", points.Where(point => point.Sureness != "sure"));
    }

    private static Dots Published(string name, string shape, IEnumerable<ComparedPoint> points) => new(
        name, "text", [.. points.Select(point => new Dot(point.Seconds, point.PublishedShare)
        {
            Note = $"{Amounts.Yuan(point.PublishedYuan)}, {point.Source}",
        })])
    {
        Shape = shape,
    };

    /// <summary>The share of the day’s GMV that was reached at the end of each row of the day.</summary>
    internal static IReadOnlyList<(double Seconds, double Share)> Shares(RunResult result)
    {
        var whole = (double)result.Summary.GmvYuan;
        return whole <= 0 ? [] :
        [
            .. result.Timeline
                .Where(row => row.Seconds >= 0 && row.EndSeconds <= FestivalClock.DaySeconds)
                .Select(row => ((double)row.EndSeconds, (double)row.Yuan(Measures.Gmv) / whole)),
        ];
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
        { Bar: null, Verdict: BarVerdict.Met or BarVerdict.Missed } => "one is seen",
        { Bar: null } => "–",
        { Published: null } => $"≤ {Value(measure.Bar, measure.Unit)}",
        _ => $"± {Amounts.Percent(measure.Bar.Value, 0)}",
    };

    private static string Value(double? value, string unit) => (value, unit) switch
    {
        (null, _) => "–",
        ({ } yuan, "yuan") => Amounts.Yuan((decimal)yuan),
        ({ } rate, "per second") => Amounts.Rate(rate),
        ({ } points, "points") => $"{Amounts.Points(points)} points",
        _ => $"{Amounts.Number(value, 3)} {unit}".TrimEnd(),
    };

    private static string Words(BarVerdict verdict) => verdict switch
    {
        BarVerdict.Met => "✓ met",
        BarVerdict.Missed => "✗ missed",
        BarVerdict.Held => "held: given to the run",
        BarVerdict.Chance => "within sampling error",
        BarVerdict.NotPublished => "– not published",
        BarVerdict.NotReached => "– run ended before",
        _ => "– no bar",
    };
}
