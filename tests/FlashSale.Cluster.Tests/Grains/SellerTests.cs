using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

// IDN-4: every store belongs to one seller, and a seller's list is exactly its stores.
[Trait("cluster", "IDN-4")]
public sealed class SellerTests
{
    private static readonly SellerId Seller = new(40);

    [Fact]
    public async Task A_seller_has_the_stores_that_were_opened_in_its_name()
    {
        await using var market = await TestMarket.Start();
        Assert.Null(await market.Port.FindSeller(Seller));

        await Open(market.Port, 5, 2);
        await Open(market.Port, 5);

        Assert.Equal([new StoreId(2), new StoreId(5)], await Stores(market.Port));
        Assert.Null(await market.Port.FindSeller(new SellerId(41)));
        Assert.True((await market.Port.Audit()).Passed);
    }

    [Fact]
    public async Task Pages_together_are_all_sellers()
    {
        await using var market = await TestMarket.Start();
        for (var store = 0; store < 14; store++)
        {
            await market.Port.OpenStore(Of(store) with { Owner = new SellerId(10 * (store / 2)) });
        }

        var found = new List<SellerView>();
        for (SellerId? from = default(SellerId); from is { } next;)
        {
            var page = await market.Browser.FindSellers(next, 3);
            Assert.InRange(page.Sellers.Count, 0, 3);
            found.AddRange(page.Sellers);
            from = page.Next;
        }

        Assert.Equal([0, 10, 20, 30, 40, 50, 60], found.Select(seller => seller.Id.Value));
        Assert.All(found, seller => Assert.Equal(2, seller.Stores.Count));
    }

    [Fact]
    public async Task Stores_that_a_version_without_sellers_has_opened_find_their_seller()
    {
        var rows = new MemoryRowStore();
        await using (var before = await TestMarket.Start(rows: rows))
        {
            await Open(before.Port, 2, 5);
        }

        await Forget(rows, new StoreId(2));
        await using var market = await TestMarket.Start(rows: rows);

        await market.SetTime(market.Clock.Now);

        Assert.Equal([new StoreId(2), new StoreId(5)], await Stores(market.Port));
        Assert.True((await market.Port.Audit()).Passed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_audit_finds_a_store_that_its_seller_has_not(bool isLost)
    {
        var rows = new MemoryRowStore();
        await using var market = await TestMarket.Start(rows: rows);
        await Open(market.Port, 2, 5);

        await rows.Save(isLost
            ? RowFixtures.Delete(RowOf(new StoreId(2)), version: 1)
            : new RowWrite(
                RowOf(new StoreId(3)), 0, WireFormat.Serializer.SerializeToArray(new SellerStore())));

        var failed = (await market.Port.Audit()).Checks.Where(check => !check.Passed);
        Assert.Equal(["sellers-have-their-stores"], failed.Select(check => check.Name));
    }

    private static async Task Open(IMarketplace port, params int[] stores)
    {
        foreach (var store in stores)
        {
            Assert.Equal(OpenStoreResult.Opened, await port.OpenStore(Of(store) with { Owner = Seller }));
        }
    }

    private static async Task<IEnumerable<StoreId>> Stores(IMarketplace port) =>
        (await port.FindSeller(Seller))!.Stores.Select(store => store.Id);

    private static StoreApplication Of(int store) => Fixtures.Application(new StoreId(store));

    private static RowKey RowOf(StoreId store) => new(RowKind.SellerStore, Seller.Value, store.Value);

    // As an older version has left it.
    private static async Task Forget(MemoryRowStore rows, StoreId store)
    {
        await rows.Spoil<StoreState>(
            new RowKey(RowKind.Store, store.Value), state => state.IsWithSeller = false);
        await rows.Save(RowFixtures.Delete(RowOf(store), version: 1));
    }
}
