using Serilog.Events;

namespace FlashSale.Silo;

/// <summary>Takes the right to write away from every silo that the cluster declares dead.</summary>
/// <remarks>
/// It may be alive and only slow or cut off: what it still writes must not surprise the grains that wake up
/// in its place. Until the fence is up, versions of rows protect them.
/// </remarks>
internal sealed class DeadSilos(
    IClusterMembershipService members, ILocalSiloDetails own, ISiloFence fence, Serilog.ILogger log)
    : BackgroundService
{
    private readonly Serilog.ILogger _log = log.ForContext<DeadSilos>();
    private readonly HashSet<SiloAddress> _known = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFirst = true;
        await foreach (var view in members.MembershipUpdates.WithCancellation(stoppingToken))
        {
            _known.IntersectWith(view.Members.Keys);
            foreach (var member in view.Members.Values)
            {
                if (member.Status == SiloStatus.Dead && _known.Add(member.SiloAddress))
                {
                    var isNews = !isFirst && !member.SiloAddress.Equals(own.SiloAddress);
                    _ = Fence(member.Name, isNews, stoppingToken);
                }
            }

            isFirst &= !view.Members.Values.Any(member => member.Status == SiloStatus.Active);
        }
    }

    private async Task Fence(string silo, bool isNews, CancellationToken stop)
    {
        try
        {
            await fence.Fence(silo, stop);
            _log.Write(
                isNews ? LogEventLevel.Information : LogEventLevel.Debug,
                "Silo {Silo} died: it is no longer a member and can write no more", silo);
        }
        catch (Exception fault) when (fault is RowStoreException or OperationCanceledException)
        {
            _log.Warning(fault, "Silo {Silo} is dead; this silo stopped before it was fenced", silo);
        }
    }
}
