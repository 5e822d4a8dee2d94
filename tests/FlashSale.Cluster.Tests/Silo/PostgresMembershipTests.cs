using System.Net;

namespace FlashSale.Cluster.Tests;

/// <summary>Our statements under Orleans' membership provider, on a real PostgreSQL.</summary>
public sealed class PostgresMembershipTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly DateTime Noon = new(2020, 11, 11, 12, 0, 0, DateTimeKind.Utc);

    [PostgresFact]
    public async Task A_cluster_begins_with_a_version_and_no_silo()
    {
        using var providers = await Providers.Over(await NewDatabase());

        var view = await providers.Membership.ReadAllAsync();

        Assert.Empty(view.Members);
        Assert.Equal(0, view.Version.Version);
    }

    [PostgresFact]
    public async Task A_silo_that_joins_is_seen_as_it_was_written()
    {
        using var providers = await Providers.Over(await NewDatabase());
        var joins = Silo(11_111);
        joins.AddSuspector(Address(22_222), Noon);

        Assert.True(await Insert(providers, joins));
        Assert.True(await Update(providers, joins));

        var view = await providers.Membership.ReadAllAsync();
        var seen = Assert.Single(view.Members).Item1;
        Assert.Equal(2, view.Version.Version);
        Assert.Equal(joins.SiloAddress, seen.SiloAddress);
        Assert.Equal(joins.Status, seen.Status);
        Assert.Equal(joins.SiloName, seen.SiloName);
        Assert.Equal(joins.HostName, seen.HostName);
        Assert.Equal(joins.ProxyPort, seen.ProxyPort);
        Assert.Equal(joins.StartTime, seen.StartTime);
        Assert.Equal(joins.IAmAliveTime, seen.IAmAliveTime);
        Assert.Equal(joins.SuspectTimes, seen.SuspectTimes);
    }

    [PostgresFact]
    public async Task Of_two_changes_to_one_version_only_the_first_is_made()
    {
        using var providers = await Providers.Over(await NewDatabase());
        var version = (await providers.Membership.ReadAllAsync()).Version;

        var changes = await Task.WhenAll(Enumerable.Range(1, 8).Select(one =>
            providers.Membership.InsertRowAsync(Silo(10_000 + one), version.Next())));

        Assert.Single(changes, made => made);
        Assert.Single((await providers.Membership.ReadAllAsync()).Members);
    }

    [PostgresFact]
    public async Task A_silo_joins_once_only()
    {
        using var providers = await Providers.Over(await NewDatabase());

        Assert.True(await Insert(providers, Silo(11_111)));
        Assert.False(await Insert(providers, Silo(11_111)));
        Assert.False(await Update(providers, Silo(22_222)));

        Assert.Equal(1, (await providers.Membership.ReadAllAsync()).Version.Version);
    }

    [PostgresFact]
    public async Task One_silo_can_be_looked_up_and_an_unknown_one_is_no_error()
    {
        using var providers = await Providers.Over(await NewDatabase());
        await Insert(providers, Silo(11_111));
        await Insert(providers, Silo(22_222));

        var one = await providers.Membership.ReadRowAsync(Address(22_222));
        var none = await providers.Membership.ReadRowAsync(Address(33_333));

        Assert.Equal(Address(22_222), Assert.Single(one.Members).Item1.SiloAddress);
        Assert.Empty(none.Members);
        Assert.Equal(2, none.Version.Version);
    }

    [PostgresFact]
    public async Task A_sign_of_life_changes_no_version()
    {
        using var providers = await Providers.Over(await NewDatabase());
        var silo = Silo(11_111);
        await Insert(providers, silo);
        silo.IAmAliveTime = Noon.AddMinutes(1);

        await providers.Membership.UpdateIAmAliveAsync(silo);

        var view = await providers.Membership.ReadAllAsync();
        Assert.Equal(Noon.AddMinutes(1), Assert.Single(view.Members).Item1.IAmAliveTime);
        Assert.Equal(1, view.Version.Version);
    }

    [PostgresFact]
    public async Task Only_silos_that_are_not_active_and_long_silent_are_forgotten()
    {
        using var providers = await Providers.Over(await NewDatabase());
        await Insert(providers, Silo(11_111));
        await Insert(providers, Silo(22_222, SiloStatus.Dead));
        await Insert(providers, Silo(33_333, SiloStatus.Dead, Noon.AddHours(2)));

        await providers.Membership.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(Noon.AddHours(1)));

        var left = (await providers.Membership.ReadAllAsync()).Members.Select(one => one.Item1.SiloAddress);
        Assert.Equal([Address(11_111), Address(33_333)], left.Order());
    }

    [PostgresFact]
    public async Task Clusters_in_one_database_do_not_see_each_other()
    {
        var database = await NewDatabase();
        using var one = await Providers.Over(database, "one");
        using var other = await Providers.Over(database, "other");
        await Insert(one, Silo(11_111));

        Assert.Empty((await other.Membership.ReadAllAsync()).Members);
        await other.Membership.DeleteMembershipTableEntriesAsync("other");
        Assert.Single((await one.Membership.ReadAllAsync()).Members);
    }

    private static SiloAddress Address(int port) => SiloAddress.New(IPAddress.Loopback, port, 17);

    private static MembershipEntry Silo(
        int port, SiloStatus status = SiloStatus.Active, DateTime? aliveAt = null) => new()
        {
            SiloAddress = Address(port),
            SiloName = "a silo",
            HostName = "a machine",
            Status = status,
            ProxyPort = 30_000,
            StartTime = Noon,
            IAmAliveTime = aliveAt ?? Noon,
        };

    private static async Task<bool> Insert(Providers providers, MembershipEntry silo) =>
        await providers.Membership.InsertRowAsync(
            silo, (await providers.Membership.ReadAllAsync()).Version.Next());

    // As a silo does it: with the tag under which it has read its row.
    private static async Task<bool> Update(Providers providers, MembershipEntry silo)
    {
        var view = await providers.Membership.ReadAllAsync();
        var row = view.Members.FirstOrDefault(one => one.Item1.SiloAddress.Equals(silo.SiloAddress));
        return await providers.Membership.UpdateRowAsync(
            silo, row?.Item2 ?? view.Version.VersionEtag, view.Version.Next());
    }

    private async Task<string> NewDatabase() => await (await postgres.Server).CreateDatabase();
}
