using System.Globalization;
using FlashSale.Driver;

namespace FlashSale.Client;

/// <summary>What a person sees of a load test while it runs, and when it is over.</summary>
internal sealed class DriveView(Terminal terminal, DriveOptions options)
{
    private const string ToLineStart = "\r\u001b[2K";

    private int _shown = -1;
    private bool _lineIsShown;

    /// <summary>Says what is done now.</summary>
    public void Says(string text)
    {
        EndLine();
        if (!options.Quiet)
        {
            terminal.Error.WriteLine(text);
        }
    }

    /// <summary>Shows the second before the one that runs, once a second on a screen.</summary>
    public void Show(LoadRun run, TimeSpan elapsed)
    {
        var second = (int)elapsed.TotalSeconds;
        if (second == _shown || options.Quiet || !terminal.ErrorIsScreen || second == 0)
        {
            return;
        }

        _shown = second;
        var before = run.Tally.Seconds[Math.Min(second - 1, run.Tally.Seconds.Count - 1)];
        terminal.Error.Write(ToLineStart + string.Create(
            CultureInfo.InvariantCulture,
            $"{second} s  planned {before.Planned:#,0}/s  done {before.Ended(LoadOutcome.Done):#,0}/s  "
            + $"p99 {before.Latency?.Quantile(0.99)?.TotalMilliseconds:0.0} ms  waiting {run.InFlight:#,0}"));
        _lineIsShown = true;
    }

    /// <summary>Prints the result: one JSON document for machines, a few lines for people.</summary>
    public void Show(DriveSummary summary, DriveFolder folder)
    {
        EndLine();
        if (options.Json)
        {
            terminal.Out.WriteLine(DriveFolder.TextOf(summary));
        }

        if (options.Quiet)
        {
            return;
        }

        var output = options.Json ? terminal.Error : terminal.Out;
        foreach (var (what, figure) in Rows(summary))
        {
            output.WriteLine($"{what,-18}{figure}");
        }

        foreach (var gate in summary.Gates)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(gate.Passed ? "pass" : "FAIL")}  {gate.Phase}: {gate.Gate} {gate.Bound:0.######}, "
                + $"measured {gate.Value:0.######}"));
        }

        output.WriteLine($"Report: {folder.ReportPath}");
    }

    /// <summary>Prints one try of a search.</summary>
    public void Show(PeakTry one)
    {
        EndLine();
        if (!options.Quiet)
        {
            terminal.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Rate,10:#,0}/s  {(one.Holds ? "holds" : "fails")}  done {one.Figures.Goodput:#,0}/s  "
                + $"p99 {one.Figures.LatencyMs.P99:0.0} ms  errors {one.Figures.Errors:#,0}  "
                + $"dropped {one.Figures.Dropped:#,0}  driver late p99 {one.Figures.PacerLagMs.P99:0.0} ms"));
        }
    }

    private void EndLine()
    {
        if (_lineIsShown)
        {
            terminal.Error.WriteLine();
            _lineIsShown = false;
        }
    }

    private static IEnumerable<(string What, string Figure)> Rows(DriveSummary run)
    {
        var all = run.All;
        yield return (
            "Load", $"{run.Curve}; {run.Mix}, {run.Way}" + (run.IsPartial ? ", stopped early" : ""));
        yield return (
            "Orders", Text($"{all.Planned:#,0} planned, {all.Issued:#,0} begun, {all.Done:#,0} done, ")
            + Text($"{all.Refused:#,0} refused, {all.Throttled:#,0} throttled, {all.Errors:#,0} errors"));
        yield return ("Goodput", Text($"{all.Goodput:#,0}/s, {run.PeakDone:#,0}/s at the peak"));
        yield return ("Latency", Text($"p50 {all.LatencyMs.P50:0.0} ms, p99 {all.LatencyMs.P99:0.0} ms, ")
            + Text(
                $"p99.9 {all.LatencyMs.P999:0.0} ms, longest {all.LatencyMs.Max:0} ms from intended start"));
        yield return (
            "Service time", Text($"p50 {all.ServiceMs.P50:0.0} ms, p99 {all.ServiceMs.P99:0.0} ms"));
        yield return ("Driver", Text($"{run.DriverCores:0.00} cores, late p99 {all.PacerLagMs.P99:0.0} ms: ")
            + (run.Verdict == LoadVerdict.Sound ? "sound" : LoadWords.Of(run.Verdict)));
        foreach (var one in run.Chaos)
        {
            var recovery = one.RecoverySeconds is { } seconds ? Text($"recovered after {seconds} s")
                : "not recovered";
            yield return ("Trouble", Text($"{one.Kind} at {one.Second} s: {one.Problem ?? recovery}"));
        }

        yield return ("Audit", run.Audit switch
        {
            null => "not asked",
            { Passed: true } audit => Text($"passed, {audit.Checks.Count} checks"),
            { } audit => "FAILED: " + audit.Checks.First(check => !check.Passed).Finding,
        });
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
