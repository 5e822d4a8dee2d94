namespace FlashSale.Simulator;

/// <summary>
/// A table of data/: comma-separated, «#» before comments, a line of column names, quotes where text has
/// commas.
/// </summary>
internal sealed record CsvTable(IReadOnlyList<CsvRow> Rows)
{
    /// <summary>Reads a table that is built into the program.</summary>
    public static CsvTable OfResource(string name) => Of(Resource.Text(name));

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">A row has another number of cells than there are
    /// columns.</exception>
    public static CsvTable Of(string text)
    {
        var rows = TableText.Read(text, "").Value ?? throw new InvalidDataException("Quotes do not fit.");
        var columns = Texts(rows[0]);
        return rows.FirstOrDefault(row => row.Cells.Count != columns.Length) is { } wrong
            ? throw new InvalidDataException(
                $"«{string.Join(',', Texts(wrong))}» does not have {columns.Length} cells.")
            : new CsvTable([.. rows.Skip(1).Select(row => new CsvRow(columns, Texts(row)))]);
    }

    private static string[] Texts(TableRow row) => [.. row.Cells.Select(cell => cell.Text)];
}

/// <summary>One row, its cells by the names of the columns.</summary>
internal sealed record CsvRow(IReadOnlyList<string> Columns, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public string this[string column]
    {
        get
        {
            for (var at = 0; at < Columns.Count; at++)
            {
                if (Columns[at] == column)
                {
                    return Cells[at];
                }
            }

            throw new InvalidDataException($"The table has no column {column}.");
        }
    }
}
