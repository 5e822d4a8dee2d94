using System.Collections.Concurrent;

namespace FlashSale.Engine;

/// <summary>
/// The market in one process, durable: commands from any number of threads, one writer, one journal, answers
/// after the sync.
/// </summary>
/// <remarks>
/// The writer executes a batch while the one before it is being synced. Nothing is answered before it is on
/// disk. After a failed write or sync the engine halts at once and tries nothing again: what is started in
/// its place recovers from the journal.
/// </remarks>
public sealed class MarketEngine : IDisposable
{
    private const int BatchesAhead = 2;

    private readonly EngineOptions _options;
    private readonly TimeProvider _clock;
    private readonly Market _market;
    private readonly Journal _journal;
    private readonly SnapshotStore _snapshots;
    private readonly CommandQueue _queue;
    private readonly BlockingCollection<CommandBatch> _executed = new(BatchesAhead);
    private readonly Thread _writer;
    private readonly Thread _syncer;
    private MarketHaltedException? _fault;
    private bool _isDisposed;

    private MarketEngine(EngineStart start, EngineOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        (_market, _journal, _snapshots) = (start.Market, start.Journal, start.Snapshots);
        Recovery = start.Report;
        _queue = new CommandQueue(options.QueueMax);
        var port = new EngineMarketplace(this, new EngineSearch(this, _market, clock));
        (Marketplace, Browser) = (port, port);
        _writer = new Thread(Write) { Name = "market writer", IsBackground = true };
        _syncer = new Thread(Sync) { Name = "market journal", IsBackground = true };
        _writer.Start();
        _syncer.Start();
    }

    /// <summary>The market for those who await their answers.</summary>
    public IMarketplace Marketplace { get; }

    /// <summary>The market for readers who look round.</summary>
    public IMarketBrowser Browser { get; }

    /// <summary>What opening found in the folder.</summary>
    public EngineRecovery Recovery { get; }

    /// <summary>Commands and questions that wait for the writer.</summary>
    public int Waiting => _queue.Waiting;

    /// <summary>Whether a write has failed or the engine is closed: it takes nothing more.</summary>
    public bool IsHalted => Volatile.Read(ref _fault) is not null;

    /// <summary>Opens the market that lies in a storage, or begins one there.</summary>
    /// <exception cref="JournalCorruptException">The journal or its snapshots are damaged.</exception>
    /// <exception cref="JournalFormatException">They are of another version.</exception>
    /// <exception cref="StorageLockedException">Another process has them open.</exception>
    public static MarketEngine Open(IStorage storage, EngineOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        return new MarketEngine(EngineStart.From(storage, options), options, clock);
    }

    /// <summary>
    /// Submits a command; its answer comes on the engine's thread. For drivers and hosts that keep millions
    /// in flight.
    /// </summary>
    /// <param name="command">What the command is made of.</param>
    /// <param name="write">Calls one method of the log with it: that is the command.</param>
    /// <param name="target">Who gets the answer.</param>
    /// <param name="token">Given back with the answer.</param>
    /// <returns>False if as many commands wait as may: nothing was submitted.</returns>
    /// <exception cref="MarketHaltedException">The engine has stopped.</exception>
    public bool TrySubmit<TState>(
        in TState command, Action<CommandLog, TState> write, ICompletion target, long token)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(target);
        return _queue.Add(new ReadOnlySpan<TState>(in command), write, target, token) == 1;
    }

    /// <summary>
    /// Submits commands together, which is cheaper than one by one; each is answered by itself.
    /// </summary>
    /// <param name="commands">What the commands are made of, in their order.</param>
    /// <param name="write">Calls one method of the log with one of them: that is the command.</param>
    /// <param name="target">Who gets the answers.</param>
    /// <param name="firstToken">Given back with the first answer; each next one has the next number.</param>
    /// <returns>How many were submitted, from the first on: fewer than all if the queue is full.</returns>
    /// <exception cref="MarketHaltedException">The engine has stopped.</exception>
    public int Submit<TState>(
        ReadOnlySpan<TState> commands,
        Action<CommandLog, TState> write,
        ICompletion target,
        long firstToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(target);
        return _queue.Add(commands, write, target, firstToken);
    }

    /// <summary>Asks the market something; the answer is about durable state only.</summary>
    /// <exception cref="MarketBusyException">As many commands wait as may.</exception>
    /// <exception cref="MarketHaltedException">The engine has stopped.</exception>
    public ValueTask<T> Ask<T>(Func<Market, T> question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var waiting = new Question<T>(question);
        return _queue.TryAsk(waiting) ? new ValueTask<T>(waiting.Task) : throw Busy();
    }

    /// <summary>Takes no more commands, answers those that wait, and closes the files.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _queue.Close(new MarketHaltedException("The market is closed."));
        _writer.Join();
        _syncer.Join();
        if (!IsHalted)
        {
            Volatile.Write(ref _fault, new MarketHaltedException("The market is closed."));
            CloseFiles();
        }

        _journal.Dispose();
        _executed.Dispose();
    }

    internal static MarketBusyException Busy() => new(TimeSpan.FromMilliseconds(10));

    private void CloseFiles()
    {
        _journal.Seal();
        if (_options.SnapshotOnClose)
        {
            var before = _snapshots.Write(_journal.Durable, stream => SnapshotContent.Write(stream, _market));
            _journal.TrimBefore(before);
        }
    }

    /// <summary>The writer: executes what waits, one batch after another.</summary>
    private void Write()
    {
        while (_queue.Take(_options.IdleWithin) is { } batch)
        {
            var now = _clock.GetUtcNow();
            if (batch.Waiting == 0 && _market.View.NextDeadlineMs > now.ToUnixTimeMilliseconds())
            {
                _queue.GiveBack(batch);
                continue;
            }

            if (!IsHalted)
            {
                Execute(batch, now);
            }

            _executed.Add(batch);
        }

        _executed.CompleteAdding();
    }

    private void Execute(CommandBatch batch, DateTimeOffset now)
    {
        try
        {
            batch.Execute(_market, now);
        }
#pragma warning disable CA1031 // Whatever went wrong, nothing may be executed or answered after it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Halt(fault);
        }
    }

    /// <summary>The syncer: makes executed batches durable, then answers them.</summary>
    private void Sync()
    {
        foreach (var batch in _executed.GetConsumingEnumerable())
        {
            try
            {
                if (!IsHalted)
                {
                    MakeDurable(batch);
                }
            }
#pragma warning disable CA1031 // As above.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Halt(fault);
            }

            if (Volatile.Read(ref _fault) is { } halted)
            {
                batch.Fail(halted);
            }

            _queue.GiveBack(batch);
        }
    }

    private void MakeDurable(CommandBatch batch)
    {
        if (_options.AnswersBeforeWriting)
        {
            batch.Complete();
        }

        var (startedAt, firstAt, commands) = (EngineMeters.Timestamp, batch.FirstAt, batch.Count);
        _journal.Append(batch.Records);
        _journal.Sync();
        EngineMeters.Synced(startedAt);
        if (!_options.AnswersBeforeWriting)
        {
            batch.Complete();
        }

        EngineMeters.Answered(firstAt, commands);
    }

    private void Halt(Exception cause)
    {
        var fault = new MarketHaltedException($"The market has stopped: {cause.Message}", cause);
        Interlocked.CompareExchange(ref _fault, fault, null);
        _queue.Close(fault);
    }
}
