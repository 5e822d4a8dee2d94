using System.Globalization;
using FlashSale.Driver;
using FlashSale.Simulator;

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
            + $"p99 {Ms(before.Latency?.Quantile(0.99)?.TotalMilliseconds)}  waiting {run.InFlight:#,0}"));
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
            output.WriteLine($"{GateWords.Mark(gate)}  {gate.Phase}: {gate.Gate}, {GateWords.Finding(gate)}");
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
                + $"p99 {Ms(one.Figures.LatencyMs.P99)}  errors {one.Figures.Errors:#,0}  "
                + $"dropped {one.Figures.Dropped:#,0}  driver late p99 {Ms(one.Figures.PacerLagMs.P99)}"));
        }
    }

    /// <summary>Prints what a search found.</summary>
    public void Show(PeakSummary summary, PeakFolder folder)
    {
        EndLine();
        if (options.Json)
        {
            terminal.Out.WriteLine(PeakFolder.TextOf(summary));
        }

        if (!options.Quiet)
        {
            var output = options.Json ? terminal.Error : terminal.Out;
            output.WriteLine($"{summary.Way}, {summary.Mix}: {PeakWords.Finding(summary)}");
            output.WriteLine($"Report: {folder.ReportPath}");
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
        yield return ("Load", $"{run.Curve}; {run.Mix}, {run.Way}");
        foreach (var note in run.Notes)
        {
            yield return ("Of the table", note);
        }

        if (run.StoppedAfterSeconds is { } at)
        {
            yield return ("Stopped", Text($"by {(run.StoppedBy == StopCause.Gate ? "a gate" : "the user")} ")
                + (at == 0 ? "before the first order: nothing was measured"
                    : Text($"after {at:0.#} of {run.PlannedSeconds:#,0} s: figures are of the time driven")));
        }

        yield return (
            "Orders", Text($"{all.Planned:#,0} planned, {all.Issued:#,0} begun, {all.Done:#,0} done, ")
            + Text($"{all.Refused:#,0} refused, {all.Throttled:#,0} throttled, {all.Errors:#,0} errors"));
        yield return ("Goodput", Text($"{all.Goodput:#,0.#}/s, {run.PeakDone:#,0}/s at the peak"));
        yield return ("Latency", $"p50 {Ms(all.LatencyMs.P50)}, p99 {Ms(all.LatencyMs.P99)}, "
            + $"p99.9 {Ms(all.LatencyMs.P999)}, longest {Ms(all.LatencyMs.Max)} from intended start");
        yield return ("Service time", $"p50 {Ms(all.ServiceMs.P50)}, p99 {Ms(all.ServiceMs.P99)}");
        yield return ("Driver", Text($"{run.DriverCores:0.00} cores, late p99 {Ms(all.PacerLagMs.P99)}: ")
            + (all.Issued == 0 ? "nothing to judge"
                : run.Verdict == LoadVerdict.Sound ? "sound"
                : Words.Of(run.Verdict)));
        foreach (var row in MarketRows(run))
        {
            yield return row;
        }
    }

    private static IEnumerable<(string What, string Figure)> MarketRows(DriveSummary run)
    {
        if (run.Use is { } use)
        {
            yield return (
                "Market", Text($"{use.Processes} × {use.CoresEach} cores, {use.CpuSeconds:0.0} s CPU, ")
                + Text($"{use.CpuUsOf(run.All.Done):0} µs an order"));
        }

        foreach (var one in run.Chaos)
        {
            var recovery = one.RecoverySeconds is { } seconds ? Text($"recovered after {seconds} s")
                : "not recovered";
            yield return (
                "Trouble", Text($"{one.Kind} at {one.PlannedAt:0.###} s: {one.Problem ?? recovery}"));
        }

        yield return ("Audit", WordsOf(run.Audit));
    }

    private static string WordsOf(AuditSummary? audited) => audited switch
    {
        null => "not asked",
        { Passed: true } audit => Text($"passed, {audit.Checks.Count} checks"),
        { } audit => "FAILED: " + audit.Checks.First(check => !check.Passed).Finding,
    };

    private static string Ms(double? ms) => ms is { } known ? Text($"{known:0.0} ms") : "none";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
