using FlashSale.Simulator;
using static System.FormattableString;

namespace FlashSale.Driver;

/// <summary>report.html of a load test: one file that needs no network and runs no script.</summary>
internal static class DriveReport
{

    /// <summary>Writes the report from nothing but the result.</summary>
    public static string Of(DriveResult result)
    {
        var run = result.Summary;
        var finding = DriveHeadline.Of(run);
        return Html.Page(
            $"{run.Scenario}: {finding}",
            $"""
            <header>
            <p class="kind">{Html.Text($"FlashSale load test · {run.Scenario}")}</p>
            <h1>{Html.Text(finding)}</h1>
            <p class="deck">{Html.Text(DriveHeadline.Deck(run))}</p>
            {Warning(run)}{Tiles(run)}</header>
            {Body(result)}{Footer(run)}
            """);
    }

    /// <summary>A latency in words.</summary>
    public static string Ms(double? ms) => ms switch
    {
        null => "–",
        >= 10_000 => Invariant($"{ms / 1_000:#,0} s"),
        >= 1_000 => Invariant($"{ms / 1_000:0.00} s"),
        >= 10 => Invariant($"{ms:0} ms"),
        _ => Invariant($"{ms:0.0} ms"),
    };

    private static string Body(DriveResult result) => string.Concat(
    [
        DriveCharts.Rates(result),
        DriveCharts.Latencies(result),
        DriveCharts.Quantiles(result.Summary),
        Phases(result.Summary),
        Gates(result.Summary),
        Ends(result.Summary),
        Chaos(result.Summary),
        MarketSection.Of(result.Summary),
        Audit(result.Summary),
        Html.Section("Repeat this run", [$"<pre><code>{Html.Text(result.Summary.Command)}</code></pre>\n"]),
    ]);

    private static string Warning(DriveSummary run)
    {
        var partial = run.StoppedAfterSeconds is { } at
            ? $"The load was stopped after {Amounts.Number(at, 1)} of {Amounts.Whole(run.PlannedSeconds)} s: "
                + "everything here is of the time that was driven. "
            : run.IsPartial ? "The load was stopped early. " : "";
        var verdict = run.Verdict switch
        {
            LoadVerdict.DriverSaturated =>
                "The driver was saturated: orders began late by its own fault, and "
                + "the latencies hold that. Give it a core of its own, or more processes.",
            LoadVerdict.InFlightFull => $"{Amounts.Whole(run.All.Dropped)} orders were not sent, because as "
                + "many as allowed waited for answers: the market did not get the planned load.",
            _ => "",
        };
        var notes = string.Concat(run.Notes.Select(note => $" Of the table of rates: {note}."));
        return partial.Length + verdict.Length + notes.Length == 0 ? ""
            : Html.Paragraph(partial + verdict + notes, "warning");
    }

    private static string Tiles(DriveSummary run)
    {
        var failed = run.Gates.Count(gate => gate.Failed);
        var notJudged = run.Gates.Count(gate => gate.NotJudged is not null);
        return "<ul class=\"tiles\">\n" + string.Concat(
        [
            Tile("Goodput", Amounts.Rate(
                run.All.Goodput), $"done, of {Amounts.Rate(run.All.PlannedPerSecond)} planned"),
            Tile("Peak", Amounts.Rate(
                run.PeakDone), $"done in one second; planned {Amounts.Rate(run.PeakPlanned)}"),
            Tile("p99 from intended start", Ms(run.All.LatencyMs.P99), $"median {Ms(run.All.LatencyMs.P50)}"),
            Tile("p99.9", Ms(run.All.LatencyMs.P999), $"longest {Ms(run.All.LatencyMs.Max)}"),
            Tile("Errors", Amounts.Whole(run.All.Errors), $"of {Amounts.Count(run.All.Issued)} orders begun"),
            Tile("Driver", Amounts.Number(run.DriverCores, 2) + " cores",
                $"began orders {Ms(run.All.PacerLagMs.P99)} late at p99"),
            Tile("Gates",
                run.Gates.Count == 0 ? "none" : failed > 0 ? $"✗ {failed} failed"
                    : notJudged > 0 ? $"{notJudged} not judged" : "✓ passed",
                Amounts.Plural(run.Gates.Count, "gate", "gates"), failed + notJudged == 0 ? "good" : "bad"),
            Tile("Audit", run.Audit is null ? "not asked" : run.Audit.Passed ? "✓ passed" : "✗ failed",
                run.Audit is null ? "" : Amounts.Plural(run.Audit.Checks.Count, "invariant", "invariants"),
                run.Audit?.Passed == false ? "bad" : "good"),
        ]) + "</ul>\n";
    }

    private static string Tile(string name, string value, string beside, string style = "") =>
        $"<li><span>{Html.Text(name)}</span><b class=\"{style}\">{Html.Text(value)}</b>"
        + $"<span>{Html.Text(beside)}</span></li>\n";

    private static string Phases(DriveSummary run) => Html.Section("Phases", [
        Html.Table(
            "Latency from the intended start, service time from the real one; of orders that were answered, "
            + "or that waited as long as they may: throttled orders and other errors are in neither",
            [
                "Phase", "#Seconds", "#Planned/s", "#Done/s", "#p50", "#p99", "#p99.9", "#Longest",
                "#Service p99", "#Late p99",
            ],
            run.Phases.Append(run.All).Select(phase => (IReadOnlyList<string>)
            [
                phase.Name, Amounts.Number(phase.Seconds, 1),
                Amounts.Whole(phase.PlannedPerSecond), Amounts.Whole(phase.Goodput), Ms(phase.LatencyMs.P50),
                Ms(phase.LatencyMs.P99), Ms(phase.LatencyMs.P999), Ms(phase.LatencyMs.Max),
                Ms(phase.ServiceMs.P99), Ms(phase.PacerLagMs.P99),
            ])),
    ]);

    private static string Gates(DriveSummary run) => run.Gates.Count == 0 ? "" : Html.Section("Gates", [
        Html.Table("What the scenario asks", ["Phase", "Gate", "#Bound", "#Measured", "Result"],
            run.Gates.Select(gate => (IReadOnlyList<string>)
            [
                gate.Phase, gate.Gate, Amounts.Number(gate.Bound, 6), Amounts.Number(gate.Value, 6),
                gate.NotJudged is { } why ? $"– not judged: {why}" : gate.Passed ? "✓ holds" : "✗ failed",
            ])),
    ]);

    private static string Ends(DriveSummary run) => Html.Section("How orders ended", [
        Html.Table(
            "Business outcomes apart from errors", ["Outcome", "Last step", "Reason", "#Orders", "#Share"],
            run.All.Ends.Select(end => (IReadOnlyList<string>)
            [
                end.Outcome, end.Step, end.Reason, Amounts.Whole(end.Count),
                Amounts.Percent(run.All.ShareOf(end.Count) ?? 0, 3),
            ])),
    ]);

    private static string Chaos(DriveSummary run) => run.Chaos.Count == 0 ? "" : Html.Section("Trouble", [
        Html.Table(
            "Seconds from the end of the warm-up. Recovered is when three seconds in a row are as those "
            + "before: 90 % answered, no error, latency at most doubled and 50 ms",
            ["#At second", "What", "Target", "#Recovered after", "Problem"],
            run.Chaos.Select(one => (IReadOnlyList<string>)
            [
                Amounts.Number(one.PlannedAt ?? one.Second, 1), one.Kind, one.Target,
                one.RecoverySeconds is { } seconds ? Amounts.Whole(seconds) + " s"
                    : "never", one.Problem ?? "–",
            ])),
    ]);

    private static string Audit(DriveSummary run) => run.Audit is null ? "" : Html.Section("Audit", [
        Html.Paragraph("Recomputed by the market when the last answer had come."),
        Html.Table("Checks", ["Invariant", "Result", "Finding"], run.Audit.Checks.Select(check =>
            (IReadOnlyList<string>)[check.Name, check.Passed ? "✓ holds" : "✗ broken", check.Finding])),
    ]);

    private static string Footer(DriveSummary run)
    {
        (string Name, string Value)[] facts =
        [
            ("Scenario", $"{run.Scenario} ({run.ScenarioHash})"),
            ("Load", $"{run.Curve}; orders: {run.Mix}; sent: {run.Way}"),
            ("Seed", Invariant($"{run.Seed}")),
            ("Driver", Amounts.Plural(run.Processes, "process", "processes")),
            ("Commit", run.Commit),
            ("Machine", run.Machine),
        ];
        return "<footer>\n<dl>" + string.Concat(facts.Select(fact =>
            $"<dt>{fact.Name}</dt><dd>{Html.Text(fact.Value)}</dd>\n")) + "</dl>\n"
            + Html.Paragraph("Every field is explained in docs/guides/load-test.md.") + "</footer>\n";
    }
}
