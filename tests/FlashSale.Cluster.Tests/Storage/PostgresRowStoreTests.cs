using Npgsql;
using static FlashSale.Cluster.Tests.RowFixtures;

namespace FlashSale.Cluster.Tests;

public sealed class PostgresRowStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [PostgresFact]
    public async Task A_fenced_silo_writes_no_more_and_says_why()
    {
        var database = await Database();
        await using var zombie = await Open(database, "silo-1");
        await using var alive = await Open(database, "silo-2");
        await zombie.Save(Put(Key()));

        await alive.Fence("silo-1");

        await Assert.ThrowsAsync<RowStoreException>(() => zombie.Save(Put(Key(), version: 1)));
        var refused = await Assert.ThrowsAsync<RowStoreException>(() => zombie.Save(Put(Key(), version: 1)));
        Assert.Contains("declared dead", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RowStoreException>(() => zombie.VersionOf(Key()));
        Assert.Equal(1, await alive.VersionOf(Key()));
        await alive.Save(Put(Key(), version: 1));
    }

    [PostgresFact]
    public async Task Whatever_a_zombie_was_told_is_there_when_reads_go_on()
    {
        var database = await Database();
        await using var zombie = await Open(database, "silo-1");
        await using var alive = await Open(database, "silo-2");
        var owners = Enumerable.Range(0, 40).Select(owner => WriteUntilRefused(zombie, owner)).ToArray();

        // Each is sure to be in the middle of its writes.
        while (await alive.VersionOf(Key(0)) < 3)
        {
        }

        var fencing = alive.Fence("silo-1");
        var seen = await Task.WhenAll(Enumerable.Range(0, 40).Select(owner => alive.VersionOf(Key(owner))));
        Assert.True(fencing.IsCompletedSuccessfully);

        var told = await Task.WhenAll(owners);
        Assert.All(told.Zip(seen), owner => Assert.True(owner.First <= owner.Second));
        foreach (var (owner, version) in seen.Index())
        {
            Assert.Equal(version, await alive.VersionOf(Key(owner)));
        }
    }

    [PostgresFact]
    public async Task A_silo_that_stands_still_in_a_transaction_is_fenced()
    {
        var database = await Database();
        await using var frozen = await Open(database, "silo-1");
        await using var alive = await Open(database, "silo-2");
        await frozen.Save(Put(Key()));
        await using var blocker = NpgsqlDataSource.Create(database);
        await using var connection = await blocker.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select 1 from rows for update", connection);
        await hold.ExecuteNonQueryAsync();

        var stuck = frozen.Save(Put(Key(), version: 1));
        await alive.Fence("silo-1");
        await transaction.RollbackAsync();

        await Assert.ThrowsAsync<RowStoreException>(() => stuck);
        Assert.Equal(1, await alive.VersionOf(Key()));
    }

    [PostgresFact]
    public async Task Of_two_silos_of_one_name_the_later_writes()
    {
        var database = await Database();
        var earlier = await Open(database, "silo-1");
        await using var later = await Open(database, "silo-1");

        await Assert.ThrowsAsync<RowStoreException>(() => earlier.Save(Put(Key())));
        await earlier.DisposeAsync();
        await later.Save(Put(Key()));
    }

    [PostgresFact]
    public async Task A_silo_that_closed_leaves_no_right_to_write_behind()
    {
        var database = await Database();
        await (await Open(database, "silo-1")).DisposeAsync();

        await using var admin = NpgsqlDataSource.Create(database);
        await using var question = admin.CreateCommand("select count(*) from silos where not fenced");
        Assert.Equal(0L, await question.ExecuteScalarAsync());
    }

    [PostgresFact]
    public async Task Silos_that_are_long_gone_are_forgotten_and_one_that_lives_never_is()
    {
        const int starts = 103; // more than are kept
        var database = await Database();
        await using var oldest = await Open(database, "oldest");
        await oldest.Save(Put(Key()));
        await using var admin = NpgsqlDataSource.Create(database);
        await using (var gone = admin.CreateCommand(
            "insert into silos(name, fenced) select 'silo', one % 2 = 0 "
            + $"from generate_series(1, {starts}) as one"))
        {
            await gone.ExecuteNonQueryAsync();
        }

        await using var next = await Open(database, "next");

        await using var question = admin.CreateCommand("select name from silos order by epoch limit 2");
        await using var rows = await question.ExecuteReaderAsync();
        Assert.True(await rows.ReadAsync());
        Assert.Equal("oldest", rows.GetString(0));
        await using var count = admin.CreateCommand("select count(*) from silos");
        Assert.Equal(1L + 100, await count.ExecuteScalarAsync()); // the oldest, and the last hundred
        await oldest.Save(Put(Key(), version: 1));
    }

    [PostgresFact]
    public async Task A_silo_that_was_forgotten_can_write_no_more_than_one_that_is_fenced()
    {
        var database = await Database();
        await using var forgotten = await Open(database, "silo-1");
        await forgotten.Save(Put(Key()));
        await using var admin = NpgsqlDataSource.Create(database);
        await using var forget = admin.CreateCommand("delete from silos");
        await forget.ExecuteNonQueryAsync();

        await Assert.ThrowsAsync<RowStoreException>(() => forgotten.Save(Put(Key(), version: 1)));
        await Assert.ThrowsAsync<RowStoreException>(() => forgotten.VersionOf(Key()));
    }

    [PostgresFact]
    public async Task Silos_that_start_at_once_make_the_schema_once()
    {
        var database = await Database();

        var stores = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(silo => Open(database, $"silo-{silo}")));

        await Task.WhenAll(stores.Select((store, owner) => store.Save(Put(Key(owner)))));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task A_newer_schema_is_refused()
    {
        var database = await Database();
        await (await Open(database, "silo-1")).DisposeAsync();
        await using var admin = NpgsqlDataSource.Create(database);
        await using var change = admin.CreateCommand("update schema_version set version = 99");
        await change.ExecuteNonQueryAsync();

        var refused = await Assert.ThrowsAsync<RowStoreException>(() => Open(database, "silo-1"));
        Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task While_the_database_is_away_requests_fail_and_then_work_again_by_themselves()
    {
        await using var server = await PostgresServer.Start();
        await using var store = await Open(await server.CreateDatabase(), "silo-1");
        await store.Save(Put(Key()));
        await server.Stop();

        await Assert.ThrowsAsync<RowStoreException>(() => store.Save(Put(Key(), version: 1)));
        await Assert.ThrowsAsync<RowStoreException>(() => store.Save(Put(Key(), version: 1)));
        await Assert.ThrowsAsync<RowStoreException>(() => store.VersionOf(Key()));

        await server.Restart();
        await Eventually(() => store.Save(Put(Key(), version: 1)));
        Assert.Equal(2, await store.VersionOf(Key()));
    }

    [PostgresFact]
    public async Task What_was_answered_is_there_after_the_database_was_killed()
    {
        await using var server = await PostgresServer.Start();
        await using var store = await Open(await server.CreateDatabase(), "silo-1");
        var owners = Enumerable.Range(0, 40).Select(owner => WriteUntilRefused(store, owner)).ToArray();
        while (await store.VersionOf(Key(0)) < 3)
        {
        }

        await server.Kill();
        var told = await Task.WhenAll(owners);
        await server.Restart();

        await Eventually(() => store.VersionOf(Key(0)));
        var found = await Task.WhenAll(Enumerable.Range(0, 40).Select(owner => store.VersionOf(Key(owner))));
        Assert.All(told.Zip(found), owner => Assert.InRange(owner.Second, owner.First, owner.First + 1));
        await Eventually(() => store.Save(Put(Key(0), version: found[0])));
    }

    private async Task<string> Database() => await (await postgres.Server).CreateDatabase();

    private static Task<PostgresRowStore> Open(string database, string silo) =>
        PostgresRowStore.Open(database, silo, RealClock.Instance);

    // The last version that was answered.
    private static async Task<long> WriteUntilRefused(PostgresRowStore store, long owner)
    {
        for (var version = 0L; ; version++)
        {
            try
            {
                await store.Save(Put(Key(owner), version), Put(Key(owner, item: 1 + version)));
            }
            catch (RowStoreException)
            {
                return version;
            }
        }
    }

    // Each attempt waits a little by itself.
    private static async Task Eventually(Func<Task> attempt)
    {
        for (var left = 150; ; left--)
        {
            try
            {
                await attempt();
                return;
            }
            catch (RowStoreException) when (left > 0)
            {
            }
        }
    }
}
