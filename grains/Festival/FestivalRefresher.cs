using Microsoft.Extensions.Hosting;

namespace FlashSale.Grains;

/// <summary>Keeps a silo's view of the festival fresh.</summary>
internal sealed class FestivalRefresher(
    FestivalWatch watch, IGrainFactory grains, IClusterMembershipService membership, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reference = grains.CreateObjectReference<IFestivalWatcher>(watch);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                watch.Silos = membership.CurrentSnapshot.Members.Values.Count(
                    member => member.Status == SiloStatus.Active);
                await watch.Changed(await grains.GetGrain<IFestivalGrain>(0).Watch(reference));
            }
            catch (Exception failure)
                when (failure is TimeoutException or OrleansException or GrainFaultException)
            {
                // The next round asks again; until then what is known counts.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
