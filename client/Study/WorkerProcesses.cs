using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>Carries out the runs of a study in processes of their own on this machine.</summary>
/// <remarks>
/// All points of a seed go to one worker in a row, which shares what the facts fix among them. A worker goes
/// on from round to round, so that a study of many small rounds does not start its program again for each.
/// A run that crashes, does not end, or needs too much memory costs that run; the first and the last of
/// these are tried once more when no other run goes on, with all the memory there is.
/// </remarks>
/// <param name="cacheFolder">Where workers keep what they have run.</param>
/// <param name="limits">How many workers there may be, and what a run may take.</param>
/// <param name="clock">The real clock.</param>
internal sealed class WorkerProcesses(string cacheFolder, WorkerLimits limits, TimeProvider clock)
    : IRunEngine, IDisposable
{
    private readonly ConcurrentBag<WorkerProcess> _idle = [];
    private readonly Lock _limitsLock = new();
    private WorkerLimits _limits = limits;

    /// <inheritdoc/>
    public int Workers { get; private set; }

    private WorkerLimits Limits
    {
        get
        {
            lock (_limitsLock)
            {
                return _limits;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunOutcome> Run(
        IReadOnlyList<RunOrder> orders, [EnumeratorCancellation] CancellationToken stop)
    {
        var again = new ConcurrentQueue<RunOrder>();
        var seeds = new ConcurrentQueue<IReadOnlyList<RunOrder>>(
            orders.GroupBy(order => order.Seed).Select(seed => (IReadOnlyList<RunOrder>)[.. seed]));
        var workers = Math.Min(Limits.Workers, seeds.Count);
        Workers = Math.Max(Workers, workers);
        await foreach (var outcome in Together(workers, seeds, again, stop))
        {
            yield return outcome;
        }

        var alone = new ConcurrentQueue<IReadOnlyList<RunOrder>>(
            again.OrderBy(order => order.Seed).ThenBy(order => order.Point)
                .Select(order => (IReadOnlyList<RunOrder>)[order]));
        if (!alone.IsEmpty)
        {
            Dispose(); // the memory of the others
        }

        await foreach (var outcome in Together(Math.Min(1, alone.Count), alone, again: null, stop))
        {
            yield return outcome;
        }
    }

    /// <summary>Ends the processes.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var worker))
        {
            worker.Dispose();
        }
    }

    private async IAsyncEnumerable<RunOutcome> Together(
        int workers, ConcurrentQueue<IReadOnlyList<RunOrder>> seeds, ConcurrentQueue<RunOrder>? again,
        [EnumeratorCancellation] CancellationToken stop)
    {
        var outcomes = Channel.CreateUnbounded<RunOutcome>();
        var work = Task.WhenAll(Enumerable.Range(0, workers).Select(number =>
            Task.Run(() => Work(number, seeds, again, outcomes.Writer, stop), CancellationToken.None)));
        var end = work.ContinueWith(
            done => outcomes.Writer.Complete(done.Exception?.InnerException), TaskScheduler.Default);
        await foreach (var outcome in outcomes.Reader.ReadAllAsync(CancellationToken.None))
        {
            yield return outcome;
        }

        await end;
    }

    private async Task Work(
        int number, ConcurrentQueue<IReadOnlyList<RunOrder>> seeds, ConcurrentQueue<RunOrder>? again,
        ChannelWriter<RunOutcome> outcomes, CancellationToken stop)
    {
        WorkerProcess? worker = null;
        try
        {
            while (number < Limits.Workers && !stop.IsCancellationRequested
                && seeds.TryDequeue(out var seed))
            {
                foreach (var order in seed)
                {
                    worker = Ready(worker, isAlone: again is null);
                    var outcome = await worker.Run(order, Limits.RunWithin, clock, stop);
                    Learn(outcome);
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
            worker?.Dispose();
            worker = null;
        }
        finally
        {
            LetGo(worker, isAlone: again is null);
        }
    }

    private WorkerProcess Ready(WorkerProcess? worker, bool isAlone)
    {
        if (worker is { IsOver: false })
        {
            return worker;
        }

        worker?.Dispose();
        return !isAlone && _idle.TryTake(out var idle) ? idle
            : WorkerProcess.Start(cacheFolder, isAlone ? Limits.HeapBytes : Limits.HeapOfEach);
    }

    private void LetGo(WorkerProcess? worker, bool isAlone)
    {
        if (worker is { IsOver: false } && !isAlone)
        {
            _idle.Add(worker);
            return;
        }

        worker?.Dispose();
    }

    private void Learn(RunOutcome outcome)
    {
        lock (_limitsLock)
        {
            _limits = _limits.After(outcome);
        }
    }
}
