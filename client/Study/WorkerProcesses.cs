using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>Carries out the runs of a study in processes of their own on this machine.</summary>
/// <remarks>
/// All points of a seed go to one worker in a row, which shares what the facts fix among them. A run that
/// crashes, does not end, or needs too much memory costs that run; the first and the last of these are tried
/// once more when no other run goes on.
/// </remarks>
/// <param name="cacheFolder">Where workers keep what they have run.</param>
/// <param name="limits">How many workers, how long and how large a run may be.</param>
/// <param name="clock">The real clock.</param>
internal sealed class WorkerProcesses(string cacheFolder, WorkerLimits limits, TimeProvider clock)
    : IRunEngine
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RunOutcome> Run(
        IReadOnlyList<RunOrder> orders, [EnumeratorCancellation] CancellationToken stop)
    {
        var again = new ConcurrentQueue<RunOrder>();
        var seeds = new ConcurrentQueue<IReadOnlyList<RunOrder>>(
            orders.GroupBy(order => order.Seed).Select(seed => (IReadOnlyList<RunOrder>)[.. seed]));
        var workers = Math.Clamp(limits.Workers, 1, Math.Max(1, seeds.Count));
        await foreach (var outcome in Together(workers, seeds, again, stop))
        {
            yield return outcome;
        }

        // Alone, with all the memory there is for runs.
        var alone = new ConcurrentQueue<IReadOnlyList<RunOrder>>(
            again.OrderBy(order => order.Seed).ThenBy(order => order.Point)
                .Select(order => (IReadOnlyList<RunOrder>)[order]));
        await foreach (var outcome in Together(Math.Min(1, alone.Count), alone, again: null, stop))
        {
            yield return outcome;
        }
    }

    private async IAsyncEnumerable<RunOutcome> Together(
        int workers, ConcurrentQueue<IReadOnlyList<RunOrder>> seeds, ConcurrentQueue<RunOrder>? again,
        [EnumeratorCancellation] CancellationToken stop)
    {
        var outcomes = Channel.CreateUnbounded<RunOutcome>();
        var heap = limits.HeapBytes / Math.Max(1, workers);
        var work = Task.WhenAll(Enumerable.Range(0, workers).Select(_ =>
            Task.Run(() => Work(heap, seeds, again, outcomes.Writer, stop), CancellationToken.None)));
        var end = work.ContinueWith(
            done => outcomes.Writer.Complete(done.Exception?.InnerException), TaskScheduler.Default);
        await foreach (var outcome in outcomes.Reader.ReadAllAsync(CancellationToken.None))
        {
            yield return outcome;
        }

        await end;
    }

    private async Task Work(
        long heap, ConcurrentQueue<IReadOnlyList<RunOrder>> seeds, ConcurrentQueue<RunOrder>? again,
        ChannelWriter<RunOutcome> outcomes, CancellationToken stop)
    {
        WorkerProcess? worker = null;
        try
        {
            while (!stop.IsCancellationRequested && seeds.TryDequeue(out var seed))
            {
                foreach (var order in seed)
                {
                    worker = worker is { IsOver: false } ? worker : Anew(worker, heap);
                    var outcome = await worker.Run(order, limits.RunWithin, clock, stop);
                    if (again is not null && outcome.Status is RunStatus.Crashed or RunStatus.OutOfMemory)
                    {
                        again.Enqueue(order);
                        continue;
                    }

                    outcomes.TryWrite(outcome);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run under way is abandoned; what is in the cache stays.
        }
        finally
        {
            worker?.Dispose();
        }
    }

    private WorkerProcess Anew(WorkerProcess? over, long heap)
    {
        over?.Dispose();
        return WorkerProcess.Start(cacheFolder, heap);
    }
}
