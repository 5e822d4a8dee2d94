using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

public sealed class EngineSearchTests
{
    private const int Listings = 6;

    private static readonly TimeSpan Turn = new SearchPolicy().RebuildEvery;

    [Fact, Trait("engine", "SRC-1")]
    public async Task What_sells_comes_to_the_front_at_the_next_turn()
    {
        await using var shop = await SearchedShop.Open();
        Assert.Equal([0, 1, 2, 3, 4, 5], await shop.Ids());

        await shop.Sell(listing: 3);
        await shop.Sell(listing: 3, buyer: 8);
        await shop.Sell(listing: 5);
        Assert.Equal([0, 1, 2, 3, 4, 5], await shop.Ids()); // as the market was when the hour began
        shop.Clock.Now += Turn;

        Assert.Equal([3, 5, 0, 1, 2, 4], await shop.Ids());
        Assert.Equal([2, 1, 0, 0, 0, 0], (await shop.Page()).Hits.Select(hit => hit.Listing.Sales));
    }

    [Fact, Trait("engine", "SRC-1")]
    public async Task An_engine_that_is_opened_again_knows_sales_and_ages()
    {
        var storage = new MemoryStorage();
        string before;
        await using (var shop = await SearchedShop.Open(storage))
        {
            shop.Clock.Now += TimeSpan.FromDays(3);
            await shop.Publish(Listings);
            await shop.Sell(listing: 2, status: OrderStatus.Rated);
            await shop.Sell(listing: 4);
            shop.Clock.Now += Turn;
            before = Picture(await shop.Page());
        }

        await using (var again = await SearchedShop.Open(storage, snapshot: false))
        {
            again.Clock.Now += TimeSpan.FromDays(3) + Turn;
            Assert.NotNull(again.Engine.Recovery.Snapshot.File);
            Assert.Equal(before, Picture(await again.Page()));
            await again.Sell(listing: 0, buyer: 9);
        }

        await using var replayed = await SearchedShop.Open(storage);
        replayed.Clock.Now += TimeSpan.FromDays(3) + Turn;
        Assert.Equal([0, 2, 4], (await replayed.Ids()).Take(3).Order());
    }

    [Fact]
    [Trait("engine", "REP-3"), Trait("engine", "REP-4"), Trait("engine", "REP-5")]
    public async Task What_buyers_said_of_a_store_is_told_with_its_listings_and_can_be_asked_for()
    {
        await using var shop = await SearchedShop.Open(kind: MarketKind.Consumer);
        foreach (var (buyer, stars) in new[] { (7, 5), (8, 5), (9, 4), (10, 4) })
        {
            await shop.Sell(listing: 3, buyer, OrderStatus.Rated, Stars(stars));
        }

        await shop.Sell(listing: 1, status: OrderStatus.Rated);
        shop.Clock.Now += Turn;
        var query = new SearchQuery { LevelFrom = new CreditLevel(1) };

        var hit = Assert.Single((await shop.Engine.Browser.Search(query)).Hits);
        Assert.Equal(3, hit.Listing.Id.Value);
        Assert.Equal((CreditSign.Heart, 1), (hit.Listing.Level.Sign, hit.Listing.Level.Signs)); // 4 points
        Assert.All(
            Enum.GetValues<RatingComponent>(),
            component => Assert.Equal(4_500, hit.Listing.Rating.MeanThousandths(component)));

        shop.Clock.Now += TimeSpan.FromDays(new ReputationPolicy().StoreRatingDays);
        hit = Assert.Single((await shop.Engine.Browser.Search(query)).Hits); // ratings age, points do not
        Assert.Equal((0L, 4), (hit.Listing.Rating.Orders, hit.Listing.CreditPoints));
    }

    [Fact]
    [Trait("engine", "REP-2"), Trait("engine", "REP-5")]
    public async Task A_store_of_the_brand_market_has_ratings_and_no_level_in_a_search()
    {
        await using var shop = await SearchedShop.Open();
        foreach (var buyer in Enumerable.Range(7, 4))
        {
            await shop.Sell(listing: 3, buyer, OrderStatus.Rated);
        }

        shop.Clock.Now += Turn;
        var hit = (await shop.Page()).Hits[0].Listing;

        Assert.Equal((3, 0, 4L), (hit.Id.Value, hit.CreditPoints, hit.Rating.Orders));
        Assert.Equal(default, hit.Level);
        Assert.Empty((await shop.Engine.Browser.Search(
            new SearchQuery { LevelFrom = new CreditLevel(1) })).Hits);
    }

    [Fact, Trait("engine", "SRC-1")]
    public async Task Sales_of_more_than_the_last_days_count_nothing()
    {
        await using var shop = await SearchedShop.Open();
        await shop.Sell(listing: 3);
        shop.Clock.Now += TimeSpan.FromDays(29);
        Assert.Equal(3, (await shop.Ids())[0]);

        shop.Clock.Now += TimeSpan.FromDays(1);

        Assert.Equal(0, (await shop.Ids())[0]);
    }

    [Fact, Trait("engine", "SRC-1"), Trait("engine", "GOV-1")]
    public async Task The_reform_of_July_2010_is_a_change_of_policy_that_acts_at_once()
    {
        await using var shop = await SearchedShop.Open(
            policy: new Policy { Search = new SearchPolicy { Mode = SearchMode.Delisting } });
        await shop.Sell(listing: 3);
        shop.Clock.Now += Turn;
        var before = await shop.Page();
        Assert.Equal(SearchMode.Delisting, before.Mode);
        Assert.All(before.Hits, hit => Assert.NotNull(hit.EndsAt));

        var changed = await shop.Engine.Marketplace.ChangePolicy(new Policy());

        Assert.Equal(PolicyResult.Changed, changed);
        shop.Clock.Now += TimeSpan.FromSeconds(1); // a change begins with the next whole second
        var after = await shop.Page();
        Assert.Equal(SearchMode.Composite, after.Mode);
        Assert.Equal(3, after.Hits[0].Listing.Id.Value);
    }

    [Fact, Trait("engine", "SRC-1")]
    public async Task What_no_buyer_could_order_is_not_found()
    {
        await using var shop = await SearchedShop.Open();
        var port = shop.Engine.Marketplace;
        await port.Withdraw(new ListingId(1));
        await port.StepStore(new StoreId(2), StoreStep.Suspend);
        for (var buyer = 20; buyer < 30; buyer++)
        {
            await shop.Sell(listing: 4, buyer: buyer); // all its units
        }

        shop.Clock.Now += Turn;

        Assert.Equal([0, 3, 5], (await shop.Ids()).Order());
    }

    [Fact, Trait("engine", "CAP-2")]
    public async Task Search_goes_by_sales_alone_while_it_is_simplified()
    {
        await using var shop = await SearchedShop.Open();
        await shop.Sell(listing: 3);
        shop.Clock.Now += TimeSpan.FromDays(10);
        await shop.Publish(Listings);
        await shop.Engine.Marketplace.Flip(
            new SwitchCommand(Switch.SearchSimplified, true, "op-1", "peak", shop.Clock.Now.AddHours(2)));

        var simple = await shop.Page();
        Assert.True(simple.IsSimplified);
        Assert.All(simple.Hits, hit => Assert.Null(hit.Score));
        Assert.Equal([3, 0, 1, 2, 4, 5, 6], simple.Hits.Select(hit => hit.Listing.Id.Value));

        shop.Clock.Now += TimeSpan.FromHours(2);
        var scored = await shop.Page();
        Assert.False(scored.IsSimplified);
        Assert.All(scored.Hits, hit => Assert.NotNull(hit.Score));
        Assert.Equal([3, 6, 0], scored.Hits.Take(3).Select(hit => hit.Listing.Id.Value)); // 6 is new
    }

    [Fact, Trait("engine", "SRC-1")]
    public async Task Searches_that_come_together_make_one_index()
    {
        await using var shop = await SearchedShop.Open();

        var pages = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => shop.Engine.Browser.Search(new SearchQuery()).AsTask()));

        Assert.All(pages, page => Assert.Same(pages[0].Hits[0].Listing, page.Hits[0].Listing));
    }

    private static string Picture(SearchPage page) => string.Join('\n', page.Hits.Select(hit =>
        FormattableString.Invariant($"{hit.Position} {hit.Listing.Id} {hit.Listing.Sales} ")
        + FormattableString.Invariant($"{hit.Listing.PublishedAt:O} {hit.Score}")));

    /// <summary>An engine with six stores that sell ten kettles each.</summary>
    private sealed class SearchedShop : IAsyncDisposable
    {
        public required MarketEngine Engine { get; init; }

        public required HandMovedClock Clock { get; init; }

        public required MarketKind Kind { get; init; }

        public static async Task<SearchedShop> Open(
            MemoryStorage? storage = null, Policy? policy = null, bool snapshot = true,
            MarketKind kind = MarketKind.Brand)
        {
            var clock = new HandMovedClock { Now = Noon };
            var options = new EngineOptions { Policy = policy ?? new Policy(), SnapshotOnClose = snapshot };
            var shop = new SearchedShop
            {
                Engine = MarketEngine.Open(storage ?? new MemoryStorage(), options, clock),
                Clock = clock,
                Kind = kind,
            };
            for (var at = 0; at < Listings; at++)
            {
                await shop.Publish(at);
            }

            return shop;
        }

        public async Task Publish(int at)
        {
            await Engine.Marketplace.OpenStore(Application(new StoreId(at), Kind));
            await Engine.Marketplace.Publish(new ListingId(at), Terms(store: new StoreId(at)));
        }

        public async Task Sell(
            int listing, int buyer = 7, OrderStatus status = OrderStatus.Paid, Rating? said = null)
        {
            var (port, id) = (Engine.Marketplace, Checkout(listing, buyer));
            await port.Checkout(id, new[] { Line(listing: listing) });
            Assert.Equal(PayResult.Paid, (await port.Pay(id, PaymentChannel.QuickPay)).Result);
            if (status == OrderStatus.Rated)
            {
                foreach (var step in (OrderStep[])[OrderStep.Ship, OrderStep.Deliver, OrderStep.Confirm])
                {
                    Assert.Equal(OrderResult.Done, await port.StepOrder(id.Order(0), step));
                }

                Assert.Equal(RateResult.Rated, await port.Rate(id.Order(0), said ?? Stars()));
            }
        }

        public async Task<SearchPage> Page() => await Engine.Browser.Search(new SearchQuery());

        public async Task<List<int>> Ids() => [.. (await Page()).Hits.Select(hit => hit.Listing.Id.Value)];

        public ValueTask DisposeAsync()
        {
            Engine.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class HandMovedClock : TimeProvider
    {
        public required DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
