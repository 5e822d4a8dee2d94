using System.Diagnostics;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>Several processes that share a load, and whose counts are added up.</summary>
/// <remarks>
/// Each holds an end of a pipe to this one. When that closes, because the load is to stop or because this
/// process is gone, however it went, they begin no more orders, write what they counted, and end.
/// </remarks>
internal sealed class DriverProcesses(Terminal terminal, DriveView view)
{
    private static readonly TimeSpan BeginWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan EndSpare = TimeSpan.FromSeconds(30); // to start, write and end

    /// <summary>Runs a load in so many processes; none of them outlives this.</summary>
    /// <param name="order">The load.</param>
    /// <param name="count">How many processes.</param>
    /// <param name="look">Called again and again with the time that has passed.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>What all of them counted, and their CPU time.</returns>
    /// <exception cref="IOException">One of them cannot be started, failed, or does not end.</exception>
    public async Task<(LoadTally Tally, TimeSpan Cpu)> Run(
        PartOrder order, int count, Action<TimeSpan> look, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("flashsale-drive-");
        var processes = new List<Process>();
        try
        {
            var beginsAt = terminal.Clock.GetUtcNow() + BeginWithin;
            view.Says($"{count} driver processes begin together …");
            for (var number = 0; number < count; number++)
            {
                var part = order with { BeginsAt = beginsAt, StopsWithInput = true };
                processes.Add(Start(part, new Shard(number, count), folder));
            }

            var cpu = await Watch(processes, order.Work, beginsAt, look, stop);
            return (Merge(order.Work, processes, folder), cpu.Aggregate((one, other) => one + other));
        }
        finally
        {
            processes.ForEach(End);
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs one part of a load: what a started process does.</summary>
    /// <exception cref="IOException">The market cannot be reached, or a file not read or written.</exception>
    public static async Task RunPart(string file, Terminal terminal, CancellationToken stop)
    {
        var order = WorkFile.Read(TextFile.Text(file));
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (order.StopsWithInput)
        {
            _ = Task.Run(() => StopWithInput(asked), CancellationToken.None);
        }

        var tally = await TallyOf(order, terminal, asked.Token);
        await File.WriteAllTextAsync(order.TallyPath, TallyFile.Write(tally), CancellationToken.None);
    }

    private static async Task<LoadTally> TallyOf(PartOrder order, Terminal terminal, CancellationToken stop)
    {
        try
        {
            var api = new ApiAddress(order.Url, DriveSession.Key);
            await using var target = await Ways.Open(order.Way, api, order.Connections, terminal.Clock, stop);
            var run = new LoadRun(order.Work, target, terminal.Clock);
            var wait = order.BeginsAt - terminal.Clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, terminal.Clock, stop);
            await run.Run(null, stop);
            return run.Tally;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            var tally = LoadRun.EmptyTally(order.Work);
            tally.End(TimeSpan.Zero);
            return tally;
        }
    }

    private static void StopWithInput(CancellationTokenSource asked)
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[64];
        while (input.Read(buffer) > 0)
        {
            // Nothing is ever said: only the end counts.
        }

        try
        {
            asked.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The load is over already.
        }
    }

    private async Task<TimeSpan[]> Watch(
        List<Process> processes, LoadWork work, DateTimeOffset beginsAt, Action<TimeSpan> look,
        CancellationToken stop)
    {
        var answers = work.Limits.AnswerWithin + EndSpare;
        var endsBy = beginsAt + TimeSpan.FromSeconds(work.Curve.Seconds) + answers;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), terminal.Clock);
        var cpu = new TimeSpan[processes.Count];
        var isAsked = false;
        while (!processes.All(process => process.HasExited))
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            Look(processes, cpu);
            var now = terminal.Clock.GetUtcNow();
            if (stop.IsCancellationRequested && !isAsked)
            {
                isAsked = true;
                endsBy = now + answers;
                processes.ForEach(process => process.StandardInput.Close());
            }

            if (now > endsBy)
            {
                throw new IOException("a driver process does not end");
            }

            if (!isAsked)
            {
                look(now > beginsAt ? now - beginsAt : TimeSpan.Zero);
            }
        }

        return cpu;
    }

    private static Process Start(PartOrder order, Shard shard, DirectoryInfo folder)
    {
        var (work, tally) = (FileOf(folder, "work", shard.Number), FileOf(folder, "tally", shard.Number));
        File.WriteAllText(
            work, WorkFile.Write(order with { Work = order.Work with { Shard = shard }, TallyPath = tally }));
        var program = Environment.ProcessPath ?? throw new IOException("this program does not know its path");
        var isHosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] first = isHosted ? [typeof(DriverProcesses).Assembly.Location] : [];
        var start = new ProcessStartInfo(program, [.. first, "drive", "--part", work])
        {
            RedirectStandardInput = true,
        };
        return Process.Start(start) ?? throw new IOException("a driver process does not start");
    }

    private static void End(Process process)
    {
        using (process)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
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
        var tally = LoadRun.EmptyTally(work);
        for (var number = 0; number < processes.Count; number++)
        {
            if (processes[number].ExitCode != 0)
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
