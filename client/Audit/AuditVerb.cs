using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// «flashsale audit»: proves that nothing was oversold, no fen lost and every order exists once.
/// </summary>
/// <remarks>
/// A journal is carried out again and the market audited; the folder of a run or a season is counted again
/// from the rows of its database and compared with its summary.
/// </remarks>
internal sealed class AuditVerb : IVerb
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    private readonly Argument<string> _folder = new("folder")
    {
        Description = "The folder of a run, of a season, or of a journal.",
    };

    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    public AuditVerb()
    {
        Command = new Command(
            "audit", "Recompute units, money and ratings from scratch; fails if one is wrong.")
        {
            _folder, _json, _quiet,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale audit runs/double11-2018-seed1", "A finished run."),
        new("flashsale audit journal --json", "The journal of an engine, for a script."),
        new("flashsale audit journal -q || echo broken", "The exit code alone."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = parsed.GetRequiredValue(_folder);
        var printed = PrintedChoice.Of(parsed, _json, _quiet);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"no such folder: {folder}");
        }

        if (JournalFolder.IsOne(folder))
        {
            return JournalFolder.Replay(folder, null, "audit", terminal) is { } replay
                ? AuditJournal(replay, printed, terminal)
                : ExitCode.BadInput;
        }

        if (SeasonFolder.IsOne(folder))
        {
            return AuditRun(folder, SeasonFolderAudit.Of(new SeasonFolder(folder)), printed, terminal);
        }

        if (!RunFolder.FileNames.Append("manifest.json").Any(name => File.Exists(Path.Combine(folder, name))))
        {
            terminal.Error.WriteLine(
                $"flashsale audit: {folder} holds neither a journal nor a run; allowed: a folder that "
                + "«flashsale simulate» wrote with --out or --journal, or «flashsale season»");
            return ExitCode.BadInput;
        }

        return AuditRun(folder, RunAudit.Of(new RunFolder(folder)), printed, terminal);
    }

    // What is missing at the end of an unfinished journal cannot be judged.
    private static ExitCode AuditJournal(JournalReplay replay, Printed printed, Terminal terminal)
    {
        var audited = JournalFolder.Show(replay, printed, terminal);
        return replay.Journal.IsSealed ? audited : ExitCode.Failed;
    }

    private static ExitCode AuditRun(
        string folder, RunAuditReport audit, Printed printed, Terminal terminal)
    {
        if (printed == Printed.Json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(audit, Json));
        }
        else
        {
            AuditView.Show(
                audit.Checks.Select(check => (check.Name, check.Passed, check.Finding)), audit.Passed,
                printed, terminal);
        }

        if (audit.Unreadable is { } reason)
        {
            terminal.Error.WriteLine(
                $"flashsale audit: {folder} cannot be counted again: {reason}; allowed: the "
                + "whole folder of a run, as this version writes it");
            return ExitCode.BadInput;
        }

        return audit.Passed ? ExitCode.Done : ExitCode.Failed;
    }
}
