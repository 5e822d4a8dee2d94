using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// «flashsale study report»: writes everything that follows from the runs of a study again.
/// </summary>
internal sealed class StudyReportVerb : IVerb
{
    private readonly Argument<string> _folder = new("folder") { Description = "The folder of a study." };

    private readonly Option<string?> _cache = StudyArguments.CacheOption();

    private readonly Option<bool> _markdown = new("--markdown")
    {
        Description = "Print what study.json of the folder says as tables in Markdown on standard output, "
            + "for a page of docs, and write nothing. Without it: the folder is written again.",
    };

    public StudyReportVerb() =>
        Command = new Command("report", "Write report, tables and database of a study again, from its runs.")
        {
            _folder, _cache, _markdown,
        };

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study report studies/pay-window", "Runs nothing."),
        new("flashsale study report studies/pay-window --markdown > tables.md", "Tables for a page of docs."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = new StudyFolder(parsed.GetRequiredValue(_folder));
        if (!File.Exists(folder.StudyPath))
        {
            throw new IOException($"there is no study in {folder.Path}");
        }

        if (parsed.GetValue(_markdown))
        {
            terminal.Out.WriteLine(StudyMarkdown.Of(StudyJson.Read(TextFile.Text(folder.JsonPath))));
            return ExitCode.Done;
        }

        return StudySession.Rewrite(
            folder, parsed.GetValue(_cache) ?? StudyFolder.CachePath, terminal);
    }
}
