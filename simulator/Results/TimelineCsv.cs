using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>timeline.csv: one row per second of the first hour and per minute else, at full scale.</summary>
/// <remarks>
/// After the moment and the length of a row come the <see cref="Measures"/>. No value of the wall clock is
/// in it.
/// </remarks>
public static class TimelineCsv
{
    private const int ColumnsOfTime = 3;
    private const int CellCharsMax = 24;

    // An array: a timeline has a million cells, in the order of their index.
    private static readonly Measure[] All = [.. Measures.All];
    private static readonly int Columns = ColumnsOfTime + All.Length;

    /// <summary>The first line.</summary>
    public static string Header { get; } =
        "seconds,clock,length_s," + string.Join(',', All.Select(measure => measure.Column));

    /// <summary>Writes the header and all rows of a festival on a day.</summary>
    public static void Write(TextWriter writer, IEnumerable<TimelineRow> rows, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        writer.Write(Header + "\n");
        Span<char> chars = stackalloc char[Columns * CellCharsMax];
        foreach (var row in rows)
        {
            var line = new TimelineLine(chars);
            line.Count(row.Seconds);
            line.Date(day, row.Seconds);
            line.Count(row.LengthSeconds);
            foreach (var measure in All)
            {
                if (measure.IsMoney)
                {
                    line.Fen(row[measure]);
                }
                else
                {
                    line.Count(row[measure]);
                }
            }

            line.End();
            writer.Write(line.Written);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no timeline; the message names the
    /// line.</exception>
    public static IReadOnlyList<TimelineRow> Read(TextReader reader, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var lines = new TextLines(reader);
        if (!lines.TryNext() || !lines.Line.SequenceEqual(Header))
        {
            throw new InvalidDataException("The first line does not name the columns of this version.");
        }

        var rows = new List<TimelineRow>();
        while (lines.TryNext())
        {
            rows.Add(Row(lines.Line, lines.Number, day));
        }

        return rows;
    }

    private static TimelineRow Row(ReadOnlySpan<char> line, int number, DateOnly day)
    {
        try
        {
            return line.Count(',') + 1 == Columns
                ? Row(line, day) ?? throw new FormatException("its clock is not that of its second")
                : throw new FormatException(string.Create(
                    CultureInfo.InvariantCulture, $"{line.Count(',') + 1} cells; allowed: {Columns}"));
        }
        catch (Exception wrong)
            when (wrong is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"Line {number} is no row of a timeline: {wrong.Message}"), wrong);
        }
    }

    // Null if the clock is that of another moment. A study reads thousands of files: no cell is a string.
    private static TimelineRow? Row(ReadOnlySpan<char> line, DateOnly day)
    {
        var cells = new TimelineCells(line);
        var seconds = cells.Count();
        if (!FestivalClock.IsDate(cells.Text(), day, seconds))
        {
            return null;
        }

        var length = (int)cells.Count();
        var values = new long[All.Length];
        for (var at = 0; at < All.Length; at++)
        {
            values[at] = All[at].IsMoney ? cells.Fen() : cells.Count();
        }

        return new TimelineRow(seconds, length, values);
    }
}
