namespace FlashSale.Simulator;

/// <summary>
/// A table of measurements as the tree that a file of them has, so that both are read by the same rules.
/// </summary>
internal static class MeasurementTable
{
    // Of the machines: the same in every row.
    private static readonly string[] OfMachines = ["coresPerSilo", "databaseCores"];

    /// <summary>The tree; null with a problem noted if the table is none of measurements.</summary>
    public static YamlNode? Tree(IReadOnlyList<TableRow> rows, ProblemList problems)
    {
        if (rows.Count < 2)
        {
            problems.Add(1, 1, "", "there are no rows", "a line of names, such as kind,silos, and rows");
            return null;
        }

        var names = rows[0].Cells;
        var root = YamlNode.OfBlock(rows[0].Line, 1);
        var list = YamlNode.OfList(rows[1].Line, 1);
        root.Entries.Add((Key("measurements", rows[1].Line, 1), list));
        foreach (var row in rows.Skip(1))
        {
            if (row.Cells.Count != names.Count)
            {
                problems.Add(
                    row.Line, 1, "", $"{row.Cells.Count} cells under {names.Count} columns",
                    "a cell for each column; one that is not known is empty");
                return null;
            }

            list.Items.Add(Entry(row, names, root, problems));
        }

        return root;
    }

    private static YamlNode Entry(
        TableRow row, IReadOnlyList<TableCell> names, YamlNode root, ProblemList problems)
    {
        var entry = YamlNode.OfBlock(row.Line, 1);
        foreach (var (name, cell) in names.Zip(row.Cells).Where(pair => pair.Second.Text.Length > 0))
        {
            var value = YamlNode.OfText(cell.Text, quoted: false, row.Line, cell.Column);
            var isOfMachines = OfMachines.Contains(name.Text);
            var into = isOfMachines ? root : entry;
            var before = into.Entries.Find(one => one.Key.Text == name.Text).Value;
            if (before is null)
            {
                into.Entries.Add((Key(name.Text, row.Line, cell.Column), value));
            }
            else if (before.Text != cell.Text || !isOfMachines)
            {
                problems.Add(
                    value, name.Text, isOfMachines ? "machines of another size" : "the column is there twice",
                    isOfMachines ? $"{before.Text}, as in line {before.Line}" : "each column once");
            }
        }

        return entry;
    }

    private static YamlNode Key(string name, int line, int column) =>
        YamlNode.OfText(name, quoted: false, line, column);
}
