namespace FlashSale.Engine;

/// <summary>
/// The bounded queue in front of the writer: commands gather in one batch while another is executed.
/// </summary>
/// <remarks>
/// Group commit comes from this: however many commands come while the disk is busy, the next batch carries
/// them all.
/// </remarks>
internal sealed class CommandQueue(int waitingMax)
{
    private const int BatchBytesMax = 16 << 20;

    private readonly object _gate = new();
    private readonly Stack<CommandBatch> _spare = new();
    private CommandBatch _filling = new();
    private MarketHaltedException? _closed;

    /// <summary>
    /// Adds commands until as many wait as may; returns how many were added, from the first on.
    /// </summary>
    /// <param name="commands">What the commands are made of.</param>
    /// <param name="write">Writes one of them.</param>
    /// <param name="target">Who gets the answers.</param>
    /// <param name="firstToken">Given back with the first answer; each next one has the next number.</param>
    /// <exception cref="MarketHaltedException">The engine has stopped.</exception>
    public int Add<TState>(
        ReadOnlySpan<TState> commands,
        Action<CommandLog, TState> write,
        ICompletion target,
        long firstToken)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            var added = 0;
            while (added < commands.Length && !IsFull)
            {
                write(_filling.Log, commands[added]);
                _filling.Await(target, firstToken + added);
                added++;
            }

            WakeWriter(added);
            return added;
        }
    }

    /// <summary>Commands and questions that wait for the writer.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _filling.Waiting;
            }
        }
    }

    /// <summary>Adds a question; false if as many wait as may.</summary>
    /// <exception cref="MarketHaltedException">The engine has stopped.</exception>
    public bool TryAsk(IQuestion question)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            if (IsFull)
            {
                return false;
            }

            _filling.Ask(question);
            WakeWriter(1);
            return true;
        }
    }

    /// <summary>
    /// Takes everything that waits; an empty batch when nothing came in time; nothing when the queue is
    /// closed and empty.
    /// </summary>
    public CommandBatch? Take(TimeSpan within)
    {
        lock (_gate)
        {
            if (_filling.Waiting == 0 && _closed is null)
            {
                Monitor.Wait(_gate, within);
            }

            if (_filling.Waiting == 0 && _closed is not null)
            {
                return null;
            }

            var taken = _filling;
            _filling = _spare.TryPop(out var spare) ? spare : new CommandBatch();
            return taken;
        }
    }

    /// <summary>Gives a batch back when its commands are answered.</summary>
    public void GiveBack(CommandBatch batch)
    {
        batch.Clear();
        lock (_gate)
        {
            _spare.Push(batch);
        }
    }

    /// <summary>Takes no more commands; those that wait are still taken by the writer.</summary>
    public void Close(MarketHaltedException reason)
    {
        lock (_gate)
        {
            _closed ??= reason;
            Monitor.PulseAll(_gate);
        }
    }

    private bool IsFull => _filling.Waiting >= waitingMax || _filling.Records.Framed.Length >= BatchBytesMax;

    private void WakeWriter(int added)
    {
        if (added > 0 && _filling.Waiting == added)
        {
            _filling.FirstAt = EngineMeters.Timestamp;
            Monitor.PulseAll(_gate);
        }
    }

    private void ThrowIfClosed()
    {
        if (_closed is not null)
        {
            throw new MarketHaltedException(_closed.Message, _closed.InnerException);
        }
    }
}
