namespace FlashSale.Cluster.Tests;

/// <summary>Waits for what other threads are about to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What is found as soon as something is.</summary>
    public static async Task<T> Is<T>(Func<Task<T?>> find)
        where T : class
    {
        using var timer = new PeriodicTimer(LookEvery, RealClock.Instance);
        using var patience = new CancellationTokenSource(Patience, RealClock.Instance);
        while (true)
        {
            if (await find() is { } found)
            {
                return found;
            }

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
