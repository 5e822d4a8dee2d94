using System.Globalization;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>How a load test went, in a few lines.</summary>
internal static class LoadView
{
    /// <summary>Prints throughput, latency, outcomes, gates and the audit's verdict.</summary>
    public static async Task Show(DriveSummary summary, LoadOptions options, TextWriter output)
    {
        var all = summary.All;
        await output.WriteLineAsync();
        await output.WriteLineAsync(Say($"{summary.Scenario} ({summary.Way}), ")
            + Say($"{all.UntilSecond - all.FromSecond} s, planned {all.Planned:#,0}, ")
            + Say($"peak {summary.PeakPlanned:#,0}/s"));
        await output.WriteLineAsync(Say($"  throughput  {all.Goodput:#,0.0} orders/s, ")
            + Say($"{summary.PeakDone:#,0} in the best second"));
        await output.WriteLineAsync(Say($"  latency     p50 {all.LatencyMs.P50:0.00} ms, ")
            + Say($"p99 {all.LatencyMs.P99:0.00} ms, p99.9 {all.LatencyMs.P999:0.00} ms, ")
            + Say($"from the intended start; pacer's lag p99 {all.PacerLagMs.P99:0.00} ms"));
        await output.WriteLineAsync(Say($"  outcomes    {all.Done:#,0} done, {all.Refused:#,0} refused, ")
            + Say($"{all.Throttled:#,0} throttled, {all.Errors:#,0} errors, {all.Dropped:#,0} not begun"));
        foreach (var gate in summary.Gates)
        {
            await output.WriteLineAsync(Say($"  gate        {(gate.Passed ? "passed" : "FAILED")}  ")
                + Say($"{gate.Phase}: {gate.Gate} {gate.Bound}, measured {gate.Value:0.###}"));
        }

        foreach (var trouble in summary.Chaos)
        {
            var recovered = trouble.RecoverySeconds is { } seconds ? Say($"{seconds} s") : "never";
            await output.WriteLineAsync(Say($"  killed      process {trouble.Target} ")
                + Say($"at {trouble.Second} s; recovered after {trouble.Problem ?? recovered}"));
        }

        await output.WriteLineAsync($"  audit       {(summary.Audit?.Passed == true ? "passed" : "FAILED")}");
        await output.WriteLineAsync($"  driver      {LoadWords.Of(summary.Verdict)}");
        await output.WriteLineAsync($"  reports     {options.Out}");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
