namespace FlashSale.Silo;

/// <summary>Takes the right to write away from every silo that the cluster declares dead.</summary>
/// <remarks>
/// It may be alive and only slow or cut off: what it still writes must not surprise the grains that wake up
/// in its place. Until the fence is up, versions of rows protect them.
/// </remarks>
internal sealed class DeadSilos(
    IClusterMembershipService members, ISiloFence fence, Serilog.ILogger log) : BackgroundService
{
    private readonly HashSet<SiloAddress> _known = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var view in members.MembershipUpdates.WithCancellation(stoppingToken))
        {
            _known.IntersectWith(view.Members.Keys);
            foreach (var member in view.Members.Values)
            {
                if (member.Status == SiloStatus.Dead && _known.Add(member.SiloAddress))
                {
                    _ = Fence(member.Name, stoppingToken);
                }
            }
        }
    }

    private async Task Fence(string silo, CancellationToken stop)
    {
        try
        {
            await fence.Fence(silo, stop);
            log.Information("Silo {Silo} is dead and can write no more", silo);
        }
        catch (Exception fault) when (fault is RowStoreException or OperationCanceledException)
        {
            log.Warning(fault, "Silo {Silo} is dead; this silo stopped before it was fenced", silo);
        }
    }
}
