namespace FlashSale.Simulator;

/// <summary>A comparison of runs as a page that needs no network and runs no script.</summary>
public static class ComparisonPage
{
    private const double ShareMin = 0.001;

    // As many as there are colours that are told apart.
    private static readonly string[] Colours = ["gmv", "orders", "refunds", "escrow", "payments", "text"];

    /// <summary>The page.</summary>
    public static string Of(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var finding = comparison.Others.Count == 0
            ? "One question: nothing to compare" : string.Join(". ", comparison.Others.Select(Answer));
        return Html.Page(
            $"Compared: {finding}",
            $"""
            <header>
            <p class="kind">FlashSale · runs compared</p>
            <h1>{Html.Text(finding)}</h1>
            {Questions(comparison)}</header>
            {Curves(comparison)}{string.Concat(comparison.Others.Select(Figures))}{Method(comparison)}
            """);
    }

    private static string Answer(ArmDifference other) => $"{other.Second.Letter}: {other.Finding}";

    private static string Questions(RunComparison comparison) => string.Concat(
        comparison.Arms.Select(arm => Html.Paragraph(Line(arm), "deck"))
        .Concat(comparison.Warnings.Select(warning => Html.Paragraph(warning, "warning"))));

    private static string Line(RunArm arm) => FormattableString.Invariant(
        $"{arm.Letter} · {arm.Name} · scale {arm.Runs[0].Result.Summary.Scale} · ")
        + $"seeds {string.Join(", ", arm.Seeds)}";

    private static string Curves(RunComparison comparison)
    {
        var arms = comparison.Arms.Take(Colours.Length).ToList();
        var legend = arms.Select((arm, at) => new LegendEntry(arm.Letter, Colours[at])).ToList();
        var shares = new LineChart(
            "GMV reached against time since midnight, one line for each question",
            Axis.LogTime(1, FestivalClock.DaySeconds),
            Axis.Logarithmic(ShareMin, 1, share => Amounts.Number(share * 100, 1) + " %"))
        {
            Series = [.. arms.Select((arm, at) => new Series(Colours[at], Shares(arm)))],
        };
        var highest = arms.Max(arm => Payments(arm).Select(point => point.Y).DefaultIfEmpty().Max());
        var payments = new LineChart(
            "Orders paid a second in the first hour, one line for each question",
            Axis.FromZero(60, minute => Amounts.Number(minute, 0) + " min"),
            Axis.FromZero(highest, Amounts.Tick))
        {
            Series = [.. arms.Select((arm, at) => new Series(Colours[at], Payments(arm)))],
        };
        return Html.Section("Curves", [
            Html.Figure(shares.Draw, legend,
                "Share of the day’s GMV, both axes logarithmic; means over seeds."),
            Html.Figure(payments.Draw, legend,
                "Orders paid a second against minutes since midnight; means over seeds."),
        ]);
    }

    private static IReadOnlyList<(double X, double Y)> Shares(RunArm arm) =>
    [
        .. arm.Runs.SelectMany(run => run.Result.Summary.GmvClock).GroupBy(point => point.Seconds)
            .Select(at => ((double)at.Key, at.Average(point => point.Share)))
            .Where(point => point.Item2 >= ShareMin).OrderBy(point => point.Item1),
    ];

    private static IReadOnlyList<(double X, double Y)> Payments(RunArm arm) =>
    [
        .. arm.Runs.SelectMany(run => run.Result.Timeline)
            .Where(row => row.Seconds is >= 0 and < 3_600).GroupBy(row => row.Seconds / 20)
            .Select(at => ((at.Key + 0.5) / 3, at.Sum(row => row[Measures.Paid]) / 20.0 / arm.Runs.Count))
            .OrderBy(point => point.Item1),
    ];

    private static string Figures(ArmDifference other) => Html.Section(
        $"{other.Second.Letter} against {other.First.Letter}",
        [
            Html.Paragraph(other.Seeds.Count == 0
                ? "No seed is in both: two samples (Welch)."
                : $"Pairs of equal seeds: {string.Join(", ", other.Seeds)}."),
            Html.Table(
                $"{other.Second.Letter} less {other.First.Letter}, 95 % intervals",
                ["Figure", "#A", $"#{other.Second.Letter}", "#Difference", "#±", "Verdict"],
                other.Figures.Select(figure => (IReadOnlyList<string>)
                [
                    figure.Field.Name, figure.Field.Text(figure.First.Mean),
                    figure.Field.Text(figure.Second.Mean), figure.Field.Text(figure.Difference.Mean),
                    figure.Difference.HalfWidth(RunComparison.Confidence) is { } half
                        ? figure.Field.Text(half) : "–",
                    figure.Verdict,
                ])),
        ]);

    private static string Method(RunComparison comparison) => Html.Section("How it is judged", [
        Html.Paragraph(
            "A run with its seed is one observation. Equal seeds give buyers the same chance, so "
            + "differences are taken pair by pair (Student’s t). «Higher» and «lower» hold for all "
            + FormattableString.Invariant(
                $"{SummaryFigures.Compared.Count * Math.Max(1, comparison.Others.Count)} ")
            + "figures of this page together (Bonferroni); the interval shown is that of the one figure."),
        Html.Table("Runs", ["Question", "#Seed", "Folder", "State hash", "Repeat"],
            comparison.Arms.SelectMany(arm => arm.Runs.Select(run => (IReadOnlyList<string>)
            [
                arm.Letter, FormattableString.Invariant($"{run.Result.Summary.Seed}"), run.Folder,
                run.Result.Summary.StateHash[..12], run.Result.Summary.Command,
            ]))),
    ]);
}
