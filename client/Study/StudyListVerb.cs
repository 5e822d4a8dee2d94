using System.CommandLine;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale study list»: the studies that are shipped, and those that were run here.</summary>
internal sealed class StudyListVerb : IVerb
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Option<bool> _json = SharedOptions.Json();

    public StudyListVerb() =>
        Command = new Command("list", "List the studies that are shipped, and those that were run here.")
        {
            _json,
        };

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study list", "Their names, for «study run», with what each asks."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var rows = StudyFiles.Shipped().Select(Shipped).Concat(StudyFolder.Finished(StudyFolder.Parent)
            .Select(folder => new ListedStudy(
                folder.Path, StudyJson.Read(TextFile.Text(folder.JsonPath)).Question, IsRun: true))).ToList();
        if (parsed.GetValue(_json))
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(rows, Json));
            return ExitCode.Done;
        }

        var width = rows.Select(row => row.Study.Length).DefaultIfEmpty().Max() + 2;
        foreach (var row in rows)
        {
            terminal.Out.WriteLine($"{row.Study.PadRight(width)}{(row.IsRun ? "run: " : "")}{row.Question}");
        }

        return ExitCode.Done;
    }

    private static ListedStudy Shipped(string name)
    {
        var file = StudyFiles.Find(name)!;
        var study = TextFile.Read(file, StudyReader.Read).Value
            ?? throw new InvalidDataException($"the shipped study {file} is damaged");
        return new ListedStudy(name, study.Question, IsRun: false);
    }

    private sealed record ListedStudy(string Study, string Question, bool IsRun);
}
