using FlashSale.Tests;
using FsCheck;
using FsCheck.Fluent;
using static FlashSale.Cluster.Tests.RowFixtures;

namespace FlashSale.Cluster.Tests;

// Writes that are asked for side by side: they share commits, and the end is as if they had come one by one.
public sealed class RowStoreRaceTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    // Few rows and few versions, so that writes often meet. A version above 2 is the wrong one for most rows.
    private static readonly Gen<RowWrite> AnyWrite =
        from item in Gen.Choose(0, 3)
        from version in Gen.Choose(0, 3)
        from deletes in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from due in Gen.Choose(0, 2)
        select new RowWrite(
            Key(item: item), version, deletes ? null : Body((byte)due), due == 0 ? null : due * 100);

    private static readonly Gen<RowWrite[]> AnyWrites =
        from rows in Gen.Choose(1, 3)
        from writes in AnyWrite.ArrayOf(rows)
        select writes;

    [Theory]
    [Stores, PostgresStore]
    public async Task A_hot_row_takes_the_writes_of_many_requests_at_once(StoreKind kind)
    {
        const int requests = 3_000;
        await using var store = await TestStore.Open(kind, postgres);

        await Task.WhenAll(Enumerable.Range(0, requests).Select(request =>
            store.Rows.Save(Put(Key(), request), Put(Key(item: 1 + request)))));

        Assert.Equal(requests, await store.Rows.VersionOf(Key()));
        Assert.Equal(1 + requests, (await store.Rows.ReadAll(RowKind.Cart, Key().Owner)).Count);
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task A_write_at_a_wrong_version_fails_alone(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        await store.Rows.Save(Put(Key()), Put(Key(item: 1)));

        var writes = Enumerable.Range(1, 500).SelectMany(version => new[]
        {
            store.Rows.Save(Put(Key(), version - 1, text: 9), Put(Key(item: 1), version, text: 9)),
            store.Rows.Save(Put(Key(), version), Put(Key(item: 1), version)),
            store.Rows.Save(Put(Key(1_000 + version))),
        }).ToArray();

        var outcomes = await Task.WhenAll(writes.Select(write => write.TookEffect()));
        Assert.All(outcomes.Chunk(3), outcome => Assert.Equal([false, true, true], outcome));
        Assert.Equal(501, await store.Rows.VersionOf(Key()));
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task Of_many_owners_who_write_at_once_each_finds_its_own(StoreKind kind)
    {
        const int owners = 200;
        await using var store = await TestStore.Open(kind, postgres);

        async Task Own(long owner)
        {
            for (var version = 0; version < 20; version++)
            {
                await store.Rows.Save(
                    Put(Key(owner), version), Put(Key(owner, item: 1 + version), due: version));
                Assert.Equal(1 + version, await store.Rows.VersionOf(Key(owner)));
            }
        }

        await Task.WhenAll(Enumerable.Range(0, owners).Select(owner => Task.Run(() => Own(owner))));
        Assert.Equal(owners * 2, (await store.Rows.DueKeys(1, rowsMax: owners * 3)).Count);
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task Any_writes_side_by_side_end_as_if_they_had_come_one_by_one(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        AnyHistory.Holds(
            AnyWrites, writes => Compare(store.Rows, writes).GetAwaiter().GetResult(), stepsMax: 40);
    }

    // Against a dictionary that carries them out one by one.
    private static async Task Compare(IRowStore store, IReadOnlyList<RowWrite[]> writes)
    {
        foreach (var row in await store.ReadAll(RowKind.Cart, Key().Owner))
        {
            await store.Save(Delete(row.Key, row.Version));
        }

        var model = new Dictionary<RowKey, RowWrite>();
        var expected = writes.Select(rows => CarryOut(model, rows)).ToArray();
        var outcomes = await Task.WhenAll(writes.Select(rows => store.Save(rows).TookEffect()).ToArray());

        Assert.Equal(expected, outcomes);
        var rows = await store.ReadAll(RowKind.Cart, Key().Owner);
        Assert.Equal(
            model.Values.OrderBy(row => row.Key.Item).Select(row => (row.Key, row.Version + 1, row.Body![0])),
            rows.Select(row => (row.Key, row.Version, row.Body.Span[0])));
        Assert.Equal(
            model.Values.Where(row => row.DueMs <= 100).Select(row => row.Key.Item).Order(),
            (await store.DueKeys(100)).Select(key => key.Item));
    }

    private static bool CarryOut(Dictionary<RowKey, RowWrite> model, RowWrite[] rows)
    {
        var after = new Dictionary<RowKey, RowWrite>(model);
        foreach (var row in rows)
        {
            if ((after.TryGetValue(row.Key, out var before) ? before.Version + 1 : 0) != row.Version)
            {
                return false;
            }

            after.Remove(row.Key);
            if (row.Body is not null)
            {
                after[row.Key] = row;
            }
        }

        model.Clear();
        foreach (var (key, row) in after)
        {
            model[key] = row;
        }

        return true;
    }
}
