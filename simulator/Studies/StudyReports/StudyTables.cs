using System.Globalization;
using System.Text;

namespace FlashSale.Simulator;

/// <summary>
/// The tables of a study as RFC 4180 has them: one header, commas, quotes where they are needed.
/// </summary>
internal static class StudyTables
{
    /// <summary>runs.csv: one row a run.</summary>
    public static string Runs(StudyRows rows) => Table(
        [.. StudyRows.Fixed, .. rows.Factors, .. rows.Measures],
        rows.Runs.Select(run => (IReadOnlyList<string>)
        [
            .. rows.Facts(run), .. rows.Levels(run).Select(level => level.Text),
            .. Enumerable.Range(0, rows.Measures.Count).Select(at => Text(StudyRows.Value(run, at))),
        ]));

    /// <summary>points.csv: one row for each point and measure.</summary>
    public static string Points(StudyResult result) => Table(
        ["point", "measure", "unit", "runs", "nulls", "mean", "deviation", "low", "high"],
        result.Estimates.Select(level => (IReadOnlyList<string>)
        [
            level.Point, level.Measure, result.Measures.First(one => one.Name == level.Measure).Unit,
            Text(level.Runs), Text(level.Nulls), Text(level.Mean), Text(level.Deviation),
            Text(level.Limits?.Low), Text(level.Limits?.High),
        ]));

    /// <summary>comparisons.csv: one row for each pair and measure.</summary>
    public static string Comparisons(StudyResult result) => Table(
        [
            "first", "second", "measure", "pairs", "shown", "mean", "deviation", "low_alone", "high_alone",
            "low", "high", "p", "p_holm", "correlation", "worth", "verdict", "sentence",
        ],
        result.Differences.Select(one => (IReadOnlyList<string>)
        [
            one.First, one.Second, one.Measure, Text(one.Pairs), Words.Of(one.Shown), Text(one.Mean),
            Text(one.Deviation), Text(one.Alone?.Low), Text(one.Alone?.High), Text(one.Limits?.Low),
            Text(one.Limits?.High),
            Text(one.PValue), Text(one.HolmPValue), Text(one.Correlation), Text(one.Worth),
            Words.Of(one.Verdict), one.Sentence,
        ]));

    /// <summary>The table of a design.</summary>
    public static string Of(StudyTable table) => Table(table.Columns,
        table.Rows.Select(row =>
            (IReadOnlyList<string>)[.. row.Select(cell => cell.Text ?? Text(cell.Number))]));

    private static string Text(double? value) => value is { } number && double.IsFinite(number)
        ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        }

        return text.ToString();
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
}
