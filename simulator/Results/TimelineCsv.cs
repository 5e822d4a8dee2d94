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
    private static readonly int Columns = ColumnsOfTime + Measures.All.Count;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The first line.</summary>
    public static string Header { get; } =
        "seconds,clock,length_s," + string.Join(',', Measures.All.Select(measure => measure.Column));

    /// <summary>Writes the header and all rows of a festival on a day.</summary>
    public static void Write(TextWriter writer, IEnumerable<TimelineRow> rows, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        writer.Write(Header + "\n");
        foreach (var row in rows)
        {
            var clock = FestivalClock.Date(day, row.Seconds);
            writer.Write(string.Create(Invariant, $"{row.Seconds},{clock},{row.LengthSeconds}"));
            foreach (var measure in Measures.All)
            {
                writer.Write(measure.IsMoney
                    ? string.Create(Invariant, $",{row.Yuan(measure):0.00}")
                    : string.Create(Invariant, $",{row[measure]}"));
            }

            writer.Write('\n');
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no timeline; the message names the
    /// line.</exception>
    public static IReadOnlyList<TimelineRow> Read(TextReader reader, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.ReadLine() != Header)
        {
            throw new InvalidDataException("The first line does not name the columns of this version.");
        }

        var rows = new List<TimelineRow>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(Row(line, rows.Count + 2, day));
        }

        return rows;
    }

    private static TimelineRow Row(string line, int number, DateOnly day)
    {
        try
        {
            return line.AsSpan().Count(',') + 1 == Columns
                ? Row(line, day) ?? throw new FormatException("its clock is not that of its second")
                : throw new FormatException(string.Create(
                    Invariant, $"{line.AsSpan().Count(',') + 1} cells; allowed: {Columns}"));
        }
        catch (Exception wrong)
            when (wrong is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"Line {number} is no row of a timeline: {wrong.Message}", wrong);
        }
    }

    // Null if the clock is that of another moment. A study reads thousands of files: no cell is a string.
    private static TimelineRow? Row(ReadOnlySpan<char> line, DateOnly day)
    {
        var cells = line.Split(',');
        var seconds = Count(Next(line, ref cells));
        if (!FestivalClock.IsDate(Next(line, ref cells), day, seconds))
        {
            return null;
        }

        var length = (int)Count(Next(line, ref cells));
        var values = new long[Measures.All.Count];
        foreach (var measure in Measures.All)
        {
            var cell = Next(line, ref cells);
            values[measure.Index] = measure.IsMoney ? Fen(cell) : Count(cell);
        }

        return new TimelineRow(seconds, length, values);
    }

    private static ReadOnlySpan<char> Next(
        ReadOnlySpan<char> line, ref MemoryExtensions.SpanSplitEnumerator<char> cells)
    {
        cells.MoveNext();
        return line[cells.Current];
    }

    private static long Count(ReadOnlySpan<char> cell) =>
        long.Parse(cell, NumberStyles.AllowLeadingSign, Invariant);

    // «-0.05» is -5: the sign is of the whole cell.
    private static long Fen(ReadOnlySpan<char> cell)
    {
        const int decimals = 2;
        var point = cell.IndexOf('.');
        if (point < 1 || cell.Length - point - 1 != decimals)
        {
            throw new FormatException($"«{cell}» is no amount with two decimals");
        }

        var fen = long.Parse(cell[(point + 1)..], NumberStyles.None, Invariant);
        return (Count(cell[..point]) * 100) + (cell[0] == '-' ? -fen : fen);
    }
}
