using System.Text;

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
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(Cells)
            .ToList();
        var columns = lines[0];
        return lines.FirstOrDefault(cells => cells.Count != columns.Count) is { } wrong
            ? throw new InvalidDataException(
                $"«{string.Join(',', wrong)}» does not have {columns.Count} cells.")
            : new CsvTable([.. lines.Skip(1).Select(cells => new CsvRow(columns, cells))]);
    }

    private static IReadOnlyList<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                var isEscaped = isQuoted && at + 1 < line.Length && line[at + 1] == '"';
                if (isEscaped)
                {
                    cell.Append(line[at++]);
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (line[at] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[at]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
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
