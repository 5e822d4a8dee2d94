using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace FlashSale.Silo;

/// <summary>
/// Before a silo joins, it buries the members that nobody else can: those of a cluster that died as a whole.
/// </summary>
/// <remarks>
/// A joining silo has to reach every active member, so the dead of yesterday would keep it out. As long as
/// one member lives, the living judge. Otherwise a member is buried whose port nobody listens at and that is
/// no longer connected to the database, as after a kill, or shows no sign of life for --silent-within, as
/// after its machine was lost. It is fenced first: were it alive and only cut off, it could write no more.
/// </remarks>
internal sealed class SilentMembers(
    IMembershipTable table, ILocalSiloDetails own, ISiloFence fence,
    IOptions<ClusterMembershipOptions> limits, TimeProvider clock, Serilog.ILogger log)
    : IHostedService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(1);

    private readonly Serilog.ILogger _log = log.ForContext<SilentMembers>();
    private readonly Dictionary<SiloAddress, (DateTime Sign, long Since)> _seen = [];
    private bool _isTold;

    private TimeSpan SilentWithin =>
        limits.Value.IAmAliveTablePublishTimeout * limits.Value.NumMissedTableIAmAliveLimit;

    /// <summary>Runs in front of Orleans, which from then on knows nothing of those who are buried.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true, cancellationToken);
        await Bury(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends when every member is buried, or the rest is for others to judge.</summary>
    public async Task Bury(CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await IsWorthWaiting(stop) && clock.GetElapsedTime(began) < limits.Value.MaxJoinAttemptTime)
        {
            await timer.WaitForNextTickAsync(stop);
        }
    }

    private async Task<bool> IsWorthWaiting(CancellationToken stop)
    {
        var view = await table.ReadAllAsync(stop);
        var members = view.Members.Select(one => one.Item1).Where(IsAnother).ToList();
        var answers = await Task.WhenAll(members.Select(member => Answers(member, stop)));
        var unheard = members.Where((_, at) => !answers[at]).ToList();
        if (unheard.Count == 0 || members.Where((one, at) => answers[at] && !IsSilent(one)).Any())
        {
            return false;
        }

        var left = 0;
        foreach (var member in unheard)
        {
            left += await IsDead(member, stop) && await TryBury(member, stop) ? 0 : 1;
        }

        Tell(left);
        return left > 0;
    }

    private bool IsAnother(MembershipEntry member) =>
        member.Status is not (SiloStatus.Dead or SiloStatus.None)
        && !member.SiloAddress.Endpoint.Equals(own.SiloAddress.Endpoint);

    private static async Task<bool> Answers(MembershipEntry member, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(AnswerWithin);
        try
        {
            using var call = new TcpClient(member.SiloAddress.Endpoint.AddressFamily);
            await call.ConnectAsync(member.SiloAddress.Endpoint, patience.Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async ValueTask<bool> IsDead(MembershipEntry member, CancellationToken stop) =>
        IsSilent(member) || !await fence.IsConnected(member.SiloName, stop);

    // Its last sign is old by its own clock, or this silo has waited long enough for another: one of the two
    // is right even where clocks differ.
    private bool IsSilent(MembershipEntry member)
    {
        var sign = member.IAmAliveTime > member.StartTime ? member.IAmAliveTime : member.StartTime;
        if (!_seen.TryGetValue(member.SiloAddress, out var seen) || seen.Sign != sign)
        {
            _seen[member.SiloAddress] = seen = (sign, clock.GetTimestamp());
        }

        return clock.GetUtcNow().UtcDateTime - sign > SilentWithin
            || clock.GetElapsedTime(seen.Since) > SilentWithin;
    }

    private void Tell(int left)
    {
        if (left > 0 && !_isTold)
        {
            _log.Information(
                "No silo of before answers; waiting until those that seem connected are silent for "
                    + "{Seconds:0} s, {Count} to go",
                SilentWithin.TotalSeconds, left);
            _isTold = true;
        }
    }

    // False if somebody else changed the table meanwhile: then it is read again.
    private async Task<bool> TryBury(MembershipEntry silent, CancellationToken stop)
    {
        await fence.Fence(silent.SiloName, stop);
        var view = await table.ReadAllAsync(stop);
        if (view.Members.FirstOrDefault(one => one.Item1.SiloAddress.Equals(silent.SiloAddress))
            is not var (member, version) || member.Status == SiloStatus.Dead)
        {
            return true;
        }

        member.Status = SiloStatus.Dead;
        member.AddSuspector(own.SiloAddress, clock.GetUtcNow().UtcDateTime);
        if (!await table.UpdateRowAsync(member, version, view.Version.Next(), stop))
        {
            return false;
        }

        _log.Information("Silo {Silo} died: it is no longer a member and can write no more", member.SiloName);
        return true;
    }
}
