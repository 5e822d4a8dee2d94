using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>The documents of the tree that the tests were built from.</summary>
internal static class Documents
{
    /// <summary>The first cells, without their back-ticks, of the tables below a heading.</summary>
    public static IEnumerable<string> FirstCells(string path, string heading) =>
        Rows(path, heading).Select(line => line.Split('`')[1]);

    /// <summary>The rows of the tables below a heading that explain a name.</summary>
    public static IEnumerable<string> Rows(string path, string heading) =>
        Section(path, heading).Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    /// <summary>The paths of files, in back-ticks, below a heading.</summary>
    public static IEnumerable<string> Paths(string path, string heading) =>
        string.Join('\n', Section(path, heading)).Split('`').Where((_, part) => part % 2 == 1)
            .Where(word => word.Contains('/', StringComparison.Ordinal));

    /// <summary>The blocks of SQL below a heading.</summary>
    public static IEnumerable<string> Queries(string path, string heading) =>
        string.Join('\n', Section(path, heading))
            .Split("```sql\n").Skip(1).Select(block => block.Split("```")[0]);

    /// <summary>Whether the documents are to be written again, and not only compared.</summary>
    public static bool AreWritten => Environment.GetEnvironmentVariable("FLASHSALE_WRITE_DOCS") == "1";

    /// <summary>What to do when a document is not as the program has it.</summary>
    public static string HowToWrite =>
        "write it again: FLASHSALE_WRITE_DOCS=1 dotnet test tests/FlashSale.Tests --filter SummaryJsonTests";

    /// <summary>A table explains names, each with its unit, as the program declares them.</summary>
    public static void Explains(
        string path, string head, IEnumerable<(string Name, string Unit, string Meaning)> declared)
    {
        var file = Path.Combine(Repository.Root, path);
        var lines = File.ReadAllLines(file);
        var first = Array.IndexOf(lines, head) + 2;
        var stated = lines.Skip(first).TakeWhile(line => line.StartsWith('|')).ToList();
        List<string> rows = [.. declared.Select(one => $"| `{one.Name}` | {one.Unit} | {one.Meaning} |")];
        if (AreWritten)
        {
            string[] all = [.. lines.Take(first), .. rows, .. lines.Skip(first + stated.Count)];
            File.WriteAllText(file, string.Join('\n', all) + "\n");
            return;
        }

        Assert.True(rows.SequenceEqual(stated), $"{path}, «{head}»: {HowToWrite}");
    }

    private static IEnumerable<string> Section(string path, string heading) =>
        Repository.Lines(path).Select(line => line.Text)
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
}
