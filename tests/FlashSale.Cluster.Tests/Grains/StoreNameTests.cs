using FlashSale.Tests.Engine;
using FlashSale.Tests.Stores;

namespace FlashSale.Cluster.Tests;

// Rule STO-4 on a cluster: the same table of names as on an engine.
[Trait("cluster", "STO-4")]
public sealed class StoreNameTests
{
    [Fact]
    public async Task A_cluster_opens_no_second_store_under_a_mark()
    {
        await using var market = await TestMarket.Start();
        var store = 0;
        foreach (var row in SameNames.Rows)
        {
            // Each pair in a name of its own, so that the pairs do not meet.
            var pair = $" of {store}";
            var (name, typed, same) = ((string)row[0] + pair, (string)row[1] + pair, (bool)row[2]);
            var (first, second) = (new StoreId(store++), new StoreId(store++));

            Assert.Equal(OpenStoreResult.Opened, await Open(market, first, name));
            Assert.Equal(
                same ? OpenStoreResult.NameTaken : OpenStoreResult.Opened, await Open(market, second, typed));
            Assert.Equal(OpenStoreResult.Opened, await Open(market, first, name));
            Assert.Equal(ShownText.Of(name), (await market.Port.FindStore(first))!.Name);
        }
    }

    // Decision 0006: rows that the version before has written are found.
    [Fact]
    public async Task A_name_that_was_given_under_the_key_of_before_stays_given()
    {
        await using var market = await TestMarket.Start();
        const string strange = "Tao\u200B Mark";
        foreach (var name in new[] { "Café", strange })
        {
            var before = StoreNames.KeyBefore(name)!;
            Assert.True(await market.Grains.GetGrain<IStoreNameGrain>(before).Claim(new StoreId(7)));
        }

        Assert.Equal(OpenStoreResult.NameTaken, await Open(market, new StoreId(1), "Cafe\u0301"));
        Assert.Equal(OpenStoreResult.NameTaken, await Open(market, new StoreId(2), strange));
        Assert.Equal(OpenStoreResult.Opened, await Open(market, new StoreId(7), strange));
    }

    private static async Task<OpenStoreResult> Open(TestMarket market, StoreId id, string name) =>
        await market.Port.OpenStore(Fixtures.Application(id) with { Name = name });
}
