using System.Diagnostics;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>Several processes that share a load, and whose counts are added up.</summary>
internal sealed class DriverProcesses(Terminal terminal, DriveView view)
{
    private static readonly TimeSpan BeginWithin = TimeSpan.FromSeconds(3);

    /// <summary>Runs a load in so many processes.</summary>
    /// <returns>What all of them counted, and their CPU time.</returns>
    /// <exception cref="IOException">One of them cannot be started, or failed.</exception>
    public async Task<(LoadTally Tally, TimeSpan Cpu)> Run(
        PartOrder order, int count, ChaosTimeline chaos)
    {
        var folder = Directory.CreateTempSubdirectory("flashsale-drive-");
        try
        {
            var beginsAt = terminal.Clock.GetUtcNow() + BeginWithin;
            view.Says($"{count} driver processes begin together …");
            var processes = Enumerable.Range(0, count)
                .Select(number => Start(order with { BeginsAt = beginsAt }, new Shard(number, count), folder))
                .ToList();
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), terminal.Clock);
            var cpu = new TimeSpan[count];
            while (!processes.All(process => process.HasExited))
            {
                await timer.WaitForNextTickAsync(CancellationToken.None); // Ctrl-C reaches all of them
                Look(processes, cpu);
                var elapsed = terminal.Clock.GetUtcNow() - beginsAt;
                chaos.Advance(elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero);
            }

            return (Merge(order.Work, processes, folder), cpu.Aggregate((one, other) => one + other));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs one part of a load: what a started process does.</summary>
    /// <exception cref="IOException">The market cannot be reached, or a file not read or written.</exception>
    public static async Task RunPart(string file, Terminal terminal, CancellationToken stop)
    {
        var order = WorkFile.Read(TextFile.Text(file));
        var api = new ApiAddress(order.Url, DriveSession.Key);
        await using var target = await Ways.Open(order.Way, api, order.Connections, terminal.Clock, stop);
        var run = new LoadRun(order.Work, target, terminal.Clock);
        var wait = order.BeginsAt - terminal.Clock.GetUtcNow();
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, terminal.Clock, stop);
        await run.Run(null, stop);
        await File.WriteAllTextAsync(order.TallyPath, TallyFile.Write(run.Tally), CancellationToken.None);
    }

    private static Process Start(PartOrder order, Shard shard, DirectoryInfo folder)
    {
        var (work, tally) = (FileOf(folder, "work", shard.Number), FileOf(folder, "tally", shard.Number));
        File.WriteAllText(
            work, WorkFile.Write(order with { Work = order.Work with { Shard = shard }, TallyPath = tally }));
        var program = Environment.ProcessPath ?? throw new IOException("this program does not know its path");
        var isHosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] first = isHosted ? [typeof(DriverProcesses).Assembly.Location] : [];
        return Process.Start(new ProcessStartInfo(program, [.. first, "drive", "--part", work]))
            ?? throw new IOException("a driver process does not start");
    }

    // A process that has ended does not tell its CPU time any more.
    private static void Look(List<Process> processes, TimeSpan[] cpu)
    {
        for (var number = 0; number < cpu.Length; number++)
        {
            try
            {
                processes[number].Refresh();
                cpu[number] = processes[number].TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                // It has ended since; what was seen last stays.
            }
        }
    }

    private static LoadTally Merge(LoadWork work, List<Process> processes, DirectoryInfo folder)
    {
        var drain = (int)Math.Ceiling(work.Limits.AnswerWithin.TotalSeconds) + 1;
        var tally = new LoadTally(work.Phases, drain);
        for (var number = 0; number < processes.Count; number++)
        {
            using var process = processes[number];
            if (process.ExitCode != 0)
            {
                throw new IOException($"driver process {number} failed");
            }

            TallyFile.AddTo(tally, TextFile.Text(FileOf(folder, "tally", number)));
        }

        return tally;
    }

    private static string FileOf(DirectoryInfo folder, string name, int number) =>
        Path.Combine(folder.FullName, FormattableString.Invariant($"{name}-{number}.json"));
}
