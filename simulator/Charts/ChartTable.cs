namespace FlashSale.Simulator;

/// <summary>The values of a chart as a table: a row for each x, a column for each series.</summary>
internal static class ChartTable
{
    private const int RowsMax = 200;

    /// <summary>The table.</summary>
    public static string Of(string caption, string xTitle, IReadOnlyList<ChartReading> readings)
    {
        var series = readings.Select(reading => reading.Series).Distinct().ToList();
        var rows = Rows(readings);
        var cut = rows.Count > RowsMax ? $"; the first {RowsMax} of {rows.Count} rows" : "";
        return Html.Table(
            caption + cut, [xTitle, .. series.Select(name => $"#{name}")],
            rows.Take(RowsMax).Select(row => (IReadOnlyList<string>)
                [row.At, .. series.Select(name => row.Values.GetValueOrDefault(name, "–"))]));
    }

    // Readings at one x share a row, unless a series has several values there.
    private static List<(string At, Dictionary<string, string> Values)> Rows(
        IReadOnlyList<ChartReading> readings)
    {
        var rows = new List<(string At, Dictionary<string, string> Values)>();
        foreach (var at in readings.OrderBy(reading => reading.X).GroupBy(reading => reading.At))
        {
            var first = rows.Count;
            foreach (var reading in at)
            {
                var row = rows.FindIndex(first, one => !one.Values.ContainsKey(reading.Series));
                if (row < 0)
                {
                    row = rows.Count;
                    rows.Add((at.Key, []));
                }

                rows[row].Values[reading.Series] = reading.Text;
            }
        }

        return rows;
    }
}
