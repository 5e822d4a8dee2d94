using FlashSale.Tests.Engine;
using FlashSale.Tests.Port;

namespace FlashSale.Cluster.Tests;

// LST-2 on a cluster, and whatever fails in between.
[Trait("cluster", "LST-2")]
public sealed class PublicationTests
{
    private static readonly Policy Rules = new() { Screening = Screenings.Policy };
    private static readonly Signature Ops = Fixtures.Ops;

    [Fact]
    public async Task A_cluster_gives_every_answer_at_the_end_of_its_story()
    {
        await using var market = await TestMarket.Start(policy: Rules);

        await PublicationAnswers.AreGivenBy(market.Port);
        await Shop.AuditPasses(market.Port);
    }

    [Fact]
    public async Task A_listing_waits_over_a_restart_and_is_sold_when_that_takes_too_long()
    {
        var rows = new MemoryRowStore();
        await using (var before = await TestMarket.Start(policy: Rules, rows: rows))
        {
            await Shop.Open(before.Port);
            await before.Port.ScoreListing(Shop.Kettle, Screenings.Odd);
            var early = await Shop.Order(before.Port, Fixtures.Checkout());
            Assert.Equal(CheckoutResult.NotForSale, early.Result);
        }

        await using var market = await TestMarket.Start(policy: Rules, rows: rows);
        await market.SetTime(market.Clock.Now + Screenings.Policy.WaitMax);

        var sold = await Shop.Order(market.Port, Fixtures.Checkout(1));
        Assert.Equal(CheckoutResult.Placed, sold.Result);
        var waiting = await market.Browser.FindPublications(10);
        var one = Assert.Single(waiting.First);
        Assert.Equal(PublicationStatus.Provisional, one.Listing.Listing.Publication);
        Assert.Equal(Screenings.Odd, one.Publication.ScoreMilli);
        Assert.Equal(
            PublicationResult.Done, await market.Port.ReviewListing(
                Shop.Kettle, PublicationVerdict.Refuse, by: Ops));
        waiting = await market.Browser.FindPublications(10);
        Assert.Equal((0, new ReviewPool(1, 2, false)), (waiting.Count, waiting.Pool));
        var late = await Shop.Order(market.Port, Fixtures.Checkout(2));
        Assert.Equal(CheckoutResult.NotForSale, late.Result);
        await Shop.AuditPasses(market.Port);
    }

    [Fact]
    public async Task A_listing_of_several_buckets_is_sold_by_none_of_them_before_it_is_accepted()
    {
        await using var market = await TestMarket.Start(policy: Rules);
        await Shop.Open(market.Port, terms: Fixtures.Terms(stock: 8, buckets: 4));
        foreach (var number in Enumerable.Range(0, 4))
        {
            var early = await Shop.Order(market.Port, Fixtures.Checkout(number, buyer: number));
            Assert.Equal(CheckoutResult.NotForSale, early.Result);
        }

        await market.Port.ScoreListing(Shop.Kettle, Screenings.Fine);

        var sold = await Shop.Order(market.Port, Fixtures.Checkout(9));
        Assert.Equal(CheckoutResult.Placed, sold.Result);
        await Shop.AuditPasses(market.Port);
    }

    [Fact]
    public Task A_score_that_is_cut_off_anywhere_is_there_or_is_not() => EachCutOff.Of(new CutOffStory
    {
        Policy = Rules,
        StepsMin = 2,
        MustBeCut = ["call IBrandGrain.Find", "write Listing+Publication"],
        Open = OpenStore,
        Prepare = async (market, order) => await Publish(market.Port, order),
        Act = async (port, order) => Assert.Equal(
            PublicationResult.Done, await port.ScoreListing(ListingOf(order), Screenings.Odd)),
        Picture = Picture,
    });

    [Fact]
    public Task A_review_that_is_cut_off_anywhere_is_there_or_is_not() => EachCutOff.Of(new CutOffStory
    {
        Policy = Rules with { Screening = Screenings.Policy with { ReviewsPerReviewer = 1_000 } },
        StepsMin = 3,
        MustBeCut =
        [
            "call IListingReviewGrain.Take", "write ListingReviewDay",
            "write Listing+TrailEntry+Publication",
        ],
        Open = OpenStore,
        Prepare = async (market, order) =>
        {
            await Publish(market.Port, order);
            await market.Port.ScoreListing(ListingOf(order), Screenings.Odd);
        },
        Act = async (port, order) => Assert.Equal(PublicationResult.Done, await port.ReviewListing(
            ListingOf(order), PublicationVerdict.Accept, by: Ops)),
        Picture = Picture,
    });

    [Fact]
    public Task A_publication_that_is_cut_off_waits_or_is_not_there() => EachCutOff.Of(new CutOffStory
    {
        Policy = Rules,
        StepsMin = 2,
        MustBeCut = ["write Listing+Publication"],
        Open = OpenStore,
        Prepare = (_, _) => Task.CompletedTask,
        Act = async (port, order) => await Publish(port, order),
        Picture = Picture,
    });

    [Fact]
    public Task A_brand_that_joins_and_is_cut_off_is_known_or_is_not() => EachCutOff.Of(new CutOffStory
    {
        Policy = Rules,
        StepsMin = 1,
        MustBeCut = ["write TrailEntry+Brand"],
        Open = OpenStore,
        Prepare = async (market, order) => await Publish(market.Port, order),
        Act = async (port, order) => Assert.Equal(PublicationResult.Done, await port.ListBrand(
            order.Buyer.Value + 1, true, Money.FromYuan(7), by: Ops)),
        Picture = Picture,
    });

    private static ListingId ListingOf(OrderId order) => new(order.Buyer.Value);

    private static async Task OpenStore(IMarketplace port) =>
        await port.OpenStore(Fixtures.Application(Shop.Store));

    private static async Task Publish(IMarketplace port, OrderId order) => Assert.Equal(
        ListingResult.Published,
        await port.Publish(ListingOf(order), Screenings.Terms(brand: order.Buyer.Value + 1)));

    private static async Task<string> Picture(IMarketplace port, OrderId order) =>
        await port.FindListing(ListingOf(order)) is { } view ? $"{view.Listing.Publication}" : "none";
}
