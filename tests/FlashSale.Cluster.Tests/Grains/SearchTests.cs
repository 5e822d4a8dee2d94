using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>What a cluster's searches know, whatever happens to its silos and rows.</summary>
public sealed class SearchTests
{
    private const int Stores = 4;

    private static readonly TimeSpan Turn = new SearchPolicy().RebuildEvery;

    [Fact, Trait("cluster", "SRC-1")]
    public async Task What_sells_comes_to_the_front_at_the_next_turn()
    {
        await using var market = await TestMarket.Start();
        await Shop.Open(market.Port, Stores);
        Assert.Equal([0, 1, 2, 3], await Ids(market));

        await Shop.Paid(market.Port, Fixtures.Checkout(), listing: 2);
        await Shop.AuditPasses(market.Port); // now every event has come
        Assert.Equal([0, 1, 2, 3], await Ids(market)); // as the market was when the hour began
        market.Clock.Now += Turn;

        Assert.Equal([2, 0, 1, 3], await Ids(market));
        Assert.Equal([2, 0, 1, 3], await Ids(market, new SearchQuery { Category = new CategoryId(0) }));
        Assert.Empty(await Ids(market, new SearchQuery { Category = new CategoryId(1) }));
    }

    [Fact, Trait("cluster", "SRC-1"), Trait("cluster", "CAP-2"), Trait("cluster", "GOV-1")]
    public async Task Policy_and_switch_change_searches_at_once()
    {
        await using var market = await TestMarket.Start();
        await Shop.Open(market.Port, Stores);
        Assert.Equal(SearchMode.Composite, (await market.Searched.Search(new SearchQuery())).Mode);

        await market.Port.ChangePolicy(
            new Policy { Search = new SearchPolicy { Mode = SearchMode.Delisting } });
        market.Clock.Now += TimeSpan.FromSeconds(1); // a change begins with the next whole second
        var delisting = await market.Searched.Search(new SearchQuery());
        await market.Port.Flip(new SwitchCommand(Switch.SearchSimplified, true, "me", "peak", null));
        var simple = await market.Searched.Search(new SearchQuery());

        Assert.Equal(SearchMode.Delisting, delisting.Mode);
        Assert.All(delisting.Hits, hit => Assert.Equal(History.Beginning.AddDays(7), hit.EndsAt));
        Assert.True(simple.IsSimplified);
        Assert.All(simple.Hits, hit => Assert.Null(hit.EndsAt));
    }

    [Fact, Trait("cluster", "SRC-1")]
    public async Task A_query_that_is_not_allowed_is_answered_and_wakes_no_grain_of_its_own()
    {
        await using var market = await TestMarket.Start();

        var page = await market.Searched.Search(new SearchQuery { Category = new CategoryId(200) });

        Assert.Equal(SearchResult.BadQuery, page.Result);
    }

    [Fact, Trait("cluster", "SRC-1")]
    public async Task Searches_survive_the_silo_that_made_the_index()
    {
        await using var market = await TestMarket.Start(silos: 2);
        await Shop.Open(market.Port, Stores);
        await Shop.Paid(market.Port, Fixtures.Checkout(), listing: 2);
        await Shop.AuditPasses(market.Port);
        market.Clock.Now += Turn;
        Assert.Equal([2, 0, 1, 3], await Ids(market));

        await market.Silos.KillSiloAsync(market.Silos.Silos[1]);

        var page = await Shop.Answered(() => market.Searched.Search(new SearchQuery()));
        Assert.Equal([2, 0, 1, 3], page.Hits.Select(hit => hit.Listing.Id.Value));
    }

    [Fact, Trait("cluster", "SRC-1")]
    public async Task A_batch_counts_once_however_often_it_comes_and_whoever_is_told()
    {
        const int batches = 150; // more than have a row of their own
        var rows = new MemoryRowStore();
        var today = ChinaTime.DayOf(History.Beginning);
        await using (var market = await TestMarket.Start(rows: rows))
        {
            var sales = market.Grains.GetGrain<ISalesGrain>(3);
            for (var number = 1; number <= batches; number++)
            {
                await sales.Add(Batch(number));
                await sales.Add(Batch(number));
                await sales.Add(Batch(Math.Max(1, number - 1)));
            }

            Assert.Equal([(5, batches), (900, batches)], await Sums(market, today));
        }

        await using var again = await TestMarket.Start(rows: rows);
        await again.Grains.GetGrain<ISalesGrain>(3).Add(Batch(batches));
        Assert.Equal([(5, batches), (900, batches)], await Sums(again, today));
        Assert.Equal([], await Sums(again, today + 30)); // thirty days with that one
    }

    [Fact, Trait("cluster", "SRC-1")]
    public async Task A_market_of_a_version_that_counted_no_sales_is_counted_from_its_orders()
    {
        var rows = new MemoryRowStore();
        await using (var before = await TestMarket.Start(rows: rows))
        {
            await Shop.Open(before.Port, Stores, Fixtures.Terms(stock: 100));
            for (var buyer = 0; buyer < 20; buyer++)
            {
                await Shop.Paid(before.Port, Fixtures.Checkout(buyer: buyer), listing: buyer % 2);
            }

            await Shop.AuditPasses(before.Port);
        }

        foreach (var kind in (RowKind[])[RowKind.SalesDay, RowKind.SalesBatch])
        {
            foreach (var row in await rows.Page(RowKey.Before(kind), 1_000))
            {
                if (row.Key.Kind == kind)
                {
                    await rows.Write(new[] { new RowWrite(row.Key, row.Version, null) });
                }
            }
        }

        await using var after = await TestMarket.Start(rows: rows);
        after.Clock.Now += Turn;
        var page = await after.Searched.Search(new SearchQuery());
        Assert.Equal([10, 10, 0, 0], page.Hits.Select(hit => hit.Listing.Sales));
        await Shop.Paid(after.Port, Fixtures.Checkout(buyer: 50), listing: 3);
        await Shop.AuditPasses(after.Port);
    }

    private static EventBatch Batch(int number) => new(3, number,
    [
        new OrderEvent
        {
            Kind = MarketEventKind.Paid,
            Order = new CheckoutId(new BuyerId(3), number).Order(0),
            Store = new StoreId(0),
            Seller = new SellerId(0),
            At = History.Beginning,
            Sales = [new Sale(new ListingId(5), default), new Sale(new ListingId(900), default)],
        },
    ]);

    private static async Task<List<(int Listing, int Sales)>> Sums(TestMarket market, int today)
    {
        var sums = await market.Grains.GetGrain<ISalesGrain>(3).Sums(today, 30);
        return [.. SalesRows.Unpack(sums.Packed).Select(one => (one.Listing.Value, one.Sales))];
    }

    private static async Task<List<int>> Ids(TestMarket market, SearchQuery? query = null)
    {
        var page = await market.Searched.Search(query ?? new SearchQuery());
        return [.. page.Hits.Select(hit => hit.Listing.Id.Value)];
    }
}
