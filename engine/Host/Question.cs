namespace FlashSale.Engine;

/// <summary>A question to the market that waits in the queue like a command.</summary>
internal interface IQuestion
{
    /// <summary>Works the answer out.</summary>
    void Execute(Market market);

    /// <summary>Gives the answer, now that what it says is durable.</summary>
    void Complete();

    /// <summary>Says that there is no answer.</summary>
    void Fail(MarketHaltedException fault);
}

/// <inheritdoc/>
internal sealed class Question<T>(Func<Market, T> ask) : IQuestion
{
    private readonly TaskCompletionSource<T> _source =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _fault;
    private T? _answer;

    /// <summary>The answer to come.</summary>
    public Task<T> Task => _source.Task;

    public void Execute(Market market)
    {
        try
        {
            _answer = ask(market);
        }
#pragma warning disable CA1031 // A question changes nothing: it fails for the asker only.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = fault;
        }
    }

    public void Complete()
    {
        if (_fault is null)
        {
            _source.TrySetResult(_answer!);
        }
        else
        {
            _source.TrySetException(_fault);
        }
    }

    public void Fail(MarketHaltedException fault) => _source.TrySetException(fault);
}
