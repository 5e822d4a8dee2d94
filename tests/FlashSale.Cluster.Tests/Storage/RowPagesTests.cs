namespace FlashSale.Cluster.Tests;

// Whoever goes over all rows sees every owner once, however many rows it has and wherever pages end.
public sealed class RowPagesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Every_owner_has_one_head_and_it_is_its_first_row(int rowsMax)
    {
        var store = new MemoryRowStore();
        long[] owners = [-4, 0, 7, 8, 30];
        foreach (var owner in owners)
        {
            for (var item = 0; item <= Math.Abs(owner % 4); item++)
            {
                await store.Save(RowFixtures.Put(RowFixtures.Key(owner, item)));
            }
        }

        await store.Save(RowFixtures.Put(RowFixtures.Key(9, kind: RowKind.Checkout)));

        Assert.Equal(owners, await Heads(store, long.MinValue, rowsMax));
        Assert.Equal([7L, 8, 30], await Heads(store, 1, rowsMax));
        Assert.Empty(await Heads(store, 31, rowsMax));
    }

    [Fact]
    public void Every_kind_with_something_to_do_is_declared_once() =>
        Assert.Equal(RowTable.All.Count, RowTable.All.Select(table => table.Kind).Distinct().Count());

    private static async Task<List<long>> Heads(MemoryRowStore store, long from, int rowsMax)
    {
        var heads = new List<long>();
        await foreach (var some in RowPages.Heads(store, RowKind.Cart, from, rowsMax))
        {
            Assert.All(some, row => Assert.Equal(0, row.Key.Item));
            heads.AddRange(some.Select(row => row.Key.Owner));
        }

        return heads;
    }
}
