using System.Globalization;

namespace FlashSale.Benchmarks;

/// <summary>The table for people: a line for every figure.</summary>
internal static class FigureTable
{
    private static readonly string[] Head =
        ["row", "figure", "unit", "min", "median", "max", "× baseline", "bar now"];

    /// <summary>Writes the table, its columns aligned; ratios are empty without a baseline.</summary>
    public static void Write(
        TextWriter to, IEnumerable<FigureSummary> figures, BenchmarkBaseline? baseline = null)
    {
        List<string[]> lines = [Head, .. Lines(figures, baseline)];
        var widths = Head.Select((_, at) => lines.Max(line => line[at].Length)).ToArray();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, at) => at is > 2 and < 7
                ? cell.PadLeft(widths[at])
                : cell.PadRight(widths[at]));
            to.WriteLine(string.Join("  ", cells).TrimEnd());
            if (line == Head)
            {
                to.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }
    }

    private static IEnumerable<string[]> Lines(
        IEnumerable<FigureSummary> figures, BenchmarkBaseline? baseline)
    {
        var before = "";
        foreach (var figure in figures)
        {
            var row = figure.Row == before ? "" : figure.Row;
            before = figure.Row;
            yield return
            [
                row, figure.First.Name, figure.First.Unit, Number(figure.Min), Number(figure.Median),
                Number(figure.Max), Ratio(baseline?.RatioOf(figure)), BarOf(figure),
            ];
        }
    }

    private static string BarOf(FigureSummary figure)
    {
        var notes = figure.Notes.Count == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Notes[0]} in {figure.Notes.Count} of {figure.Runs.Count} runs");
        if (figure.First.Bar is not { } bar)
        {
            return notes;
        }

        var word = figure.IsReached == true ? "reached" : "MISSED";
        var sign = bar.IsFloor ? "≥" : "≤";
        return $"{sign} {Number(bar.Limit)} {word}{(notes == "" ? "" : ", " + notes)}";
    }

    private static string Ratio(double? ratio) =>
        ratio?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Number(double value) => !double.IsFinite(value) ? "–" : value.ToString(
        Math.Abs(value) >= 100 || value == Math.Floor(value) ? "#,0" : "0.00", CultureInfo.InvariantCulture);
}
