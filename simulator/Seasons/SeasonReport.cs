using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// report.html of a season: one file that needs no network and runs no script, in the style of a run's.
/// </summary>
public static class SeasonReport
{
    /// <summary>The report, from nothing but the result.</summary>
    public static string Of(SeasonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var season = result.Summary;
        var title = season.Title.Length > 0 ? season.Title.TrimEnd('.') : season.Scenario;
        var finding = Finding(season);
        return Html.Page(
            $"{season.Scenario}: {finding}",
            $"""
            <header>
            <p class="kind">{Html.Text($"FlashSale season · {title}")}</p>
            <h1>{Html.Text(finding)}</h1>
            <p class="deck">{Html.Text(Deck(season))}</p>
            {Warning(season)}{Tiles(season)}</header>
            {Body(result)}{Footer(season)}
            """);
    }

    private static string Finding(SeasonSummary season) =>
        $"{Amounts.Counted(season.OrdersPaid, "order", "orders")} worth {Amounts.Yuan(season.GmvYuan)} "
        + $"in {season.Days} days, with {Amounts.Plural(season.Stores, "store", "stores")} at the end";

    private static string Deck(SeasonSummary season) =>
        $"{Amounts.Count(season.Openings)} stores opened and {Amounts.Count(season.Exits)} closed. "
        + $"A tenth of the stores had {Amounts.Percent(season.Concentration.Top10PercentShare, 0)} of the "
        + $"GMV, and {Amounts.Percent(1 - season.Classes[0].Share)} sell for more than 100,000 yuan a year. "
        + $"{Amounts.Percent(season.Ages.UnderOneYear, 0)} of the sellers have been there for less than a "
        + "year.";

    private static string Warning(SeasonSummary season) => season.Partial
        ? Html.Paragraph(Invariant($"It was stopped after {season.Days} measured days."), "warning") : "";

    private static string Body(SeasonResult result) => string.Concat(
    [
        SeasonCurves.Orders(result),
        SeasonCurves.Gmv(result),
        SeasonCurves.Turnover(result),
        SeasonCurves.Stores(result),
        SellersSection.Ages(result.Summary),
        SellersSection.Classes(result.Summary),
        AccountsSection.Of(result.Summary),
        TrustSection.Of(result.Summary),
        SellersSection.Truth(result.Summary),
        ChoiceSection.Of(result.Summary),
        DemandSection.Of(result.Summary),
        CounterfeitSection.Of(result),
        AppealSection.Of(result.Summary),
        CertificationSection.Of(result.Summary),
        ScreeningSection.Of(result.Summary),
        GovernanceSection.Of(result),
        Checks(result.Summary),
        Audit(result.Summary.Audit),
        Repeat(result.Summary),
    ]);

    private static string Checks(SeasonSummary season) => Html.Section("What was published", [
        Html.Paragraph("A published figure fits a number of the model or tests it, never both. Where it is "
            + "missed, docs/concepts/season.md says by how much over many seeds, and why."),
        Html.Table("Published and simulated", ["Figure", "#Published", "#Here", "Kind", "Met", "Source"],
            season.Checks.Select(check => (IReadOnlyList<string>)
            [
                check.Name, check.Text(check.Published), check.Text(check.Simulated), check.Kind,
                check.IsMet ? "✓" : "✗", check.Source,
            ])),
    ]);

    private static string Audit(AuditSummary audit) => Html.Section("Audit", [
        Html.Paragraph("Recomputed from scratch when the season had ended."),
        Html.Table("Checks", ["Invariant", "Result", "Finding"], audit.Checks.Select(check =>
            (IReadOnlyList<string>)[check.Name, check.Passed ? "✓ holds" : "✗ broken", check.Finding])),
    ]);

    private static string Repeat(SeasonSummary season) => Html.Section("Repeat this season", [
        Html.Paragraph("The same command with the same commit gives the same day.csv, byte for byte, and the "
            + "same state hash."),
        $"<pre><code>{Html.Text(season.Command)}</code></pre>\n",
    ]);

    private static string Tiles(SeasonSummary season) => "<ul class=\"tiles\">\n" + string.Concat(
    [
        Tile("GMV", Amounts.Yuan(season.GmvYuan), $"{Amounts.Counted(season.OrdersPaid, "order", "orders")}"),
        Tile("Visits", Amounts.Count(season.Visits),
            $"{Amounts.Percent(season.OrdersPlaced / Math.Max(1.0, season.Visits))} ordered"),
        Tile("At a known store", Amounts.Percent(season.RepeatedShare), "of orders"),
        Tile("Given back", Amounts.Yuan(season.RefundedYuan), season.GmvYuan > 0
            ? $"{Amounts.Percent((double)(season.RefundedYuan / season.GmvYuan))} of GMV" : "of no GMV"),
        Tile("Stores", Amounts.Whole(season.Stores),
            $"{Amounts.Whole(season.Openings)} opened, {Amounts.Whole(season.Exits)} closed"),
        Tile("Gini of GMV", Amounts.Number(season.Concentration.Gini, 2),
            $"top 1 %: {Amounts.Percent(season.Concentration.Top1PercentShare)}"),
        Tile("Audit", season.Audit.Passed ? "✓ passed" : "✗ failed",
            Amounts.Plural(season.Audit.Checks.Count, "invariant", "invariants")),
    ]) + "</ul>\n";

    private static string Tile(string name, string value, string beside) =>
        $"<li><span>{Html.Text(name)}</span><b>{Html.Text(value)}</b><span>{Html.Text(beside)}</span></li>\n";

    private static string Footer(SeasonSummary season)
    {
        (string Name, string Value)[] facts =
        [
            ("Scenario", $"{season.Scenario} ({season.ScenarioHash})"),
            ("Seed", Invariant($"{season.Seed}")),
            ("State hash", season.StateHash),
            ("Commit", season.Commit),
            ("Run", $"{Amounts.Whole(season.Events)} events in {Amounts.Length(season.WallSeconds)}, "
                + $"{Amounts.Whole(season.OrdersPerWallSecond)} orders a second, "
                + $"{Amounts.Whole(season.PeakRssBytes / 1_000_000.0)} MB"),
            ("Machine", season.Machine),
        ];
        return "<footer>\n<dl>" + string.Concat(facts.Select(fact =>
            $"<dt>{fact.Name}</dt><dd>{Html.Text(fact.Value)}</dd>\n")) + "</dl>\n"
            + Html.Paragraph("Every field is explained in docs/reference/season.md. Single stores and their "
                + "weeks are in season.sqlite.") + "</footer>\n";
    }
}
