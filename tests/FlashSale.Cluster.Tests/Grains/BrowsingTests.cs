using FlashSale.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace FlashSale.Cluster.Tests;

// Pages of listings and stores show each of them once, as it is, and only what was asked for.
public sealed class BrowsingTests
{
    private const int Listings = 45;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Pages_together_are_the_listings_that_match(int listingsMax)
    {
        var rows = new MemoryRowStore();
        await using var market = await TestMarket.Start(rows: rows);
        await Fill(market.Port);
        var all = new List<ListingView>();
        for (var at = 0; at < Listings; at++)
        {
            all.Add((await market.Port.FindListing(new ListingId(at)))!);
        }

        ListingQuery[] queries =
        [
            new(), new() { Store = new StoreId(3) }, new() { Category = new CategoryId(1) },
            new() { PriceFrom = Money.FromYuan(110), PriceTo = Money.FromYuan(130) },
            new() { OnlyForSale = true }, new() { Store = new StoreId(900) },
        ];
        var browser = BrowserOf(market, rows);
        foreach (var query in queries)
        {
            Assert.Equal(
                all.Where(query.Matches).Select(view => (view.Id, view.PriceNow, view.Stock)),
                (await Pages(browser, query with { ListingsMax = listingsMax }))
                    .Select(view => (view.Id, view.PriceNow, view.Stock)));
        }
    }

    [Fact]
    public async Task Stores_and_switches_are_told_and_a_page_has_its_limits()
    {
        var rows = new MemoryRowStore();
        await using var market = await TestMarket.Start(rows: rows);
        await Fill(market.Port);
        var browser = BrowserOf(market, rows);

        var page = await browser.FindStores(new StoreId(2), 2);
        Assert.Equal([new StoreId(2), new StoreId(3)], page.Stores.Select(store => store.Id));
        Assert.Equal(new StoreId(4), page.Next);
        Assert.Null((await browser.FindStores(page.Next!.Value, 100)).Next);
        Assert.Empty(await browser.FindSwitchFlips());
        await market.Port.Flip(new SwitchCommand(Switch.CouponsFrozen, true, "me", "to see", null));
        Assert.Equal(Switch.CouponsFrozen, Assert.Single(await browser.FindSwitchFlips()).Switch);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await browser.FindListings(new ListingQuery { ListingsMax = 101 }));
    }

    private static ClusterBrowser BrowserOf(TestMarket market, IRowStore rows) => new(
        rows, market.Silos.Client.ServiceProvider.GetRequiredService<Serializer>(), market.Searched,
        market.Grains);

    // Some sold out, some withdrawn, some whose stock is split.
    private static async Task Fill(IMarketplace port)
    {
        for (var at = 0; at < Listings; at++)
        {
            var store = new StoreId(at / 9);
            if (at % 9 == 0)
            {
                Assert.Equal(OpenStoreResult.Opened, await port.OpenStore(Fixtures.Application(store)));
            }

            var id = new ListingId(at);
            Assert.Equal(ListingResult.Published, await port.Publish(id, Fixtures.Terms() with
            {
                Store = store,
                Category = new CategoryId((byte)(at % 3)),
                Price = Money.FromYuan(100 + at),
                Stock = at % 5 == 0 ? 1 : 20,
                Buckets = at % 4 == 0 ? 3 : 1,
            }));
            if (at % 5 == 0)
            {
                var line = new CartLine(id, 1, Money.FromYuan(100 + at));
                await port.Checkout(Fixtures.Checkout(buyer: at), new[] { line });
            }

            if (at % 7 == 0)
            {
                await port.Withdraw(id);
            }
        }
    }

    private static async Task<List<ListingView>> Pages(ClusterBrowser browser, ListingQuery query)
    {
        var all = new List<ListingView>();
        for (ListingId? from = default(ListingId); from is { } next;)
        {
            var page = await browser.FindListings(query with { From = next });
            Assert.InRange(page.Listings.Count, 0, query.ListingsMax);
            all.AddRange(page.Listings);
            from = page.Next;
        }

        return all;
    }
}
