using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>report.html of a search for the breaking point.</summary>
internal static class PeakReport
{
    /// <summary>Writes the report from nothing but the summary.</summary>
    public static string Of(PeakSummary run)
    {
        var finding = PeakWords.Finding(run);
        return Html.Page(
            $"{run.Scenario}: {finding}",
            $"""
            <header>
            <p class="kind">{Html.Text($"FlashSale breaking point · {run.Scenario} · {run.Way}")}</p>
            <h1>{Html.Text(finding)}</h1>
            <p class="deck">{Html.Text(Deck(run))}</p>
            </header>
            {Chart(run)}{Tries(run)}{Html.Section(
                "Repeat this run", [$"<pre><code>{Html.Text(run.Command)}</code></pre>\n"])}
            <footer>
            {Html.Paragraph($"Commit {run.Commit}. Explained in docs/guides/load-test.md.")}</footer>
            """);
    }

    private static string Deck(PeakSummary run) =>
        $"Orders: {run.Mix}. {Amounts.Plural(run.Tries.Count, "try", "tries")} of {run.Seconds} s after "
        + $"{run.WarmUpSeconds} s of warm-up. A rate holds if "
        + $"{Amounts.Percent(run.Gates.RateReachedMin ?? 0)} of it is answered, p99 is at most "
        + $"{DriveReport.Ms(run.Gates.LatencyMsP99Max)} and at most "
        + $"{Amounts.Percent(run.Gates.ErrorShareMax ?? 0)} are errors, twice.";

    private static string Chart(PeakSummary run)
    {
        var timed = run.Tries.Where(one => one.Figures.LatencyMs.P99 is not null).ToList();
        if (timed.Count == 0)
        {
            return "";
        }

        var chart = new Chart(
            "Latency p99 of each try against its rate",
            Axis.LogarithmicAround(
                "orders a second", timed.Min(one => one.Rate), timed.Max(one => one.Rate), Amounts.Tick) with
            {
                Exact = rate => $"{Amounts.Whole(rate)}/s",
            },
            DriveCharts.Milliseconds(
                timed.Min(one => one.Figures.LatencyMs.P99), timed.Max(one => one.Figures.LatencyMs.P99)),
            [
                Tried("held", "good", "dot", timed.Where(one => one.Holds)),
                Tried("failed", "bad", "diamond", timed.Where(one => !one.Holds)),
                .. run.Peak is { } peak ? [new GuideLine(peak, "peak", true)] : Array.Empty<IChartLayer>(),
            ]);
        return Html.Section("Latency p99 by rate", [
            ChartFigure.Of(
                chart,
                "Orders a second against p99 from the intended start, both on logarithmic axes."),
        ]);
    }

    private static Dots Tried(string name, string colour, string shape, IEnumerable<PeakTry> tries) => new(
        name, colour, [.. tries.Select(one => new Dot(one.Rate, one.Figures.LatencyMs.P99!.Value))])
    {
        Shape = shape,
    };

    private static string Tries(PeakSummary run) => Html.Section("Tries", [
        Html.Table(
            "In their order",
            ["#Rate", "Result", "#Done/s", "#p50", "#p99", "#Longest", "#Errors", "#Dropped", "#Late p99",
                "#CPU/order"],
            run.Tries.Select(one => (IReadOnlyList<string>)
            [
                Amounts.Whole(one.Rate), one.Holds ? "✓ held" : "✗ failed",
                Amounts.Whole(one.Figures.Goodput),
                DriveReport.Ms(one.Figures.LatencyMs.P50), DriveReport.Ms(one.Figures.LatencyMs.P99),
                DriveReport.Ms(one.Figures.LatencyMs.Max), Amounts.Whole(one.Figures.Errors),
                Amounts.Whole(one.Figures.Dropped), DriveReport.Ms(one.Figures.PacerLagMs.P99),
                one.Use?.CpuUsOf(one.Figures.Done) is { } us ? $"{Amounts.Whole(us)} µs" : "–",
            ])),
    ]);
}
