using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>The silos of the cluster as this one knows them: how they are, who joined, who died.</summary>
internal sealed class ClusterHosts(
    IGrainFactory grains, IClusterMembershipService members, TimeProvider clock)
    : BackgroundService, IHostsWatch
{
    private const int ChangesMax = 100;
    private static readonly TimeSpan ShowDeadFor = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<SiloAddress, SiloStatus> _statuses = [];
    private readonly List<MemberChange> _changes = [];
    private IReadOnlyList<HostFigures> _last = [];

    /// <inheritdoc/>
    public IReadOnlyList<MemberChange> Changes
    {
        get
        {
            lock (_gate)
            {
                return [.. _changes];
            }
        }
    }

    /// <summary>Checkouts that all silos together have taken through their API, as far as is known.</summary>
    public long Checkouts => _last.Sum(host => host.Checkouts);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<HostFigures>> Exchange(HostFigures own, CancellationToken stop)
    {
        try
        {
            _last = await grains.GetGrain<IHostBoardGrain>(0).Exchange(own).WaitAsync(stop);
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            // The board moves to another silo: until then what was known counts, and who is dead is known.
        }

        var dead = Dead();
        return
        [
            .. _last.Select(host => host.Name == own.Name ? own
                : dead.Contains(host.Name) ? host with { State = "dead" } : host),
            .. dead.Where(name => !_last.Any(host => host.Name == name))
                .Select(name => new HostFigures { Name = name, State = "dead" }),
        ];
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var view in members.MembershipUpdates.WithCancellation(stoppingToken))
            {
                lock (_gate)
                {
                    See(view);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    private void See(ClusterMembershipSnapshot view)
    {
        var isFirst = _statuses.Count == 0;
        foreach (var member in view.Members.Values)
        {
            var isKnown = _statuses.TryGetValue(member.SiloAddress, out var before);
            _statuses[member.SiloAddress] = member.Status;
            if ((isKnown && before == member.Status) || (isFirst && member.Status == SiloStatus.Dead))
            {
                continue; // nothing new, or dead since before this silo began
            }

            _changes.Add(new MemberChange(clock.GetUtcNow(), member.Name, WordOf(member.Status)));
            if (_changes.Count > ChangesMax)
            {
                _changes.RemoveAt(0);
            }
        }
    }

    private List<string> Dead()
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            return
            [
                .. _changes.Where(change => change.State == "dead" && now - change.At < ShowDeadFor)
                    .Select(change => change.Host).Distinct(),
            ];
        }
    }

    private static string WordOf(SiloStatus status) => status switch
    {
        SiloStatus.Active => "active",
        SiloStatus.Dead => "dead",
        SiloStatus.ShuttingDown or SiloStatus.Stopping => "stopping",
        _ => "joining",
    };
}
