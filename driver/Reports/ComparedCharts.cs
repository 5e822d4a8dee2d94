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

        var time = Axis.FromZero(rows.Max(row => row.Second) + 1, seconds => Amounts.Length(seconds));
        var rates = new LineChart(
            "Orders done a second of two runs", time,
            Axis.FromZero(rows.Max(row => (double)row.Done), Amounts.Tick))
        {
            Series = [Line("orders", first, row => row.Done), Line("refunds", second, row => row.Done)],
        };
        var latencies = new LineChart(
            "Latency p99 of two runs", time,
            DriveCharts.Milliseconds(rows.Min(row => row.LatencyMsP99), rows.Max(row => row.LatencyMsP99)))
        {
            Series =
            [
                Line("orders", first, row => row.LatencyMsP99), Line(
                    "refunds", second, row => row.LatencyMsP99),
            ],
        };
        LegendEntry[] legend = [new("first", "orders"), new("second", "refunds")];
        return Html.Section("Orders done a second", [Html.Figure(rates.Draw, legend, "Warm-ups included.")])
            + Html.Section(
                "Latency p99 from the intended start", [Html.Figure(latencies.Draw, legend, "Logarithmic.")]);
    }

    private static Series Line(string colour, IEnumerable<SecondRow> rows, Func<SecondRow, double?> value) =>
        new(
        colour, [.. rows.Where(
            row => value(row) is not null).Select(row => (row.Second + 0.5, value(row)!.Value))]);
}
