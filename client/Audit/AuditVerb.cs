using System.CommandLine;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// «flashsale audit»: proves that nothing was oversold, no fen lost and every order exists once.
/// </summary>
/// <remarks>
/// A journal is carried out again and the market audited; a run's folder is counted again from the rows of
/// run.sqlite and compared with its summary.
/// </remarks>
internal sealed class AuditVerb : IVerb
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Argument<string> _folder = new("folder")
    {
        Description = "A run's folder, or a journal's folder.",
    };

    private readonly Option<bool> _json = SharedOptions.Json();

    public AuditVerb()
    {
        Command = new Command(
            "audit", "Recompute units, money and ratings from scratch; fails if one is wrong.")
        {
            _folder, _json,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale audit runs/double11-2018-seed1", "A finished run."),
        new("flashsale audit journal --json", "The journal of an engine, for a script."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = parsed.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"no such folder: {folder}");
        }

        if (JournalFolder.IsOne(folder))
        {
            return JournalFolder.Replay(folder, [], "audit", terminal) is { } replay
                ? JournalFolder.Show(replay, parsed.GetValue(_json), terminal)
                : ExitCode.BadInput;
        }

        if (!File.Exists(new RunFolder(folder).DatabasePath))
        {
            terminal.Error.WriteLine(
                $"flashsale audit: {folder} holds neither a journal nor a run; allowed: a folder that "
                + "«flashsale simulate» wrote with --out or --journal");
            return ExitCode.BadInput;
        }

        return AuditRun(new RunFolder(folder), parsed.GetValue(_json), terminal);
    }

    private static ExitCode AuditRun(RunFolder folder, bool isJson, Terminal terminal)
    {
        var checks = RunAudit.Of(folder);
        if (isJson)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(
                new { Passed = checks.All(check => check.Passed), Checks = checks }, Json));
        }
        else
        {
            AuditView.Show(checks.Select(check => (check.Name, check.Passed, check.Finding)), terminal);
        }

        return checks.All(check => check.Passed) ? ExitCode.Done : ExitCode.Failed;
    }
}
