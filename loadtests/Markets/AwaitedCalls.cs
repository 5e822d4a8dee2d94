using System.Collections.Concurrent;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>Asks a target of the driver and waits for the answer, as a copy of a scenario does.</summary>
internal sealed class AwaitedCalls(ILoadTarget target, TimeProvider clock) : IAnswers
{
    private static readonly TimeSpan AnswerWithin = new OpenLoopLimits().AnswerWithin;

    private readonly ConcurrentDictionary<uint, TaskCompletionSource<LoadAnswer>> _waiting = new();
    private int _last;

    /// <summary>Sends a command; an answer that does not come in time is one too.</summary>
    public async Task<LoadAnswer> Ask(LoadCommand command)
    {
        var ticket = unchecked((uint)Interlocked.Increment(ref _last));
        var answer = new TaskCompletionSource<LoadAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[ticket] = answer;
        target.Send(ticket, command, this);
        target.Flush();
        try
        {
            return await answer.Task.WaitAsync(AnswerWithin, clock);
        }
        catch (TimeoutException)
        {
            _waiting.TryRemove(ticket, out _);
            return LoadAnswer.NoAnswer;
        }
    }

    /// <inheritdoc/>
    public void Answered(uint ticket, LoadAnswer answer)
    {
        if (_waiting.TryRemove(ticket, out var waiting))
        {
            waiting.SetResult(answer);
        }
    }
}
