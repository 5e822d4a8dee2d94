namespace FlashSale.Simulator;

/// <summary>A comparison of runs as a page that needs no network and runs no script.</summary>
public static class ComparisonPage
{
    private const double ShareMin = 0.001;
    private const int ArmsDrawn = 6; // as many as there are colours that are told apart
    private const int PartSeconds = 20;
    private const int HourSeconds = 3_600;

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
        var arms = comparison.Arms.Take(ArmsDrawn).ToList();
        var shares = new Chart(
            "GMV reached against time since midnight, one line for each question",
            TimeAxis.Logarithmic("time since midnight", 1, FestivalClock.DaySeconds),
            Axis.Logarithmic(
                "share of the day’s GMV", ShareMin, 1, share => Amounts.Number(share * 100, 1) + " %") with
            {
                Exact = share => Amounts.Percent(share, 2),
            },
            [.. arms.SelectMany((arm, at) => Lines(arm, at, CurveRule.Level, Shares))]);
        var highest = arms.SelectMany(arm => arm.Runs).SelectMany(run => Payments([run]))
            .Select(point => point.Y).DefaultIfEmpty().Max();
        var payments = new Chart(
            "Orders paid a second in the first hour, one line for each question",
            TimeAxis.Linear("time since midnight", 0, HourSeconds),
            Axis.FromZero("orders paid a second", highest, Amounts.Tick) with { Exact = Amounts.Rate },
            [.. arms.SelectMany((arm, at) => Lines(arm, at, CurveRule.Rate, Payments))]);
        return Html.Section("Curves", [
            ChartFigure.Of(shares,
                "Share of the day’s GMV, both axes logarithmic. Thick lines are means over seeds, thin ones "
                + "single seeds."),
            ChartFigure.Of(payments,
                $"Means of {PartSeconds} s. Thick lines are means over seeds, thin ones single seeds."),
        ]);
    }

    private static IEnumerable<Curve> Lines(
        RunArm arm, int at, CurveRule rule,
        Func<IReadOnlyList<ComparedRun>, IReadOnlyList<(double X, double Y)>> points)
    {
        var colour = FormattableString.Invariant($"arm{at + 1}");
        IReadOnlyList<ComparedRun> single = arm.Runs.Count > 1 ? arm.Runs : [];
        return
        [
            .. single.Select(run => new Curve("", colour, points([run])) { Rule = rule, IsThin = true }),
            new Curve(arm.Letter, colour, points(arm.Runs))
            {
                Rule = rule, Dash = FormattableString.Invariant($"dash{at + 1}"),
            },
        ];
    }

    private static IReadOnlyList<(double X, double Y)> Shares(IReadOnlyList<ComparedRun> runs) =>
    [
        .. runs.SelectMany(run => GmvSection.Shares(run.Result)).GroupBy(point => point.Seconds)
            .Select(at => (at.Key, at.Average(point => point.Share))).OrderBy(point => point.Key),
    ];

    private static IReadOnlyList<(double X, double Y)> Payments(IReadOnlyList<ComparedRun> runs) =>
    [
        .. runs.SelectMany(run => run.Result.Timeline)
            .Where(row => row.Seconds is >= 0 and < HourSeconds).GroupBy(row => row.Seconds / PartSeconds)
            .Select(at => ((at.Key + 0.5) * PartSeconds,
                at.Sum(row => row[Measures.Paid]) / (double)PartSeconds / runs.Count))
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
                    figure.Field.Title, figure.Field.Cell(figure.First.Mean),
                    figure.Field.Cell(figure.Second.Mean), figure.Field.Cell(figure.Difference.Mean),
                    figure.Difference.HalfWidth(RunComparison.Confidence) is { } half
                        ? figure.Field.Cell(half) : "–",
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
