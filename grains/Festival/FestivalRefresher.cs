using Microsoft.Extensions.Hosting;

namespace FlashSale.Grains;

/// <summary>
/// Keeps a silo's view of the festival fresh, from before the silo is said to have started.
/// </summary>
internal sealed class FestivalRefresher(
    FestivalWatch watch, IGrainFactory grains, IClusterMembershipService membership, TimeProvider clock)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    private IFestivalWatcher? _reference;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Ask();

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Ask();
        }
    }

    private async Task Ask()
    {
        try
        {
            _reference ??= grains.CreateObjectReference<IFestivalWatcher>(watch);
            watch.Silos = membership.CurrentSnapshot.Members.Values.Count(
                member => member.Status == SiloStatus.Active);
            watch.Answered(
                await grains.GetGrain<IFestivalGrain>(0).Watch(_reference).WaitAsync(AnswerWithin));
        }
        catch (Exception failure)
            when (failure is TimeoutException or OrleansException or GrainFaultException)
        {
            watch.Answered(null); // the next round asks again; until then what is known counts, but not long
        }
    }
}
