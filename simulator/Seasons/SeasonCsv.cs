using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>day.csv and week.csv of a season: a row for each day, or for each week from Monday on.</summary>
/// <remarks>No value of the wall clock is in it.</remarks>
public static class SeasonCsv
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Writes the header and rows of a season, with a column for each of its measures.</summary>
    public static void Write(TextWriter writer, IEnumerable<SeasonRow> rows, SeasonResult season)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(season);
        writer.Write("day,date,days,measured");
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
}
