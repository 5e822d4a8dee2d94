using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlashSale.Dashboard;
using FlashSale.Engine;

namespace FlashSale.Client;

/// <summary>A journal that the user named: replayed, audited, and shown.</summary>
internal static class JournalFolder
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };

    /// <summary>Whether a folder holds a journal.</summary>
    public static bool IsOne(string folder) => Directory.Exists(folder)
        && FolderStorage.ForReading(folder) is var storage && JournalReplay.HasJournal(storage);

    /// <summary>
    /// Carries the journal out again; null if it cannot be read, which was told on the terminal.
    /// </summary>
    public static JournalReplay? Replay(
        string folder, Func<Policy, Policy>? change, string verb, Terminal terminal)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"no such folder: {folder}");
        }

        try
        {
            using var storage = FolderStorage.ForReading(folder);
            return JournalReplay.Run(storage, change);
        }
        catch (Exception refusal)
            when (refusal is JournalCorruptException or JournalFormatException or InvalidDataException)
        {
            terminal.Error.WriteLine($"flashsale {verb}: {folder}: {refusal.Message}");
            return null;
        }
    }

    /// <summary>Audits a replayed market and prints what came out.</summary>
    /// <param name="replay">The market.</param>
    /// <param name="printed">What standard output gets.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="day">The recorded day's market, where this one followed other rules.</param>
    public static ExitCode Show(
        JournalReplay replay, Printed printed, Terminal terminal, JournalReplay? day = null)
    {
        var (audit, hash) = (replay.Market.Audit(), replay.Market.StateHash());
        var figures = day is null ? null : ReplayedFigure.Compare(day, replay);
        if (printed == Printed.Json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(Document(replay, audit, hash, figures), Json));
        }
        else
        {
            if (printed == Printed.Words)
            {
                Write(replay, hash, figures, terminal);
            }

            AuditView.Show(
                audit.Checks.Select(check => (check.Name, check.Passed, check.Detail)), audit.Passed,
                printed, terminal);
        }

        TellEnd(replay.Journal, terminal);
        return audit.Passed ? ExitCode.Done : ExitCode.Failed;
    }

    private static object Document(
        JournalReplay replay, AuditReport audit, string hash, IReadOnlyList<ReplayedFigure>? figures) => new
        {
            StateHash = hash,
            Commands = replay.Journal.Records,
            OrdersPlaced = replay.Market.View.Orders.Placed,
            OrdersAlive = replay.Market.View.Orders.Alive,
            replay.Journal.Cut,
            Sealed = replay.Journal.IsSealed,
            Figures = figures,
            Audit = new
            {
                audit.Passed,
                Checks = audit.Checks.Select(check =>
                    new { check.Name, check.Passed, Finding = check.Detail }),
            },
        };

    private static void Write(
        JournalReplay replay, string hash, IReadOnlyList<ReplayedFigure>? figures, Terminal terminal)
    {
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"commands {replay.Journal.Records:#,0}, files {replay.Journal.Segments}, "
                + $"orders {replay.Market.View.Orders.Placed:#,0}"));
        terminal.Out.WriteLine($"State hash  {hash}");
        if (figures is null)
        {
            return;
        }

        terminal.Out.WriteLine("Of the journal, which may be a sample of a festival:");
        terminal.Out.WriteLine($"{"",-32}{"recorded day",22} {"other rules",22} {"change",22}");
        foreach (var figure in figures)
        {
            terminal.Out.WriteLine(
                $"{figure.Name,-32}{figure.Text(figure.Recorded),22} {figure.Text(figure.Changed),22} "
                + $"{figure.Text(figure.Changed - figure.Recorded),22}");
        }
    }

    // A seal is the last thing that a recording, or an engine that stands still, writes.
    private static void TellEnd(RecoveryReport journal, Terminal terminal)
    {
        if (journal.Cut is { } cut)
        {
            terminal.Error.WriteLine(
                $"A torn tail of {cut.Bytes} bytes at {cut.File}:{cut.Offset} was left out: {cut.Reason}");
        }

        if (!journal.IsSealed)
        {
            terminal.Error.WriteLine(
                "The journal was not finished: it has no seal at its end. What is there is whole; what came "
                + "after it, if anything, is not known.");
        }
    }
}
