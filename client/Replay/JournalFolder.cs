using System.Globalization;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>A journal that the user named: replayed, audited, and shown.</summary>
internal static class JournalFolder
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Whether a folder holds a journal.</summary>
    public static bool IsOne(string folder) => Directory.Exists(folder)
        && FolderStorage.ForReading(folder) is var storage && JournalReplay.HasJournal(storage);

    /// <summary>
    /// Carries the journal out again; null if it cannot be read, which was told on the terminal.
    /// </summary>
    public static JournalReplay? Replay(
        string folder, IReadOnlyList<PolicySetting> settings, string verb, Terminal terminal)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"no such folder: {folder}");
        }

        try
        {
            using var storage = FolderStorage.ForReading(folder);
            return JournalReplay.Run(
                storage, settings.Count == 0 ? null : policy => PolicySetting.Apply(policy, settings));
        }
        catch (Exception refusal)
            when (refusal is JournalCorruptException or JournalFormatException or InvalidDataException)
        {
            terminal.Error.WriteLine($"flashsale {verb}: {folder}: {refusal.Message}");
            return null;
        }
    }

    /// <summary>Audits a replayed market and prints what came out.</summary>
    public static ExitCode Show(JournalReplay replay, bool isJson, Terminal terminal)
    {
        var (audit, hash) = (replay.Market.Audit(), replay.Market.StateHash());
        var (placed, alive) = replay.Market.View.Orders;
        if (isJson)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    StateHash = hash,
                    Commands = replay.Journal.Records,
                    OrdersPlaced = placed,
                    OrdersAlive = alive,
                    replay.Journal.Cut,
                    Audit = new { audit.Passed, audit.Checks },
                },
                Json));
        }
        else
        {
            terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{replay.Journal.Records:#,0} commands in {replay.Journal.Segments} files, "
                    + $"{placed:#,0} orders"));
            terminal.Out.WriteLine($"State hash  {hash}");
            AuditView.Show(audit.Checks.Select(check => (check.Name, check.Passed, check.Detail)), terminal);
        }

        if (replay.Journal.Cut is { } cut)
        {
            terminal.Error.WriteLine(
                $"A torn tail of {cut.Bytes} bytes at {cut.File}:{cut.Offset} was left out: {cut.Reason}");
        }

        return audit.Passed ? ExitCode.Done : ExitCode.Failed;
    }
}
