using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>The charts of two load tests in one.</summary>
internal static class ComparedCharts
{
    /// <summary>Goodput and p99 of both, second by second.</summary>
    public static string Of(IReadOnlyList<SecondRow> first, IReadOnlyList<SecondRow> second)
    {
        var rows = first.Concat(second).ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var time = DriveCharts.Time(rows);
        var rates = new Chart(
            "Orders done a second of two runs", time,
            Axis.FromZero("orders a second", rows.Max(row => (double)row.Done), Amounts.Tick),
            Lines(first, second, row => row.Done));
        var latencies = new Chart(
            "Latency p99 of two runs", time,
            DriveCharts.Milliseconds(
                rows.Min(row => row.LatencyMsP99), rows.Max(row => row.LatencyMsP99)),
            Lines(first, second, row => row.LatencyMsP99));
        return Html.Section("Orders done a second", [ChartFigure.Of(rates, "Warm-ups included.")])
            + Html.Section(
                "Latency p99 from the intended start", [ChartFigure.Of(latencies, "Logarithmic.")]);
    }

    private static IReadOnlyList<IChartLayer> Lines(
        IReadOnlyList<SecondRow> first, IReadOnlyList<SecondRow> second, Func<SecondRow, double?> value) =>
    [
        new Curve("first", "arm1", DriveCharts.Points(first, value)),
        new Curve("second", "arm2", DriveCharts.Points(second, value)) { Dash = "dash2" },
    ];
}
