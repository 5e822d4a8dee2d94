using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;

namespace FlashSale.Engine;

/// <summary>One awaited answer; pooled, so that a command costs no allocation.</summary>
internal sealed class PendingAnswer : IValueTaskSource<Answer>, ICompletion
{
    private const int PooledMax = 1 << 16;

    private static readonly ConcurrentQueue<PendingAnswer> Pool = new();

    private ManualResetValueTaskSourceCore<Answer> _core = new() { RunContinuationsAsynchronously = true };

    private PendingAnswer()
    {
    }

    /// <summary>The answer to come; await it once.</summary>
    public ValueTask<Answer> Task => new(this, _core.Version);

    public static PendingAnswer Take() => Pool.TryDequeue(out var pooled) ? pooled : new PendingAnswer();

    public void Complete(long token, in Answer answer) => _core.SetResult(answer);

    public void Fail(long token, MarketHaltedException fault) => _core.SetException(fault);

    public Answer GetResult(short token)
    {
        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            GiveBack();
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    /// <summary>Gives an answer back that nobody will await.</summary>
    public void GiveBack()
    {
        _core.Reset();
        if (Pool.Count < PooledMax)
        {
            Pool.Enqueue(this);
        }
    }
}
