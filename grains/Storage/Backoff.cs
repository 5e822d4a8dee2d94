namespace FlashSale.Grains;

/// <summary>Pauses between attempts, each twice as long as the one before, up to a second.</summary>
internal sealed class Backoff(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private TimeSpan _next = First;

    /// <summary>Waits before the next attempt.</summary>
    public async Task Pause(CancellationToken cancel)
    {
        var pause = _next;
        _next = pause * 2 < Longest ? pause * 2 : Longest;
        await Task.Delay(pause, clock, cancel);
    }
}
