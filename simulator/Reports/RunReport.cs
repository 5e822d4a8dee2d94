using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// report.html: one file that needs no network and runs no script, for screens light and dark, phones and
/// paper.
/// </summary>
public static class RunReport
{
    /// <summary>Writes the report of a run into its folder.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(RunResult result, RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        folder.Rewrite(Of(result));
    }

    /// <summary>The report, from nothing but the result.</summary>
    public static string Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var run = result.Summary;
        var finding = Findings.Headline(run);
        var title = run.Title.Length > 0 ? run.Title.TrimEnd('.') : run.Scenario;
        var kind = $"FlashSale simulation · {title} · {Findings.Day(run)}";
        return Html.Page(
            $"{run.Scenario}: {finding}",
            $"""
            <header>
            <p class="kind">{Html.Text(kind)}</p>
            <h1>{Html.Text(finding)}</h1>
            <p class="deck">{Html.Text(string.Join(' ', Findings.Deck(run)))}</p>
            {Warning(run)}{Tiles.Of(run)}</header>
            {Body(result)}{Footer(run)}
            """);
    }

    private static string Body(RunResult result) => string.Concat(
    [
        GmvSection.Of(result),
        RateSection.Of(result),
        QueueSection.Of(result),
        BottleneckSection.Of(result.Summary),
        ShopSection.Funnel(result.Summary),
        ShopSection.Listings(result.Summary),
        ShopSection.Categories(result.Summary),
        AftermathSection.Delivery(result),
        RegionSection.Of(result.Summary),
        AftermathSection.Ratings(result.Summary),
        AftermathSection.Escrow(result),
        Audit(result.Summary.Audit),
        NumbersSection.Of(result),
        Repeat(result.Summary),
    ]);

    private static string Warning(RunSummary run) =>
        Findings.Stopped(run) is { } stopped ? Html.Paragraph(stopped, "warning") : "";

    private static string Audit(AuditSummary audit) => Html.Section("Audit", [
        Html.Paragraph("Recomputed from scratch when the run had ended."),
        Html.Table("Checks", ["Invariant", "Result", "Finding"], audit.Checks.Select(check =>
            (IReadOnlyList<string>)[check.Name, check.Passed ? "✓ holds" : "✗ broken", check.Finding])),
    ]);

    private static string Repeat(RunSummary run) => Html.Section("Repeat this run", [
        Html.Paragraph(
            "The same command with the same commit gives the same timeline, byte for byte, "
            + "and the same state hash."),
        $"<pre><code>{Html.Text(run.Command)}</code></pre>\n",
        "<details><summary>Every value of the scenario</summary>\n",
        Html.Table("As in scenario.yaml, defaults written out", ["Setting", "Value"],
            run.Parameters.Select(setting => (IReadOnlyList<string>)[setting.Name, setting.Value])),
        "</details>\n",
        run.Calibration is { } calibration ? Held(calibration) : "",
    ]);

    private static string Held(Calibration calibration) =>
        Html.Paragraph(
            "Calibrated to the facts and held against everything else: "
            + $"{Amounts.Count(calibration.Buyers)} buyers, "
            + $"{Amounts.Count(calibration.Checkouts)} checkouts, "
            + $"{Amounts.Count(calibration.Orders)} intended orders, "
            + $"{Amounts.Number(calibration.LevelYuan, 2)} yuan for a listing at its category's level 1 "
            + $"(calibration {calibration.By[..12]}).")
        + (calibration.OrdersAtItsPrices == calibration.Orders ? "" : Html.Paragraph(
            $"At the prices of this run buyers intend {Amounts.Count(calibration.OrdersAtItsPrices)} orders; "
            + $"{Amounts.Count(Math.Abs(calibration.OrdersMovedInTime))} of the difference are moved "
            + (calibration.OrdersMovedInTime > 0 ? "from" : "to") + " the weeks before and after."))
        + (calibration.Interventions.Count == 0
            ? Html.Paragraph("No intervention acted afterwards.")
            : Html.Table("What acted afterwards", ["Intervention", "Value"],
                calibration.Interventions.Select(one => (IReadOnlyList<string>)[one.Name, one.Value])));

    private static string Footer(RunSummary run)
    {
        (string Name, string Value)[] facts =
        [
            ("Scenario", $"{run.Scenario} ({run.ScenarioHash})"),
            ("Seed", Invariant($"{run.Seed}")),
            ("Scale", Invariant($"{run.Scale:0.######}: one buyer in {Amounts.Count(1 / run.Scale)}; ")
                + $"{Amounts.Whole(run.Sample.OrdersPlaced)} orders simulated, reported at full scale"),
            ("State hash", run.StateHash),
            ("Commit", run.Commit),
            ("Run", $"{Amounts.Whole(run.Events)} events in {Amounts.Length(run.WallSeconds)}, "
                + $"{Amounts.Whole(run.OrdersPerWallSecond)} orders a second, "
                + $"{Amounts.Whole(run.PeakRssBytes / 1_000_000.0)} MB"),
            ("Machine", run.Machine),
        ];
        return "<footer>\n<dl>" + string.Concat(facts.Select(fact =>
            $"<dt>{fact.Name}</dt><dd>{Html.Text(fact.Value)}</dd>\n")) + "</dl>\n"
            + Html.Paragraph("Every field is explained in docs/reference/results.md. "
                + "Single orders, stores and listings are in run.sqlite.") + "</footer>\n";
    }
}
