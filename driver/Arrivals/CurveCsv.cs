using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>A curve that was read from a table.</summary>
/// <param name="Curve">Orders a second.</param>
/// <param name="Notes">What a person should know of it: gaps, columns that are not read.</param>
public sealed record ReadCurve(ArrivalCurve Curve, IReadOnlyList<string> Notes);

/// <summary>Reads a curve from a table of rates, or from the recorded orders of a shop.</summary>
/// <remarks>
/// The first column says when a row begins: «second» with the rate of a step that lasts until the next row;
/// «minute», «hour», «datetime_hour» or «date» with the orders that were counted in the row. How long such a
/// row is follows from the times. Hours that a trace leaves out are silence.
/// </remarks>
public static class CurveCsv
{
    private const string Allowed = "a first line «second,rate», or that of a recorded trace: "
        + "«minute,orders», «hour,orders», «datetime_hour,orders», «date,orders»";

    /// <summary>Reads a curve; a problem names the line, what is wrong and what is allowed.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="column">The column of rates or orders; null for the one that is called so.</param>
    public static ScenarioReading<ReadCurve> Read(string text, string file, string? column = null)
    {
        var table = TableText.Read(text, file);
        if (table.Value is not { } rows)
        {
            return new(null, table.Problems);
        }

        try
        {
            return new(Read(rows, column), []);
        }
        catch (CurveRefusal refusal)
        {
            return new(null, [refusal.In(file)]);
        }
    }

    private static ReadCurve Read(IReadOnlyList<TableRow> rows, string? column)
    {
        if (rows.Count < 2)
        {
            throw new CurveRefusal(1, 1, "there are no rows", $"{Allowed}, and rows");
        }

        var columns = CurveColumns.Of(rows[0], column, Allowed);
        var read = rows.Skip(1).Select(columns.Read).ToList();
        var (rates, notes) = columns.Time.IsRates
            ? (CurveSteps.Rates(read), [])
            : CurveSteps.Trace(read, columns.Time);
        return rates.Exists(rate => rate > 0)
            ? new ReadCurve(new ArrivalCurve(rates), [.. columns.Notes, .. notes])
            : throw new CurveRefusal(
                rows[^1].Line, 1, "there are no orders in any row", "at least one order");
    }
}

/// <summary>Ends the reading of a table at the first thing that is wrong with it.</summary>
internal sealed class CurveRefusal(int line, int column, string wrong, string allowed) : Exception(wrong)
{
    public CurveRefusal(TableRow row, TableCell cell, string wrong, string allowed)
        : this(row.Line, cell.Column, wrong, allowed)
    {
    }

    /// <summary>The problem of a file.</summary>
    public ScenarioProblem In(string file) => new(file, line, column, "", Message, allowed);
}
