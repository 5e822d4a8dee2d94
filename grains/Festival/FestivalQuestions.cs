namespace FlashSale.Grains;

/// <summary>
/// Asks how the festival stands, again and again, so that a silo that was not told of a change follows soon,
/// or decides nothing.
/// </summary>
/// <remarks>
/// No silo acts on an old policy for 35 seconds: an answer that was given before a change and comes as late
/// as it may, the wait for the next question, and the questions in vain (decision 12).
/// </remarks>
/// <param name="watch">The silo's view, which takes the answers.</param>
/// <param name="ask">Asks once.</param>
/// <param name="clock">By which it waits.</param>
internal sealed class FestivalQuestions(
    FestivalWatch watch, Func<Task<FestivalState>> ask, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    /// <summary>Asks until it is stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stop))
        {
            await Ask(stop);
        }
    }

    /// <summary>Asks once; who stops it does not wait for the answer.</summary>
    public async Task Ask(CancellationToken stop)
    {
        try
        {
            watch.Answered(await ask().WaitAsync(AnswerWithin, clock, stop));
        }
        catch (Exception failure)
            when (failure is TimeoutException or OrleansException or GrainFaultException)
        {
            watch.Answered(null); // the next round asks again; until then what is known counts, but not long
        }
    }
}
