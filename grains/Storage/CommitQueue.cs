using System.Diagnostics;
using System.Threading.Channels;

namespace FlashSale.Grains;

/// <summary>
/// Takes writes of many grains and commits them together: while one commit is on its way to the disk, the
/// next batch collects.
/// </summary>
/// <remarks>
/// Writes become durable in the order in which they came. A write that finds another version fails alone.
/// When a commit fails, every write in it fails; when the store must not go on, every later write fails too.
/// </remarks>
internal sealed class CommitQueue : IAsyncDisposable
{
    /// <summary>Writes that may wait; more are refused, so that memory stays bounded.</summary>
    public const int WritesWaitingMax = 65_536;

    // Some 10,000 rows: enough to make the price of a sync small, and it does not take long.
    private const long BytesPerCommitMax = 4 << 20;

    // Each round knows the versions that the round before found; more only if others write the same rows.
    private const int RoundsMax = 8;

    private static readonly Dictionary<RowKey, long> NothingKnown = [];

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(WritesWaitingMax) { SingleReader = true });

    private readonly string _store;
    private readonly KeyValuePair<string, object?> _tag;
    private readonly ICommitter _committer;
    private readonly Task _flushing;
    private List<PendingWrite> _postponed = [];
    private volatile StoreHaltedException? _halted;
    private volatile bool _closing;

    /// <summary>Starts a queue in front of a store.</summary>
    /// <param name="store">The store's name in metrics.</param>
    /// <param name="committer">Carries out the commits; the queue disposes it.</param>
    public CommitQueue(string store, ICommitter committer)
    {
        _store = store;
        _tag = new KeyValuePair<string, object?>("store", store);
        StorageMetrics.Conflicts.Begin(store);
        StorageMetrics.Failures.Begin(store);
        _committer = committer;
        _flushing = Task.Run(Flush);
    }

    /// <summary>Writes some rows, all or none; completes when they are durable.</summary>
    public ValueTask Write(ReadOnlyMemory<RowWrite> rows)
    {
        RowLimits.CheckWrite(rows.Span);
        if (rows.IsEmpty)
        {
            return ValueTask.CompletedTask;
        }

        var write = new PendingWrite(rows);
        if (!_waiting.Writer.TryWrite(write))
        {
            StorageMetrics.Failures.Add(_store, 1);
            return ValueTask.FromException(Refusal());
        }

        StorageMetrics.Waiting.Add(1, _tag);
        return new ValueTask(write.Done);
    }

    /// <summary>Throws if the store had to stop.</summary>
    /// <exception cref="RowStoreException">It had to.</exception>
    public void ThrowIfHalted()
    {
        if (_halted is { } halted)
        {
            throw Stopped(halted);
        }
    }

    /// <summary>What callers of a store that had to stop are told.</summary>
    public static RowStoreException Stopped(StoreHaltedException halted) =>
        new($"The store has stopped: {halted.Message}", halted);

    /// <summary>Takes no more writes, commits those that wait, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _closing = true;
        _waiting.Writer.TryComplete();
        await _flushing;
        await _committer.DisposeAsync();
    }

    private async Task Flush()
    {
        while (_postponed.Count > 0 || await _waiting.Reader.WaitToReadAsync())
        {
            var writes = Collect();
            try
            {
                await Commit(writes);
            }
            catch (RowStoreException failed)
            {
                FailAll(writes, failed);
            }
            catch (Exception halted)
            {
                // Also what nobody foresaw: it is not known what the store has then, so it must not go on.
                Halt(halted as StoreHaltedException ?? new StoreHaltedException(halted.Message, halted));
                FailAll(writes, Stopped(_halted!));
            }
        }
    }

    private List<PendingWrite> Collect()
    {
        var writes = _postponed;
        _postponed = [];
        var bytes = writes.Sum(write => write.Bytes);
        while (bytes < BytesPerCommitMax && _waiting.Reader.TryRead(out var write))
        {
            StorageMetrics.Waiting.Add(-1, _tag);
            writes.Add(write);
            bytes += write.Bytes;
        }

        return writes;
    }

    // Takes out of the list what was answered or postponed; what is left when it throws has failed.
    private async ValueTask Commit(List<PendingWrite> writes)
    {
        var known = NothingKnown;
        for (var round = 1; round <= RoundsMax; round++)
        {
            var batch = Together(writes, known);
            if (batch.Writes.Count == 0)
            {
                return;
            }

            var changes = batch.Changes();
            var started = Stopwatch.GetTimestamp();
            var others = await _committer.Commit(changes);
            if (others.Count == 0)
            {
                Succeed(batch, changes.Count, started);
                return;
            }

            known = new Dictionary<RowKey, long>(others.Concat(known).DistinctBy(found => found.Key));
        }

        throw new RowStoreException($"Rows went on changing under {RoundsMax} attempts to commit them.");
    }

    private CommitBatch Together(List<PendingWrite> writes, Dictionary<RowKey, long> known)
    {
        var batch = new CommitBatch(known);
        for (var i = 0; i < writes.Count; i++)
        {
            switch (batch.Join(writes[i], out var other))
            {
                case JoinResult.Conflict:
                    StorageMetrics.Conflicts.Add(_store, 1);
                    writes[i].Fail(new RowConflictException(other));
                    break;
                case JoinResult.Later:
                    _postponed.InsertRange(0, writes[i..]);
                    i = writes.Count;
                    break;
            }
        }

        writes.Clear();
        writes.AddRange(batch.Writes);
        return batch;
    }

    private void Succeed(CommitBatch batch, int rows, long started)
    {
        StorageMetrics.Commits.Add(1, _tag);
        StorageMetrics.RowsPerCommit.Record(rows, _tag);
        StorageMetrics.CommitSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, _tag);
        foreach (var write in batch.Writes)
        {
            write.Succeed();
        }
    }

    private void Halt(StoreHaltedException reason)
    {
        _halted = reason;
        _waiting.Writer.TryComplete();
        FailAll(_postponed, Stopped(reason));
        _postponed = [];
        while (_waiting.Reader.TryRead(out var write))
        {
            StorageMetrics.Waiting.Add(-1, _tag);
            FailAll([write], Stopped(reason));
        }
    }

    private void FailAll(List<PendingWrite> writes, RowStoreException reason)
    {
        StorageMetrics.Failures.Add(_store, writes.Count);
        foreach (var write in writes)
        {
            write.Fail(reason);
        }
    }

    private RowStoreException Refusal()
    {
        if (_halted is { } halted)
        {
            return Stopped(halted);
        }

        return new RowStoreException(_closing
            ? "The store is closed."
            : $"The store is overloaded: {WritesWaitingMax} writes wait. Nothing was written; try again.");
    }
}
