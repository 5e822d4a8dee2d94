using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// What stands below the charts of a study: numbers, warnings, failures, method, how to repeat it.
/// </summary>
internal static class StudyAppendix
{
    private const int RowsMax = 400;
    private const int RowsOpenMax = 60; // more would bury what comes after

    /// <summary>All of it.</summary>
    public static string Of(StudyPlan plan, StudyResult result, StudyFolder folder) =>
        Sentences(result) + IfRepeated(result, Numbers) + Warnings(result, folder)
        + Failures(result, folder) + AtSecondScale(result) + Held(plan, result)
        + Forked(result) + Method(result) + Repeat(plan, result, folder);

    private static string IfCompared(StudyResult result, Func<StudyResult, string> part) =>
        result.Differences.Count == 0 ? "" : part(result);

    // The value of one run is no mean: it stands in points.csv, and beside the chart that shows it.
    private static string IfRepeated(StudyResult result, Func<StudyResult, string> part) =>
        result.Differences.Count == 0 && result.Estimates.All(one => one.Runs < 2) ? "" : part(result);

    private static string Sentences(StudyResult result) => result.Differences.Count == 0 ? "" : Html.Section(
        "Every comparison in a sentence",
        Html.Table("Sentences", ["Measure", "Sentence"], result.Differences.Take(RowsMax).Select(one =>
            (IReadOnlyList<string>)[one.Measure, one.Sentence])));

    private static string Numbers(StudyResult result) => Html.Section("Numbers behind the charts",
        result.Estimates.Count <= RowsOpenMax ? Means(result)
            : Invariant($"<details><summary>Means over seeds of {result.Points.Count:#,0} points")
                + $" (points.csv has all)</summary>\n{Means(result)}</details>\n",
        IfCompared(result, Differences));

    private static string Means(StudyResult result) => Html.Table(
        "Means over seeds", ["Point", "Measure", "#Runs", "#Mean", "#Deviation", "#Low", "#High"],
        result.Estimates.Take(RowsMax).Select(one => (IReadOnlyList<string>)
        [
            one.Point, one.Measure, Amounts.Whole(one.Runs), Text(one.Mean), Text(one.Deviation),
            Text(one.Limits?.Low), Text(one.Limits?.High),
        ]));

    private static string Differences(StudyResult result) =>
        Html.Table("Paired differences",
            ["Second less first", "Measure", "#Pairs", "#Mean", "#Low", "#High", "#p (Holm)", "#ρ", "#Worth"],
            result.Differences.Take(RowsMax).Select(one => (IReadOnlyList<string>)
            [
                $"{one.Second} less {one.First}", one.Measure, Amounts.Whole(one.Pairs), Text(one.Mean),
                Text(one.Limits?.Low), Text(one.Limits?.High), Text(one.HolmPValue),
                Amounts.Number(one.Correlation, 2), Amounts.Number(one.Worth, 1),
            ]))
        + Html.Paragraph("Worth: how many times the runs independent seeds would have taken. That intervals "
            + "of two means overlap says nothing about their difference; the paired difference does.");

    private static string Warnings(StudyResult result, StudyFolder folder) => result.Warnings.Count == 0 ? ""
        : Html.Section("Warnings", Html.Table(
            "What makes an answer weaker than it looks", ["Code", "Warning"],
            result.Warnings.Take(RowsMax).Select(one => (IReadOnlyList<string>)
                [one.Code, folder.Outside(one.Text)])));

    private static string Failures(StudyResult result, StudyFolder folder) => result.Failures.Count == 0 ? ""
        : Html.Section("Failed runs", Html.Table("Each with the command that repeats it",
            ["Point", "#Seed", "Status", "What happened", "Repeat"],
            result.Failures.Take(RowsMax).Select(one => (IReadOnlyList<string>)
                [one.Point, Invariant($"{one.Seed}"), Words.Of(one.Status), one.Fault,
                    folder.Outside(one.Command)])));

    private static string AtSecondScale(StudyResult result) => result.ScaleCheck is not { } check ? ""
        : Html.Section("At a second scale", Html.Table(
            Invariant($"Two points at scale {check.Scale:0.########}, on {check.Seeds.Count} seeds"),
            ["Second less first", "Measure", "#Mean", "#Low", "#High", "Sentence"],
            check.Differences.Select(one => (IReadOnlyList<string>)
            [
                $"{one.Second} less {one.First}", one.Measure, Text(one.Mean), Text(one.Limits?.Low),
                Text(one.Limits?.High), one.Sentence,
            ])),
            Html.Paragraph("An effect that is another there, beyond chance, is a warning: scale-moves."));

    private static string Held(StudyPlan plan, StudyResult result)
    {
        var worlds = plan.Points.Where(point => point.Recalibrated.Count > 0).ToList();
        return Html.Section("What was held",
            Html.Paragraph(plan.Study.Kind.HeldIn(plan.Study, result.Base.CalibratedBy)),
            worlds.Count == 0 ? "" : Html.Paragraph("Other worlds, calibrated anew: "
                + string.Join("; ", worlds.Select(one =>
                    $"{one.Name} ({string.Join(", ", one.Recalibrated)})"))
                + ".", "warning"));
    }

    private static string Forked(StudyResult result) => result.Fork is not { } fork ? ""
        : Html.Section("How it was forked",
            Html.Paragraph($"On each seed {result.Base.Scenario} was run once up to {fork.At} and saved; all "
                + "points go on from there. What happens at that very moment is of the points."),
            Html.Table("Every point since then",
                ["Point", $"Otherwise from {fork.At} on", "#Seed", "Fork ended in", "Run of the whole", ""],
                fork.Points.Take(RowsMax).Select(point => (IReadOnlyList<string>)
                [
                    point.Point, point.FromThenOn.Count == 0 ? "its course alone, or nothing"
                        : string.Join(", ", point.FromThenOn),
                    point.Seed is { } seed ? Invariant($"{seed}") : "–", State(point.ForkState),
                    State(point.WholeState),
                    point.WholeState is null ? "" : point.ForkState == point.WholeState ? "✓ the same"
                        : "✗ another",
                ])),
            Html.Paragraph("Where a point differs from the base in its course alone – shocks, switches, "
                + "changes that begin then or later – the fork must end in the same state, bit by bit, as a "
                + "run from the beginning: this is checked on the first seed of every forked study."));

    private static string State(string? hash) => hash is null ? "–" : hash[..12];

    private static string Method(StudyResult result) => result is { Differences.Count: 0, Search: null } ? ""
        : Html.Section("How it is judged", Html.Paragraph(
        "A run with its seed is one observation. Equal seeds give the buyers of two points the same chance, "
            + "so differences are taken pair by pair (Student’s t). "
        + (result.Differences.Count == 0 ? MethodOf(result.Search?.Kind) : Invariant(
            $"All {result.Comparisons} comparisons of measures with a better side are judged together: ")
            + "a difference is beyond chance by Holm’s p-values, and the intervals of sentences hold for all "
            + "at once (Bonferroni).")));

    private static string MethodOf(SearchKind? kind) => kind switch
    {
        SearchKind.Find => "The factor was bisected on the seeds of the search; limits hold for all its "
            + "looks together (Bonferroni). What was found was judged on fresh seeds.",
        SearchKind.BreakEven => "The factor was bisected from both ends on the paired difference of the "
            + "arms; limits hold for all looks together (Bonferroni).",
        SearchKind.Select => "Arms left by their paired differences (Kim and Nelson 2001; of a fixed number "
            + "of seeds, subset selection). The mean of the best was taken again on fresh seeds.",
        _ => "",
    };

    private static string Repeat(StudyPlan plan, StudyResult result, StudyFolder folder) => Html.Section(
        "Repeat this study",
        Html.Paragraph("The same command with the same code gives the same study.json, byte for byte, for "
            + "any number of workers; runs that are there are not run again."),
        $"<pre><code>{Html.Text(folder.Command(plan.Study))}</code></pre>\n",
        $"<details><summary>study.yaml</summary>\n<pre><code>{Html.Text(plan.Study.Text)}</code></pre>\n",
        "</details>\n",
        Html.Paragraph($"Code {result.Code[..16]}, base {result.Base.Hash[..16]}. manifest.json has the "
            + "name and the state hash of every run; study.sqlite, runs.csv and runs.parquet have every "
            + "value."));

    private static string Text(double? value) =>
        value is { } number ? StudyNumber.FourDigits(number) : "–";
}
