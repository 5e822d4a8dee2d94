using System.Globalization;
using FlashSale.Simulator;
using Spectre.Console;

namespace FlashSale.Client;

/// <summary>What a person reads when a run is over, and what a machine gets.</summary>
internal static class SummaryView
{
    /// <summary>Prints the summary: one JSON document for machines, a table for people.</summary>
    public static void Show(RunSummary summary, RunFolder folder, Terminal terminal, SimulateOptions options)
    {
        if (options.Json)
        {
            terminal.Out.WriteLine(SummaryJson.Write(summary));
        }

        if (options.Quiet)
        {
            return;
        }

        // Lines that nothing breaks: hashes and commands are for copying.
        var output = options.Json ? terminal.Error : terminal.Out;
        foreach (var (what, figure) in Rows(summary))
        {
            output.WriteLine($"{what,-18}{figure}");
        }

        output.WriteLine();
        var console = terminal.Pretty(onError: options.Json);
        foreach (var check in summary.Audit.Checks.Where(check => !check.Passed))
        {
            console.MarkupLineInterpolated($"[red]audit failed[/]: {check.Name}: {check.Finding}");
        }

        output.WriteLine($"Report: {Path.Combine(folder.Path, "report.html")}");
        output.WriteLine($"Repeat: {summary.Command}");
    }

    private static string Hours(IReadOnlyList<Bottleneck> bound)
    {
        var longest = bound.MaxBy(found => found.UntilSeconds - found.FromSeconds)!;
        return $"{(longest.Name.Length > 0 ? longest.Name + ", " : "")}{longest.FromClock()} to "
            + longest.UntilClock() + (bound.Count > 1 ? $", and {bound.Count - 1} more in the report" : "");
    }

    private static IEnumerable<(string What, string Figure)> Rows(RunSummary summary)
    {
        var scale = summary.Scale.ToString(CultureInfo.InvariantCulture);
        yield return ("Scenario", $"{summary.Scenario}, seed {summary.Seed}, scale {scale}"
            + (summary.Partial ? ", partial" : ""));
        yield return (
            string.Create(CultureInfo.InvariantCulture, $"GMV {summary.FestivalDay():d MMM yyyy}"),
            Figures.Yuan(summary.GmvYuan));
        yield return ("Orders", $"{Figures.Count(summary.OrdersPlaced)} placed, "
            + $"{Figures.Count(summary.OrdersPaid)} paid, "
            + $"{Figures.Count(summary.OrdersConfirmed)} confirmed");
        yield return (SummaryFigures.NameOf("peakOrdersPerSecond"), Peak(
            summary.PeakOrdersPerSecond, summary.PeakOrdersAt, summary.PeakOrdersLevel));
        yield return (SummaryFigures.NameOf("peakPaymentsPerSecond"), Peak(
            summary.PeakPaymentsPerSecond, summary.PeakPaymentsAt, summary.PeakPaymentsLevel));
        foreach (var kind in summary.Bottlenecks.GroupBy(found => found.Kind))
        {
            yield return ($"Bound: {kind.Key}", Hours([.. kind]));
        }

        yield return (SummaryFigures.NameOf("refundedYuan"), Figures.Yuan(summary.RefundedYuan));
        yield return (
            "Tried again", $"{Figures.Count(summary.Retries)} checkouts; given up or not come for: "
                + Figures.Count(summary.Abandoned));
        yield return ("Audit", summary.Audit.Passed
            ? $"passed, {summary.Audit.Checks.Count} checks"
            : $"FAILED: {string.Join(", ", summary.Audit.Checks.Where(c => !c.Passed).Select(c => c.Name))}");
        yield return ("State hash", summary.StateHash);
        yield return ("Speed", string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.WallSeconds:0.0} s, {summary.OrdersPerWallSecond:#,0} orders a second, "
                + $"{summary.Events:#,0} events, {summary.PeakRssBytes / 1048576.0:#,0} MiB at most"));
    }

    // The busiest second of a sample is too high by chance; the level under it is not (docs: results.md).
    private static string Peak(long perSecond, string? at, PeakLevel? level) =>
        $"{Figures.Count(perSecond)} a second at {at ?? "–"}" + (level is null ? ""
            : $"; level {Figures.Count((long)level.PerSecond)} ± {Figures.Count((long)level.Within)}");
}
