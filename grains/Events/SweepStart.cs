using Microsoft.Extensions.Hosting;

namespace FlashSale.Grains;

/// <summary>Starts the sweeps when a silo has started; those that run already go on.</summary>
internal sealed class SweepStart(IGrainFactory grains, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (!await TryStart())
        {
            await timer.WaitForNextTickAsync(stoppingToken);
        }
    }

    private async Task<bool> TryStart()
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Sweeps.Slices)
                .Select(slice => grains.GetGrain<ISweepGrain>(slice).Start()));
            return true;
        }
        catch (Exception failure)
            when (failure is GrainFaultException or OrleansException or TimeoutException)
        {
            return false; // the cluster is not ready yet
        }
    }
}
