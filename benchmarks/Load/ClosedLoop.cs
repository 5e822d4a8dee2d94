namespace FlashSale.Benchmarks;

/// <summary>Keeps a number of commands in flight: a new one is sent when one is answered.</summary>
internal sealed class ClosedLoop(MarketEngine engine, int inFlightMax) : ICompletion, IDisposable
{
    private const int StepsTogether = 1_024;

    private readonly SemaphoreSlim _wake = new(0);
    private long _answered;
    private long _wakeAt = long.MaxValue;
    private long _refused;
    private MarketHaltedException? _fault;

    /// <summary>Runs all steps to their last answer.</summary>
    /// <exception cref="MarketHaltedException">The engine halted.</exception>
    public void Run(ISteps steps)
    {
        var buffer = new Step[StepsTogether];
        var sent = Volatile.Read(ref _answered);
        for (var taken = steps.Take(buffer); taken > 0; taken = steps.Take(buffer))
        {
            for (var rest = buffer.AsSpan(0, taken); !rest.IsEmpty;)
            {
                AwaitAnswers(sent + rest.Length - inFlightMax);
                var submitted = engine.Submit<Step>(
                    rest, static (log, step) => step.WriteTo(log), this, sent);
                sent += submitted;
                rest = rest[submitted..];
            }
        }

        AwaitAnswers(sent);
        Invariant.Holds(_refused == 0, "every step takes effect");
    }

    public void Complete(long token, in Answer answer)
    {
        _refused += answer.Result == 1 ? 0 : 1;
        if (Interlocked.Increment(ref _answered) == Volatile.Read(ref _wakeAt))
        {
            _wake.Release();
        }
    }

    public void Fail(long token, MarketHaltedException fault)
    {
        _fault = fault;
        _wake.Release();
    }

    public void Dispose() => _wake.Dispose();

    private void AwaitAnswers(long count)
    {
        if (Volatile.Read(ref _answered) >= count)
        {
            return;
        }

        Interlocked.Exchange(ref _wakeAt, count);
        while (Volatile.Read(ref _answered) < count)
        {
            _wake.Wait();
            if (_fault is { } fault)
            {
                throw new MarketHaltedException(fault.Message, fault);
            }
        }
    }
}
