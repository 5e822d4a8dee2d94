using Microsoft.Extensions.Hosting;

namespace FlashSale.Grains;

/// <summary>
/// Keeps a silo's view of the festival fresh, from before the silo is said to have started.
/// </summary>
internal sealed class FestivalRefresher : BackgroundService, IHostedLifecycleService
{
    private readonly FestivalQuestions _questions;

    /// <summary>A refresher of a silo's view.</summary>
    public FestivalRefresher(
        FestivalWatch watch, IGrainFactory grains, IClusterMembershipService membership, TimeProvider clock)
    {
        IFestivalWatcher? reference = null;
        _questions = new FestivalQuestions(watch, Ask, clock);

        Task<FestivalState> Ask()
        {
            reference ??= grains.CreateObjectReference<IFestivalWatcher>(watch);
            watch.Silos = membership.CurrentSnapshot.Members.Values.Count(
                member => member.Status == SiloStatus.Active);
            return grains.GetGrain<IFestivalGrain>(0).Watch(reference);
        }
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => _questions.Ask(cancellationToken);

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _questions.Run(stoppingToken);
}
