namespace FlashSale.Driver;

/// <summary>Drives an open loop in real time, on a thread of its own.</summary>
public static class Pacer
{
    // The shortest wait that systems keep; what is due meanwhile is issued together, and counted as late.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// Issues all orders, waits for the last answers, and counts those that do not come as unanswered.
    /// </summary>
    /// <param name="loop">The load.</param>
    /// <param name="drainWithin">How long to wait for answers after the last order.</param>
    /// <param name="eachStep">Called about once a millisecond on the same thread; may be null.</param>
    /// <param name="stop">Ends the issue early.</param>
    public static Task Run(
        OpenLoop loop, TimeSpan drainWithin, Action<TimeSpan>? eachStep, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(loop);
        return Task.Factory.StartNew(
            () => Issue(loop, drainWithin, eachStep, stop), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static void Issue(
        OpenLoop loop, TimeSpan drainWithin, Action<TimeSpan>? eachStep, CancellationToken stop)
    {
        using var pause = new ManualResetEventSlim();
        loop.Begin();
        TimeSpan? issuedAt = null;
        while (issuedAt is not { } since || (loop.InFlight > 0 && loop.Elapsed - since < drainWithin))
        {
            if (stop.IsCancellationRequested)
            {
                loop.Stop();
            }

            loop.Advance();
            eachStep?.Invoke(loop.Elapsed);
            issuedAt ??= loop.IsIssued ? loop.Elapsed : null;
            pause.Wait(Step, CancellationToken.None);
        }

        loop.GiveUpAll();
    }
}
