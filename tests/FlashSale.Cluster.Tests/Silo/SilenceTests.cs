using Orleans.Configuration;

namespace FlashSale.Cluster.Tests;

/// <summary>All limits by which silos judge each other follow one setting.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData(3, 1, 30)]
    [InlineData(9, 3, 90)]
    [InlineData(600, 200, 6_000)]
    public void Every_limit_follows_the_one_setting(int silent, int sign, int join)
    {
        var limits = Limits(silent);

        Assert.Equal(TimeSpan.FromSeconds(sign), limits.ProbeTimeout);
        Assert.Equal(TimeSpan.FromSeconds(sign), limits.MaxProbeTimeout);
        Assert.Equal(TimeSpan.FromSeconds(sign) / 2, limits.MinProbeTimeout);
        Assert.Equal(TimeSpan.FromSeconds(sign), limits.IAmAliveTablePublishTimeout);
        Assert.Equal(TimeSpan.FromSeconds(silent), limits.TableRefreshTimeout);
        Assert.Equal(TimeSpan.FromSeconds(join), limits.MaxJoinAttemptTime);
        Assert.Equal(TimeSpan.FromSeconds(join), limits.DeathVoteExpirationTimeout);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(600)]
    public void A_silo_is_silent_to_those_who_ask_it_and_in_the_table_after_the_same_time(int silent)
    {
        var limits = Limits(silent);
        var within = TimeSpan.FromSeconds(silent);

        Assert.Equal(within, limits.MaxProbeTimeout * limits.NumMissedProbesLimit);
        Assert.Equal(within, limits.IAmAliveTablePublishTimeout * limits.NumMissedTableIAmAliveLimit);
        Assert.True(limits.MaxJoinAttemptTime > 3 * within);
        Assert.True(limits.DefunctSiloMinimumRetention > limits.MaxJoinAttemptTime);
        Assert.True(limits.DefunctSiloExpiration > limits.DefunctSiloMinimumRetention);
    }

    private static ClusterMembershipOptions Limits(int silent)
    {
        var limits = new ClusterMembershipOptions();
        Silence.Follow(limits, TimeSpan.FromSeconds(silent));
        return limits;
    }
}
