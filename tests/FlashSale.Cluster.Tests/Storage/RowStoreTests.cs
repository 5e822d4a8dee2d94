using static FlashSale.Cluster.Tests.RowFixtures;

namespace FlashSale.Cluster.Tests;

// What every store promises, whatever is below it.
public sealed class RowStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [Stores, PostgresStore]
    public async Task A_row_is_read_back_as_it_was_written(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        await store.Rows.Save(Put(Key(), text: 5));
        await store.Rows.Save(new RowWrite(Key(item: 1), 0, []));

        var row = await store.Rows.Read(Key());
        Assert.Equal((Key(), 1L), (row!.Key, row.Version));
        Assert.Equal(Body(5), row.Body.ToArray());
        Assert.Equal(0, (await store.Rows.Read(Key(item: 1)))!.Body.Length);
        Assert.Null(await store.Rows.Read(Key(item: 2)));
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task A_row_is_replaced_only_at_its_version(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        await store.Rows.Save(Put(Key()));
        await store.Rows.Save(Put(Key(), version: 1, text: 2));

        foreach (var wrong in new[] { 0, 1, 3 })
        {
            var refused = await Assert.ThrowsAsync<RowConflictException>(
                () => store.Rows.Save(Put(Key(), wrong, text: 9)));
            Assert.Equal(Key(), refused.Key);
        }

        Assert.Equal(Body(2), (await store.Rows.Read(Key()))!.Body.ToArray());
        await store.Rows.Save(Put(Key(), version: 2));
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task A_row_is_deleted_only_at_its_version(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        await store.Rows.Save(Put(Key()));

        Assert.False(await store.Rows.Save(Delete(Key(), 2)).TookEffect());
        Assert.False(await store.Rows.Save(Delete(Key(), 0)).TookEffect());
        Assert.True(await store.Rows.Save(Delete(Key(), 1)).TookEffect());
        Assert.False(await store.Rows.Save(Delete(Key(), 1)).TookEffect());
        Assert.True(await store.Rows.Save(Delete(Key(), 0)).TookEffect());

        Assert.Null(await store.Rows.Read(Key()));
        await store.Rows.Save(Put(Key()));
        Assert.Equal(1, await store.Rows.VersionOf(Key()));
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task A_write_of_several_rows_is_carried_out_whole_or_not_at_all(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        await store.Rows.Save(Put(Key(1)), Put(Key(2)), Put(Key(3)));

        var refused = await Assert.ThrowsAsync<RowConflictException>(() => store.Rows.Save(
            Put(Key(1), version: 1, text: 2), Delete(Key(2), 1), Put(Key(4)), Put(Key(3), version: 7)));

        Assert.Equal(Key(3), refused.Key);
        Assert.Equal(1, await store.Rows.VersionOf(Key(1)));
        Assert.Equal(1, await store.Rows.VersionOf(Key(2)));
        Assert.Null(await store.Rows.Read(Key(4)));
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task A_row_may_occur_several_times_in_one_write(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        await store.Rows.Save(Put(Key()), Put(Key(), version: 1, text: 2), Put(Key(item: 1)));
        await store.Rows.Save(
            Delete(Key(), 2), Put(Key(), text: 3), Put(Key(item: 2)), Delete(Key(item: 2), 1));

        Assert.False(await store.Rows.Save(Put(Key(item: 3)), Put(Key(item: 3))).TookEffect());
        var rows = await store.Rows.ReadAll(RowKind.Cart, Key().Owner);
        Assert.Equal([(0L, 1L), (1L, 1L)], rows.Select(row => (row.Key.Item, row.Version)));
        Assert.Equal(Body(3), rows[0].Body.ToArray());
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task An_owners_rows_come_by_rising_item(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        long[] items = [5, -3, long.MaxValue, 0, long.MinValue];
        await store.Rows.Save([.. items.Select(item => Put(Key(item: item)))]);
        await store.Rows.Save(Put(Key(owner: 8)), Put(Key(kind: RowKind.Checkout)));

        var rows = await store.Rows.ReadAll(RowKind.Cart, Key().Owner);

        Assert.Equal(items.Order(), rows.Select(row => row.Key.Item));
        Assert.Empty(await store.Rows.ReadAll(RowKind.Hold, Key().Owner));
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task Due_rows_come_in_the_order_of_their_moments(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        await store.Rows.Save(
            Put(Key(1), due: 300), Put(Key(2), due: 100), Put(Key(3)), Put(Key(4), due: 200),
            Put(Key(-5), due: 200), Put(Key(6, kind: RowKind.Hold), due: 100));

        Assert.Equal([Key(2), Key(-5), Key(4)], await store.Rows.DueKeys(200));
        Assert.Equal([Key(2), Key(-5)], await store.Rows.DueKeys(300, rowsMax: 2));

        await store.Rows.Save(
            Put(Key(2), version: 1), Delete(Key(4), 1), Put(Key(-5), version: 1, due: 900));
        await store.Rows.Save(Put(Key(3), version: 1, due: 50));
        Assert.Equal([Key(3), Key(1)], await store.Rows.DueKeys(899));
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task Each_due_row_belongs_to_one_slice(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        var owners = Enumerable.Range(-20, 41).Select(owner => (long)owner).ToArray();
        await store.Rows.Save([.. owners.Select(owner => Put(Key(owner), due: 1))]);

        var found = new List<long>();
        for (var slice = 0; slice < 3; slice++)
        {
            found.AddRange((await store.Rows.DueKeys(1, slice, slices: 3)).Select(key => key.Owner));
        }

        Assert.Equal(owners, found.Order());
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task Pages_show_every_row_of_a_kind_once_and_in_order(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        var keys = (from owner in Enumerable.Range(-8, 17)
                    from item in Enumerable.Range(0, 1 + Math.Abs(owner))
                    select Key(owner * 1_000_003L, item)).ToArray();
        await store.Rows.Save([.. keys.Select(key => Put(key)), Put(Key(kind: RowKind.Checkout))]);

        var seen = new List<RowKey>();
        var after = RowKey.Before(RowKind.Cart);
        while (await store.Rows.Page(after, rowsMax: 7) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(row => row.Key));
            after = seen[^1];
        }

        Assert.Equal(keys, seen);
    }

    [Theory]
    [Stores, PostgresStore]
    public async Task What_is_too_much_at_once_is_refused(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        var most = Enumerable.Range(0, RowLimits.RowsPerWriteMax)
            .Select(item => Put(Key(item: item))).ToArray();
        await store.Rows.Save(most);
        await store.Rows.Save();

        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await store.Rows.Save([.. most, Put(Key(8))]));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await store.Rows.Save(new RowWrite(Key(8), 0, new byte[RowLimits.BodyBytesMax + 1])));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await store.Rows.Page(RowKey.Before(RowKind.Cart), RowLimits.RowsPerPageMax + 1));

        Assert.Equal(most.Length, (await store.Rows.ReadAll(RowKind.Cart, Key().Owner)).Count);
        Assert.Null(await store.Rows.Read(Key(8)));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite), PostgresStore]
    public async Task What_was_answered_is_there_after_a_restart(StoreKind kind)
    {
        await using var store = await TestStore.Open(kind, postgres);
        await store.Rows.Save(Put(Key(1), text: 4, due: 10), Put(Key(2)));
        await store.Rows.Save(Put(Key(2), version: 1), Put(Key(3)));
        await store.Rows.Save(Delete(Key(3), 1));

        await store.Reopen();

        Assert.Equal(Body(4), (await store.Rows.Read(Key(1)))!.Body.ToArray());
        Assert.Equal([Key(1)], await store.Rows.DueKeys(10));
        Assert.Equal(2, await store.Rows.VersionOf(Key(2)));
        Assert.Null(await store.Rows.Read(Key(3)));
        Assert.False(await store.Rows.Save(Put(Key(2), version: 1)).TookEffect());
    }
}
