using System.CommandLine;
using System.Globalization;
using FlashSale.Simulator;
using Spectre.Console;

namespace FlashSale.Client;

/// <summary>Published figures beside what came out, for a terminal or for a page of docs.</summary>
internal static class SeasonCheckTable
{
    /// <summary>«--markdown» of the verbs that print such a table.</summary>
    public static Option<bool> MarkdownOption() => new("--markdown")
    {
        Description = "Print the table as Markdown on standard output, for a page of docs. "
            + "Without it: as people read it.",
    };

    /// <summary>Prints what came out of some seeds.</summary>
    public static void Show(
        IReadOnlyList<SeasonComparison> checks, string title, SeedPlays plays, Terminal terminal,
        bool isMarkdown)
    {
        if (isMarkdown)
        {
            terminal.Out.WriteLine(Markdown(checks, plays.Seeds));
        }
        else
        {
            plays.Show(checks, (compared, console) => console.Write(Of(compared, title)));
        }
    }

    private static Table Of(IReadOnlyList<SeasonComparison> checks, string title)
    {
        var table = new Table().Border(TableBorder.Simple).Title(title)
            .AddColumn("figure")
            .AddColumn(new TableColumn("published").RightAligned().NoWrap())
            .AddColumn(new TableColumn("simulated").RightAligned().NoWrap())
            .AddColumn("kind").AddColumn("met").AddColumn("source");
        foreach (var check in checks)
        {
            table.AddRow(
                check.Name, check.Text(check.Published), check.WithInterval, check.Kind,
                check.IsMet ? "yes" : "no", check.Source);
        }

        return table;
    }

    // What was published and how sure that is, what came out of so many seeds.
    private static string Markdown(IReadOnlyList<SeasonComparison> checks, int seeds) => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture,
            $"| what | published | ours, {seeds} seeds, 95 % interval | kind | met | source, how sure |"),
        "|---|---|---|---|---|---|",
        .. checks.Select(check =>
            $"| {check.Name} | {check.Text(check.Published)} | {check.WithInterval} | {check.Kind} "
            + $"| {(check.IsMet ? "yes" : "**no**")} | {check.Source} |"),
    ]);
}
