using System.Globalization;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>The one table in which a load test ends.</summary>
internal static class LoadTable
{
    private const int NameWidth = 14;

    /// <summary>Prints it.</summary>
    /// <param name="summary">What was found.</param>
    /// <param name="report">Where the report is.</param>
    /// <param name="output">Where to print.</param>
    public static async Task Print(DriveSummary summary, string report, TextWriter output)
    {
        foreach (var (what, figure) in Rows(summary).Append(("report", report)))
        {
            await output.WriteLineAsync($"{what.PadRight(NameWidth)}{figure}".TrimEnd());
        }

        await output.WriteLineAsync($"{"repeat".PadRight(NameWidth)}{summary.Command}");
    }

    /// <summary>Its rows.</summary>
    public static IEnumerable<(string What, string Figure)> Rows(DriveSummary run) =>
        Orders(run).Concat(Latencies(run)).Concat(Market(run)).Concat(Judgement(run));

    private static IEnumerable<(string What, string Figure)> Orders(DriveSummary run)
    {
        var all = run.All;
        yield return (
            "load",
            $"{run.Scenario}: {run.Curve}; {run.Way}" + (run.IsPartial ? "; stopped early" : ""));
        yield return (
            "orders", Say($"{all.Planned:#,0} planned, {all.Done:#,0} done, {all.Refused:#,0} refused, ")
            + Say($"{all.Throttled:#,0} throttled, {all.Errors:#,0} errors, {all.Dropped:#,0} not begun"));
        foreach (var end in all.Ends.Where(end => end.Outcome != "done" || end.Reason != "done"))
        {
            yield return ("", Say($"{end.Outcome} at {end.Step}: {end.Reason} {end.Count:#,0}"));
        }

        yield return ("peak", Say($"{run.PeakDone:#,0} orders in the best second, ")
            + Say($"{all.Goodput:#,0.0}/s on average"));
    }

    private static IEnumerable<(string What, string Figure)> Latencies(DriveSummary run)
    {
        yield return ("latency ms", "       p50       p99     p99.9   longest   from the intended start");
        foreach (var phase in run.Phases.Append(run.All))
        {
            var ms = phase.LatencyMs;
            yield return ($"  {phase.Name}", Cell(ms.P50) + Cell(ms.P99) + Cell(ms.P999) + Cell(ms.Max));
        }
    }

    private static IEnumerable<(string What, string Figure)> Market(DriveSummary run)
    {
        if (run.Cost is { } cost)
        {
            (string Name, double? Value)[] costs =
            [
                ("grain calls", cost.GrainCalls), ("activations", cost.Activations), ("rows", cost.Rows),
                ("kB allocated", cost.AllocatedBytes / 1_000), ("µs CPU", cost.CpuUs),
            ];
            var known = costs.Where(one => one.Value is not null)
                .Select(one => Say($"{one.Value:0.#} {one.Name}"));
            yield return ("an order", string.Join(", ", known) + " (driver and silo)");
        }

        if (run.Streams is { } streams)
        {
            var empty = streams.AreEmpty
                ? Say($"streams empty {streams.EmptyAfterSeconds:0.0} s after the last answer")
                : Say($"streams NOT EMPTY after {streams.EmptyAfterSeconds:0.0} s");
            yield return (
                "events", Say($"{streams.Delivered:#,0} delivered, {streams.Paid:#,0} of them payments; ")
                + empty);
            yield return ("reputation", Say($"{streams.Verdicts:#,0} verdicts told, recounted by the audit; ")
                + Say($"{streams.Points:#,0} points of stores"));
        }

        foreach (var one in run.Chaos)
        {
            var recovered = one.RecoverySeconds is { } seconds ? Say($"recovered after {seconds} s")
                : "not recovered";
            yield return ("trouble", Say($"{one.Kind} {one.Target} at {one.PlannedAt:0.###} s: ")
                + (one.Problem ?? recovered));
        }
    }

    private static IEnumerable<(string What, string Figure)> Judgement(DriveSummary run)
    {
        yield return (
            "driver", Say($"{Words.Of(run.Verdict)}, began orders {run.All.PacerLagMs.P99:0.0} ms ")
            + "late at p99");
        foreach (var gate in run.Gates)
        {
            var result = gate.NotJudged is not null ? "none" : gate.Passed ? "passed" : "FAILED";
            yield return ("gate", $"{result}  {gate.Phase}: {gate.Gate}, {GateWords.Finding(gate)}");
        }

        yield return ("audit", run.Audit switch
        {
            null => "not asked: the key is no operator's",
            { Passed: true } audit => Say($"passed, {audit.Checks.Count} checks"),
            { } audit => "FAILED: " + string.Join("; ", audit.Checks.Where(check => !check.Passed)
                .Select(check => $"{check.Name}: {check.Finding}")),
        });
    }

    private static string Cell(double? ms) => ms is null ? "         –" : Say($"{ms,10:#,0.0}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
