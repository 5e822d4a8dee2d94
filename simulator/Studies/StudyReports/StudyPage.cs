using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>report.html of a study: one file that needs no network and runs no script.</summary>
internal static class StudyPage
{
    private const int SentencesOnTop = 3;

    /// <summary>The page, from nothing but the plan and what was found.</summary>
    public static string Of(
        StudyFigures figures, StudyCurves curves, DesignFound? found, StudyFolder folder)
    {
        var (plan, result) = (figures.Plan, figures.Result);
        var body = found?.Section(figures) ?? Compared(figures, curves);
        return Html.Page(
            $"{result.Name}: {result.Question}",
            $"""
            <header>
            <p class="kind">FlashSale what-if study</p>
            <h1>{Html.Text(result.Question)}</h1>
            <p class="deck">{Html.Text(string.Join(' ', result.Sentences.Take(SentencesOnTop)))}</p>
            {Tiles(result, found)}</header>
            {Claims(result)}{body}{StudyAppendix.Of(plan, result, folder)}
            """);
    }

    private static string Compared(StudyFigures figures, StudyCurves curves) =>
        figures.Plan.Study.Design is SweepDesign
            ? SweepSection.Of(figures) + ArmsSection.Forests(figures)
            : ArmsSection.Forests(figures) + ArmsSection.Pairs(figures) + SpreadSection.Of(figures)
                + CurvesSection.Of(curves, figures)
                + ArmsSection.Convergence(figures);

    private static string Tiles(StudyResult result, DesignFound? found)
    {
        var runs = result.Runs;
        var decided = result.Differences.Count(one =>
            one.Verdict is VerdictKind.Differs or VerdictKind.Exact);
        var broken = runs.AuditFailed == 0
            ? ("✓ passed", "good", $"{Amounts.Whole(runs.Checks)} checks of the audit")
            : ("✗ failed", "bad", $"in {Amounts.Plural(runs.AuditFailed, "run", "runs")}");
        return "<ul class=\"tiles\">\n"
            + (found?.Tile is { } answer ? Tile(answer.Name, answer.Value, answer.Beside)
                : result.Differences.Count == 0 ? ""
                : Tile("Beyond chance", Invariant($"{decided} of {result.Differences.Count}"), "comparisons"))
            + Tile("Runs", Amounts.Whole(runs.Done + runs.AuditFailed), Invariant(
                $"{result.Points.Count} points on {result.Seeds.Count} seeds")
                + (result.Partial ? "; stopped before the end" : ""))
            + $"<li><span>Invariants</span><b class=\"{broken.Item2}\">{broken.Item1}</b>"
            + $"<span>{Html.Text(broken.Item3)}</span></li>\n"
            + Tile("Warnings", Amounts.Whole(result.Warnings.Count),
                string.Join(", ", result.Warnings.Select(one => one.Code).Distinct()))
            + "</ul>\n";
    }

    private static string Tile(string name, string value, string beside) =>
        $"<li><span>{Html.Text(name)}</span><b>{Html.Text(value)}</b><span>{Html.Text(beside)}</span></li>\n";

    private static string Claims(StudyResult result) => result.Expectations.Count == 0 ? ""
        : Html.Section("Claims", Html.Table("What was expected", ["Claim", "Came out", "Why"],
            result.Expectations.Select(claim => (IReadOnlyList<string>)
                [claim.Claim, claim.CameOut ? "✓ yes" : "✗ no", claim.Why])));
}
