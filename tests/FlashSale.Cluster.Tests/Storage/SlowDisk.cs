using System.Collections.Concurrent;

namespace FlashSale.Cluster.Tests;

/// <summary>Below a commit queue: each commit, numbered from 1, ends when and as the test says.</summary>
internal sealed class SlowDisk : ICommitter
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _started = [];
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _ends = [];
    private readonly ConcurrentQueue<int> _rows = [];
    private volatile bool _isFast;
    private int _commits;

    /// <summary>How many rows each commit had.</summary>
    public IEnumerable<int> RowsPerCommit => _rows;

    /// <summary>Ends when a commit has begun.</summary>
    public Task Started(int commit) => Of(_started, commit).Task;

    public void Finish(int commit) => Of(_ends, commit).TrySetResult();

    public void Fail(int commit, Exception reason) => Of(_ends, commit).TrySetException(reason);

    /// <summary>Lets all commits end, also those to come.</summary>
    public void FinishAll()
    {
        _isFast = true;
        foreach (var end in _ends.Values)
        {
            end.TrySetResult();
        }
    }

    public async ValueTask<IReadOnlyDictionary<RowKey, long>> Commit(IReadOnlyList<RowChange> changes)
    {
        _rows.Enqueue(changes.Count);
        var end = Of(_ends, ++_commits);
        Of(_started, _commits).TrySetResult();
        if (!_isFast)
        {
            await end.Task;
        }

        return new Dictionary<RowKey, long>();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static TaskCompletionSource Of(ConcurrentDictionary<int, TaskCompletionSource> all, int commit) =>
        all.GetOrAdd(
            commit, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
