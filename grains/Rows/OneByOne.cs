namespace FlashSale.Grains;

/// <summary>Runs actions of a reentrant grain one after the other, in the order in which they came.</summary>
/// <remarks>For one activation: its turns are never on two threads at a time.</remarks>
internal sealed class OneByOne
{
    private Task _last = Task.CompletedTask;

    /// <summary>Runs an action when all before it have ended, well or badly.</summary>
    public Task<T> Run<T>(Func<Task<T>> action)
    {
        var run = RunAfter(_last, action);
        _last = run;
        return run;
    }

    private static async Task<T> RunAfter<T>(Task before, Func<Task<T>> action)
    {
        await before.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return await action();
    }
}
