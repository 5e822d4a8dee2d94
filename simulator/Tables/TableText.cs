using System.Text;
using CsvHelper;

namespace FlashSale.Simulator;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What stands in it, without quotes and blanks around it.</param>
/// <param name="Column">Where it begins in its line, from 1.</param>
public readonly record struct TableCell(string Text, int Column);

/// <summary>A row of a table, its column names too.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Cells">Its cells.</param>
public sealed record TableRow(int Line, IReadOnlyList<TableCell> Cells);

/// <summary>Reads the text of a CSV file as RFC 4180 has it, with commas between cells.</summary>
/// <remarks>Empty lines and lines that begin with «#» are passed over.</remarks>
public static class TableText
{
    private const string Allowed =
        "cells with commas between them; one that holds a comma in quotes: 0,\"1,234\"";

    // A table is cut at commas and at the ends of lines, and nothing in it is guessed or mended.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        CommentPrefix = '#',
        AllowLineBreaksInQuotes = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads all rows; a problem names the line, what is wrong and what is allowed.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<IReadOnlyList<TableRow>> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<TableRow>();
        using var reader = CsvReader.FromText(text, Options);
        try
        {
            while (reader.Read())
            {
                rows.Add(new TableRow((int)reader.LineNumber, CellsOf(reader)));
            }
        }
        catch (CsvFormatException wrong)
        {
            var line = (int?)wrong.LineNumber ?? 1;
            return new(
                null, [new ScenarioProblem(file, line, 1, "", "the quotes of the row do not fit", Allowed)]);
        }

        return new(rows, []);
    }

    /// <summary>A text as a message shows it: one line, not too long.</summary>
    public static string Shown(string text)
    {
        const int longest = 60;
        ArgumentNullException.ThrowIfNull(text);
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= longest ? line : line[..longest] + "…";
    }

    private static List<TableCell> CellsOf(CsvReader reader)
    {
        var cells = new List<TableCell>(reader.FieldCount);
        var at = 0;
        for (var field = 0; field < reader.FieldCount; field++)
        {
            cells.Add(new TableCell(reader.GetString(field).Trim(), at + 1));
            at += Encoding.UTF8.GetCharCount(reader.GetRawSpan(field)) + 1;
        }

        return cells;
    }
}
