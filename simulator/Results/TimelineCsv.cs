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
            return Row(line.Split(','), number, day);
        }
        catch (Exception wrong)
            when (wrong is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"Line {number} is no row of a timeline: {wrong.Message}", wrong);
        }
    }

    private static TimelineRow Row(string[] cells, int number, DateOnly day)
    {
        if (cells.Length != Columns || cells[1] != FestivalClock.Date(day, Count(cells[0])))
        {
            throw new InvalidDataException(cells.Length == Columns
                ? $"Line {number} is no row of a timeline: «{cells[1]}» is not the clock at {cells[0]} s."
                : $"Line {number} is no row of a timeline: {cells.Length} cells; allowed: {Columns}.");
        }

        return Row(cells);
    }

    private static TimelineRow Row(string[] cells) => new(
        Count(cells[0]), (int)Count(cells[2]),
        [.. cells.Skip(ColumnsOfTime).Zip(Measures.All, (cell, measure) =>
            measure.IsMoney ? Fen(cell) : Count(cell))]);

    private static long Count(string cell) => long.Parse(cell, NumberStyles.AllowLeadingSign, Invariant);

    private static long Fen(string cell)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return (long)(decimal.Parse(cell, style, Invariant) * 100);
    }
}
