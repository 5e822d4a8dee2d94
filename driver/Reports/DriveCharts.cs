using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>The charts of a load test.</summary>
internal static class DriveCharts
{
    private const double MsMin = 0.001; // what latencies are rounded to
    private static readonly double[] Shares = [0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 1];

    /// <summary>Orders planned and done, second by second.</summary>
    public static string Rates(DriveResult result)
    {
        var rows = result.Timeline;
        if (rows.Count == 0)
        {
            return "";
        }

        var chart = new Chart(
            "Orders planned and done a second against time", Time(rows),
            Axis.FromZero(
                "orders a second", rows.Max(row => (double)Math.Max(row.Planned, row.Done)), Amounts.Tick),
            [
                .. WarmUp(result.Summary),
                new Curve("done", "payments", Points(rows, row => row.Done)) { HasArea = true },
                new Curve("planned", "orders", Points(rows, row => row.Planned)) { Dash = "dash2" },
                new Curve(
                    "failed, throttled or dropped", "refused",
                    Points(rows, row => row.Errors + row.Throttled + row.Dropped)) { Dash = "dash3" },
                .. Chaos(result.Summary),
            ]);
        return Html.Section("Orders a second", [
            ChartFigure.Of(
                chart,
                "Done counts in the second of the last answer. Seconds that share a pixel are averaged."),
        ]);
    }

    /// <summary>Latencies, second by second.</summary>
    public static string Latencies(DriveResult result)
    {
        var rows = result.Timeline.Where(row => row.LatencyMsP99 is not null).ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var chart = new Chart(
            "Latency against time", Time(result.Timeline),
            Milliseconds(rows.Min(row => row.LatencyMsP50), rows.Max(row => row.LatencyMsMax)),
            [
                .. WarmUp(result.Summary),
                new Curve("longest", "plain", Points(result.Timeline, row => row.LatencyMsMax))
                {
                    Dash = "dash3",
                },
                new Curve("p99", "arm2", Points(result.Timeline, row => row.LatencyMsP99)) { Dash = "dash2" },
                new Curve("median", "arm1", Points(result.Timeline, row => row.LatencyMsP50)),
                .. Chaos(result.Summary),
            ]);
        return Html.Section("Latency from the intended start", [
            ChartFigure.Of(
                chart, "Of the orders that should have begun in each second, on a logarithmic axis."),
        ]);
    }

    /// <summary>All latencies by share.</summary>
    public static string Quantiles(DriveSummary run)
    {
        var total = run.Latencies.Sum(one => one.Count);
        if (total == 0)
        {
            return "";
        }

        return Html.Section("Latency by share of orders", [
            Html.Table("Of all orders after the warm-up", ["#Share", "#Latency"], Shares.Select(share =>
                (IReadOnlyList<string>)[
                    Amounts.Percent(share, 2), DriveReport.Ms(LatencyOf(run, total, share))])),
        ]);
    }

    /// <summary>An axis of latencies that holds all of them, with marks at both ends.</summary>
    public static Axis Milliseconds(double? lowest, double? highest) => Axis.LogarithmicAround(
        "latency", Math.Max(lowest ?? 1, MsMin), Math.Max(highest ?? 1, MsMin),
        value => DriveReport.Ms(value));

    /// <summary>Time since the load began, to the end of its last second.</summary>
    public static Axis Time(IReadOnlyList<SecondRow> rows) => TimeAxis.Linear(
        "time since the load began", 0, rows.Select(row => row.Second + 1).DefaultIfEmpty(1).Max());

    /// <summary>A value of each second at its middle; none where it has none.</summary>
    public static IReadOnlyList<(double X, double Y)> Points(
        IEnumerable<SecondRow> rows, Func<SecondRow, double?> value) =>
        [.. rows.Select(row => (row.Second + 0.5, value(row) ?? double.NaN))];

    // The buckets of the summary are wide where there are many orders: between the figures that are known
    // closely a latency stays between them.
    private static double LatencyOf(DriveSummary run, long total, double share)
    {
        (double Share, double? Ms)[] known =
        [
            (0, 0), (0.5, run.All.LatencyMs.P50), (0.9, run.All.LatencyMs.P90), (0.99, run.All.LatencyMs.P99),
            (0.999, run.All.LatencyMs.P999), (1, run.All.LatencyMs.Max),
        ];
        var low = known.Last(one => one.Share <= share).Ms ?? 0;
        var high = known.First(one => one.Share >= share).Ms ?? double.MaxValue;
        return Math.Clamp(Quantile(run.Latencies, total, share), low, Math.Max(low, high));
    }

    /// <summary>The latency that a share does not exceed.</summary>
    public static double Quantile(IReadOnlyList<LatencyCount> latencies, long total, double share)
    {
        var below = 0L;
        foreach (var one in latencies)
        {
            below += one.Count;
            if (below >= share * total)
            {
                return one.Ms;
            }
        }

        return latencies[^1].Ms;
    }

    private static IEnumerable<GuideLine> Chaos(DriveSummary run) =>
        run.Chaos.Where(one => one.Second >= 0).Select(one => new GuideLine(one.Second, one.Kind, true));

    private static IEnumerable<GuideArea> WarmUp(DriveSummary run) => run.Phases
        .Where(phase => phase.IsWarmUp).Take(1)
        .Select(phase => new GuideArea(phase.FromSecond, phase.UntilSecond, "warm-up", "shock"));
}
