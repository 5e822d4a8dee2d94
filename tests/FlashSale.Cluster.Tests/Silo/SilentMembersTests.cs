using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using static FlashSale.Cluster.Tests.RowFixtures;

namespace FlashSale.Cluster.Tests;

/// <summary>The first silo after all have died: whom it buries, and whom it leaves alone.</summary>
public sealed class SilentMembersTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly DateTime Yesterday = RealClock.Instance.GetUtcNow().UtcDateTime.AddDays(-1);

    [PostgresFact]
    public async Task The_next_silo_joins_where_all_have_died_and_none_of_them_can_write_any_more()
    {
        var database = await (await postgres.Server).CreateDatabase();
        using var cluster = await Providers.Over(database, "flashsale");
        await using var dead = await PostgresRowStore.Open(database, "silo-1", RealClock.Instance);
        await dead.Save(Put(Key()));
        await Insert(cluster, "silo-1", FreePort.Or(0, IPAddress.Loopback));
        await Insert(cluster, "silo-2", FreePort.Or(0, IPAddress.Loopback), SiloStatus.Joining);

        await using var next = new StartedSilo(("Cluster", "postgres"), ("Connection", database));
        await next.Ready();

        var members = (await cluster.Membership.ReadAllAsync()).Members.Select(one => one.Item1).ToList();
        Assert.Equal(SiloStatus.Active, Assert.Single(members, one => one.SiloName.Contains('@')).Status);
        Assert.All(members.Where(one => !one.SiloName.Contains('@')), one =>
            Assert.Equal(SiloStatus.Dead, one.Status));
        await Assert.ThrowsAsync<RowStoreException>(() => dead.Save(Put(Key(), version: 1)));
    }

    [PostgresFact]
    public async Task A_silo_that_is_slow_and_still_listens_keeps_its_rows_and_its_place()
    {
        var database = await (await postgres.Server).CreateDatabase();
        using var cluster = await Providers.Over(database);
        using var slow = Listener();
        await using var rows = await PostgresRowStore.Open(database, "slow", RealClock.Instance);
        await Insert(cluster, "slow", PortOf(slow));

        await Bury(cluster, rows);

        Assert.Equal(SiloStatus.Active, await StatusOf(cluster, "slow"));
        await rows.Save(Put(Key()));
    }

    [PostgresFact]
    public async Task While_one_silo_lives_the_living_judge()
    {
        var database = await (await postgres.Server).CreateDatabase();
        using var cluster = await Providers.Over(database);
        using var alive = Listener();
        await using var rows = await PostgresRowStore.Open(database, "next", RealClock.Instance);
        await Insert(cluster, "alive", PortOf(alive), lastSign: RealClock.Instance.GetUtcNow().UtcDateTime);
        await Insert(cluster, "silent", FreePort.Or(0, IPAddress.Loopback));

        await Bury(cluster, rows);

        Assert.Equal(SiloStatus.Active, await StatusOf(cluster, "silent"));
    }

    [PostgresFact]
    public async Task One_that_is_connected_and_showed_life_a_moment_ago_is_waited_for()
    {
        var database = await (await postgres.Server).CreateDatabase();
        using var cluster = await Providers.Over(database);
        await using var other = await Connected(database, "silo-1");
        await using var rows = await PostgresRowStore.Open(database, "next", RealClock.Instance);
        var soon = RealClock.Instance.GetUtcNow().UtcDateTime.AddHours(1); // its clock is wrong
        var entry = await Insert(cluster, "silo-1", FreePort.Or(0, IPAddress.Loopback), lastSign: soon);

        var burial = Bury(cluster, rows);
        Assert.Equal(SiloStatus.Active, await StatusOf(cluster, "silo-1"));
        (entry.IAmAliveTime, entry.StartTime) = (Yesterday, Yesterday);
        await cluster.Membership.UpdateIAmAliveAsync(entry);
        await burial;

        Assert.Equal(SiloStatus.Dead, await StatusOf(cluster, "silo-1"));
    }

    [PostgresFact]
    public async Task One_that_was_killed_is_buried_at_once_however_fresh_its_sign()
    {
        var database = await (await postgres.Server).CreateDatabase();
        using var cluster = await Providers.Over(database);
        await using var rows = await PostgresRowStore.Open(database, "next", RealClock.Instance);
        await using (var killed = await Connected(database, "silo-1"))
        {
            Assert.True(await rows.IsConnected("silo-1"));
        }

        var soon = RealClock.Instance.GetUtcNow().UtcDateTime.AddHours(1);
        await Insert(cluster, "silo-1", FreePort.Or(0, IPAddress.Loopback), lastSign: soon);

        await Bury(cluster, rows, silentWithin: TimeSpan.FromHours(1)).WaitAsync(Patience);

        Assert.False(await rows.IsConnected("silo-1"));
        Assert.Equal(SiloStatus.Dead, await StatusOf(cluster, "silo-1"));
    }

    [Fact]
    public async Task While_the_database_is_away_every_silo_may_be_connected()
    {
        var nobody = FreePort.Or(0, IPAddress.Loopback);
        await using var away = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={nobody};Username=me");
        await using var fence = new PostgresFence(away, RealClock.Instance);

        Assert.True(await fence.IsConnected("silo-1", CancellationToken.None));
    }

    private static async Task<PostgresRowStore> Connected(string database, string silo)
    {
        var rows = await PostgresRowStore.Open(database, silo, RealClock.Instance);
        await rows.Save(Put(Key()));
        return rows;
    }

    private static Task Bury(Providers cluster, PostgresRowStore rows, TimeSpan? silentWithin = null)
    {
        var limits = cluster.Limits;
        if (silentWithin is { } within)
        {
            limits = Options.Create(new ClusterMembershipOptions());
            Silence.Follow(limits.Value, within);
        }

        return new SilentMembers(
            cluster.Membership, cluster.Own, rows, limits, RealClock.Instance, Serilog.Core.Logger.None)
            .Bury(CancellationToken.None);
    }

    private static async Task<SiloStatus> StatusOf(Providers cluster, string silo) =>
        (await cluster.Membership.ReadAllAsync()).Members.Select(one => one.Item1)
            .Single(one => one.SiloName == silo).Status;

    private static TcpListener Listener()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static async Task<MembershipEntry> Insert(
        Providers cluster, string name, int port, SiloStatus status = SiloStatus.Active,
        DateTime? lastSign = null)
    {
        var entry = new MembershipEntry
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, port, 17),
            SiloName = name,
            HostName = "a machine",
            Status = status,
            ProxyPort = 30_000,
            StartTime = Yesterday,
            IAmAliveTime = lastSign ?? Yesterday,
        };
        Assert.True(await cluster.Membership.InsertRowAsync(
            entry, (await cluster.Membership.ReadAllAsync()).Version.Next()));
        return entry;
    }
}
