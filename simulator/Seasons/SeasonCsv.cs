using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>day.csv and week.csv of a season: a row for each day, or for each week from Monday on.</summary>
/// <remarks>No value of the wall clock is in it.</remarks>
public static class SeasonCsv
{
    private const string Fixed = "day,date,days,measured";
    private const int ColumnsOfTime = 4;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Writes the header and rows of a season, with a column for each of its measures.</summary>
    public static void Write(TextWriter writer, IEnumerable<SeasonRow> rows, SeasonResult season)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(season);
        writer.Write(Fixed);
        foreach (var measure in season.Measures)
        {
            writer.Write("," + measure.Column);
        }

        writer.Write('\n');
        foreach (var row in rows)
        {
            var date = season.Summary.StartsOn.AddDays(row.First).ToString("yyyy-MM-dd", Invariant);
            var measured = row.First >= season.Summary.WarmUpDays ? 1 : 0;
            writer.Write(string.Create(Invariant, $"{row.First},{date},{row.Days},{measured}"));
            foreach (var measure in season.Measures)
            {
                writer.Write(measure.IsMoney
                    ? string.Create(Invariant, $",{row.Yuan(measure):0.00}")
                    : string.Create(Invariant, $",{row[measure]}"));
            }

            writer.Write('\n');
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote: its measures, and its rows.</summary>
    /// <exception cref="InvalidDataException">The text is no such table; the message names the line.
    /// </exception>
    public static (IReadOnlyList<SeasonMeasure> Measures, IReadOnlyList<SeasonRow> Rows) Read(
        TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var columns = (reader.ReadLine() ?? "").Split(',');
        var measures = columns.Skip(ColumnsOfTime).Select(column =>
            SeasonMeasures.All.FirstOrDefault(one => one.Column == column)).OfType<SeasonMeasure>().ToList();
        if (string.Join(',', columns.Take(ColumnsOfTime)) != Fixed
            || measures.Count != columns.Length - ColumnsOfTime)
        {
            throw new InvalidDataException("The first line does not name the columns of this version.");
        }

        var rows = new List<SeasonRow>();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            rows.Add(RowOf(line.Split(','), measures) ?? throw new InvalidDataException(
                string.Create(Invariant, $"Line {number} is no row of days.")));
        }

        return (measures, rows);
    }

    // Null if it is none.
    private static SeasonRow? RowOf(string[] cells, List<SeasonMeasure> measures)
    {
        var values = new long[SeasonMeasures.All.Count];
        if (cells.Length != ColumnsOfTime + measures.Count
            || !int.TryParse(cells[0], NumberStyles.None, Invariant, out var first)
            || !int.TryParse(cells[2], NumberStyles.None, Invariant, out var days))
        {
            return null;
        }

        foreach (var (measure, cell) in measures.Zip(cells.Skip(ColumnsOfTime)))
        {
            if (!decimal.TryParse(cell, NumberStyles.Float, Invariant, out var value))
            {
                return null;
            }

            values[measure.Index] = (long)(measure.IsMoney ? value * 100 : value);
        }

        return new SeasonRow(first, days, values);
    }
}
