using Orleans.Configuration;

namespace FlashSale.Silo;

/// <summary>
/// Every time limit by which silos judge each other, all of them from one setting: --silent-within.
/// </summary>
/// <remarks>
/// They belong together: a silo shows life in the table of members as often as others ask it, and one that
/// tries to join gives up only long after a silent one must have been declared dead.
/// </remarks>
internal static class Silence
{
    private const int SignsMissedMax = 3;
    private const int TimesToJoin = 10;

    // For people who look at the table, and so that one that stood still learns that it was declared dead.
    private static readonly TimeSpan ForgetDeadAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeepDeadMin = TimeSpan.FromHours(1);

    /// <summary>Sets all limits.</summary>
    /// <param name="members">What Orleans goes by.</param>
    /// <param name="silentWithin">How long a silo may be silent until others take over its grains.</param>
    public static void Follow(ClusterMembershipOptions members, TimeSpan silentWithin)
    {
        var sign = silentWithin / SignsMissedMax;
        (members.MinProbeTimeout, members.ProbeTimeout, members.MaxProbeTimeout) = (sign / 2, sign, sign);
        members.NumMissedProbesLimit = SignsMissedMax;
        members.IAmAliveTablePublishTimeout = sign;
        members.NumMissedTableIAmAliveLimit = SignsMissedMax;
        members.TableRefreshTimeout = silentWithin;
        members.MaxJoinAttemptTime = silentWithin * TimesToJoin;
        members.DeathVoteExpirationTimeout = silentWithin * TimesToJoin;
        members.DefunctSiloExpiration = ForgetDeadAfter;
        members.DefunctSiloMinimumRetention = Longer(KeepDeadMin, members.MaxJoinAttemptTime * 2);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
