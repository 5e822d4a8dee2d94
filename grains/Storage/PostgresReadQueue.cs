using System.Threading.Channels;

namespace FlashSale.Grains;

/// <summary>
/// Collects what waking grains ask for, and asks it in one question for many of them.
/// </summary>
/// <remarks>
/// While a question is on its way the next one collects. The number of those that wait is limited; at the
/// limit a read fails, and its caller asks again.
/// </remarks>
/// <param name="ask">Answers many reads at once; each by its place.</param>
internal sealed class PostgresReadQueue(
    Func<IReadOnlyList<PendingRead>, Task<IReadOnlyList<StoredRow>[]>> ask) : IAsyncDisposable
{
    /// <summary>Reads that may wait.</summary>
    public const int WaitingMax = 65_536;

    /// <summary>Reads in one question at most: so that one answer does not take long.</summary>
    public const int TogetherMax = 512;

    // On their way at a time: while one is being read here, the database works on another.
    private const int Questions = 3;

    private readonly Channel<PendingRead> _waiting = Channel.CreateBounded<PendingRead>(WaitingMax);
    private Task[]? _asking;

    /// <summary>Begins to ask.</summary>
    public PostgresReadQueue Start()
    {
        _asking = [.. Enumerable.Range(0, Questions).Select(_ => Task.Run(Ask))];
        return this;
    }

    /// <summary>The rows of an owner: one, or all of a kind by rising item.</summary>
    /// <exception cref="RowStoreException">They cannot be read now.</exception>
    public async Task<IReadOnlyList<StoredRow>> Read(
        RowKind kind, long owner, long? item, CancellationToken cancel)
    {
        var read = new PendingRead(kind, owner, item);
        return _waiting.Writer.TryWrite(read)
            ? await read.Done.Task.WaitAsync(cancel)
            : throw new RowStoreException($"{WaitingMax} reads wait, or the store is closed; try again.");
    }

    /// <summary>Answers what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAll(_asking ?? []);
    }

    private async Task Ask()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var reads = new List<PendingRead>();
            while (reads.Count < TogetherMax && _waiting.Reader.TryRead(out var read))
            {
                reads.Add(read);
            }

            await Answer(reads);
        }
    }

    private async Task Answer(List<PendingRead> reads)
    {
        try
        {
            var answers = await ask(reads);
            for (var at = 0; at < reads.Count; at++)
            {
                reads[at].Done.SetResult(answers[at]);
            }
        }
        catch (Exception fault)
        {
            // Whatever it was, it is told to those who asked; the next question may be answered.
            var told = fault as RowStoreException ?? new RowStoreException(fault.Message, fault);
            foreach (var read in reads)
            {
                read.Done.TrySetException(told);
            }
        }
    }
}

/// <summary>A read that waits.</summary>
/// <param name="Kind">What the rows are about.</param>
/// <param name="Owner">Whose they are.</param>
/// <param name="Item">Which of them; null for all.</param>
internal sealed record PendingRead(RowKind Kind, long Owner, long? Item)
{
    /// <summary>
    /// The answer. Whoever waits goes on elsewhere, so that the next question is not held up.
    /// </summary>
    public TaskCompletionSource<IReadOnlyList<StoredRow>> Done { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
