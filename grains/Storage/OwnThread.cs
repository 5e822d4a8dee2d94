using System.Collections.Concurrent;

namespace FlashSale.Grains;

/// <summary>A thread for work that blocks, so that it holds up none of the pool's threads.</summary>
public sealed class OwnThread : IAsyncDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts the thread.</summary>
    public OwnThread(string name, ThreadPriority priority = ThreadPriority.Normal) =>
        new Thread(Loop) { Name = name, IsBackground = true, Priority = priority }.Start();

    /// <summary>Does some work on the thread, after what was given to it before.</summary>
    public Task<T> Run<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception failed)
            {
                result.SetException(failed);
            }
        });
        return result.Task;
    }

    /// <summary>Ends the thread when all its work is done.</summary>
    public async ValueTask DisposeAsync()
    {
        _work.CompleteAdding();
        await _ended.Task;
        _work.Dispose();
    }

    private void Loop()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }

        _ended.SetResult();
    }
}
