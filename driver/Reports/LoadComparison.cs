using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>One figure of two runs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="First">In the first run.</param>
/// <param name="Second">In the second.</param>
/// <param name="Change">How far the second is from the first.</param>
public sealed record ComparedFigure(string Name, string First, string Second, string Change);

/// <summary>Two load tests beside each other.</summary>
public sealed class LoadComparison
{
    private readonly string _charts;
    private readonly string _names;

    private LoadComparison(string names, IEnumerable<ComparedFigure> rows, string charts = "") =>
        (_names, Rows, _charts) = (names, [.. rows], charts);

    /// <summary>The figures.</summary>
    public IReadOnlyList<ComparedFigure> Rows { get; }

    /// <summary>Two load tests.</summary>
    public static LoadComparison Of((string Name, DriveResult Run) one, (string Name, DriveResult Run) other)
    {
        var (first, second) = (one.Run.Summary, other.Run.Summary);
        IEnumerable<ComparedFigure> rows =
        [
            Row("Orders planned", first.All.Planned, second.All.Planned, Amounts.Whole),
            Row("Goodput", first.All.Goodput, second.All.Goodput, Amounts.Rate),
            Row("Peak done in a second", first.PeakDone, second.PeakDone, Amounts.Rate),
            Row("Latency p50", first.All.LatencyMs.P50, second.All.LatencyMs.P50, Ms),
            Row("Latency p99", first.All.LatencyMs.P99, second.All.LatencyMs.P99, Ms),
            Row("Latency p99.9", first.All.LatencyMs.P999, second.All.LatencyMs.P999, Ms),
            Row("Longest latency", first.All.LatencyMs.Max, second.All.LatencyMs.Max, Ms),
            Row("Service time p99", first.All.ServiceMs.P99, second.All.ServiceMs.P99, Ms),
            Row("Refused", first.All.Refused, second.All.Refused, Amounts.Whole),
            Row("Throttled", first.All.Throttled, second.All.Throttled, Amounts.Whole),
            Row("Errors", first.All.Errors, second.All.Errors, Amounts.Whole),
            Row("Dropped", first.All.Dropped, second.All.Dropped, Amounts.Whole),
            Row("Driver cores", first.DriverCores, second.DriverCores, value => Amounts.Number(value, 2)),
            Compared("Figures", Words.Of(first.Verdict), Words.Of(second.Verdict)),
            Compared("Gates", Gates(first), Gates(second)),
            Compared("Audit", Audit(first), Audit(second)),
        ];
        return new LoadComparison(
            $"{one.Name} and {other.Name}", rows, ComparedCharts.Of(one.Run.Timeline, other.Run.Timeline));
    }

    /// <summary>The comparison as a page that needs no network and runs no script.</summary>
    public string Page() => Html.Page(
        $"Compared: {_names}",
        $"""
        <header>
        <p class="kind">FlashSale · two runs compared</p>
        <h1>{Html.Text(Finding())}</h1>
        <p class="deck">{Html.Text(_names)}</p></header>
        {_charts}{Html.Section("Figures", [Html.Table(
            "The change is that of the second from the first", ["Figure", "#First", "#Second", "#Change"],
            Rows.Select(row => (IReadOnlyList<string>)[row.Name, row.First, row.Second, row.Change]))])}
        """);

    private string Finding()
    {
        var changed = Rows.Where(row => row.Change is not ("" or "=")).ToList();
        return changed.Count == 0
            ? "The two runs are alike"
            : string.Join("; ", changed.Take(3).Select(row => $"{row.Name} {row.Change}"));
    }

    private static ComparedFigure Row(
        string name, double? first, double? second, Func<double, string> text) => new(
        name, first is { } one ? text(one) : "–", second is { } other ? text(other) : "–",
        first == second ? "="
            : first is { } from and not 0 && second is { } to ? Amounts.Change((to - from) / Math.Abs(from))
            : "");

    private static ComparedFigure Compared(string name, string first, string second) =>
        new(name, first, second, first == second ? "=" : "differs");

    private static string Ms(double ms) => DriveReport.Ms(ms);

    private static string Gates(DriveSummary run) =>
        FormattableString.Invariant($"{run.Gates.Count(gate => gate.Passed)} of {run.Gates.Count}");

    private static string Audit(DriveSummary run) =>
        run.Audit is { } audit ? Passed(audit.Passed) : "not asked";

    private static string Passed(bool passed) => passed ? "passed" : "failed";
}
