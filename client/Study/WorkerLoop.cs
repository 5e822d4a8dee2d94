using System.Threading.Channels;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// What a worker process of a study does: an order a line in, an outcome a line out, until the input ends.
/// </summary>
/// <remarks>
/// The input ends when the study does, however it went: then the run under way is abandoned and the process
/// is gone.
/// </remarks>
internal static class WorkerLoop
{
    /// <summary>Runs orders until the input ends.</summary>
    /// <exception cref="IOException">An outcome cannot be kept.</exception>
    public static async Task Run(string cacheFolder, Terminal terminal, TextReader input,
        CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var lines = Channel.CreateUnbounded<string>();
        var reading = Task.Run(() => Read(input, lines.Writer, ended), CancellationToken.None);
        var runner = new OrderRunner(new RunCache(cacheFolder), BuildCommit.Id, terminal.Clock);
        await foreach (var line in lines.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (runner.Run(RunOrderJson.Read(line), ended.Token) is not { } outcome)
            {
                break;
            }

            terminal.Out.WriteLine(RunOutcomeJson.Line(outcome));
            terminal.Out.Flush();
            if (outcome.Status == RunStatus.OutOfMemory)
            {
                break; // what was allocated is not to be trusted any more: another process goes on
            }
        }

        await ended.CancelAsync();
        if (reading.IsCompleted)
        {
            await reading;
        }
    }

    private static void Read(TextReader input, ChannelWriter<string> lines, CancellationTokenSource ended)
    {
        while (input.ReadLine() is { } line)
        {
            lines.TryWrite(line);
        }

        lines.Complete();
        try
        {
            ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The last order is done already.
        }
    }
}
