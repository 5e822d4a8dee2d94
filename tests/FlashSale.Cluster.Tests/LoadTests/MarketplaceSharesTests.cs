using FlashSale.Driver;
using FlashSale.LoadTests;

namespace FlashSale.Cluster.Tests;

public sealed class MarketplaceSharesTests
{
    private static readonly OrderPlan Orders = new(
        seed: 1, [new WantedListing(new ListingId(0), Money.FromYuan(1), 1)], new Buyers(0, 1_000, 0));

    // The mix of the Online Marketplace benchmark.
    [Fact]
    public void Of_a_hundred_transactions_thirty_are_checkouts_and_sixty_deliveries()
    {
        var kinds = Enumerable.Range(0, MarketplaceShares.Whole).Select(MarketplaceShares.KindAt)
            .CountBy(kind => kind).ToDictionary();

        Assert.Equal(
            (30, 5, 3, 2, 60),
            (kinds[MarketplaceKind.Checkout], kinds[MarketplaceKind.Dashboard],
                kinds[MarketplaceKind.PriceUpdate], kinds[MarketplaceKind.ProductUpdate],
                kinds[MarketplaceKind.Delivery]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarketplaceShares.KindAt(MarketplaceShares.Whole));
    }

    [Fact]
    public void Visits_come_in_these_shares_and_the_same_seed_brings_the_same_ones()
    {
        const int visits = 100_000;
        var (one, again, other) = (VisitsOf(1), VisitsOf(1), VisitsOf(2));

        var kinds = Enumerable.Range(0, visits).Select(index => one.KindOf(index)).ToList();

        foreach (var kind in Enum.GetValues<MarketplaceKind>())
        {
            var share = 100.0 * kinds.Count(drawn => drawn == kind) / visits;
            Assert.InRange(share, MarketplaceShares.Of(kind) - 0.5, MarketplaceShares.Of(kind) + 0.5);
        }

        Assert.Equal(kinds, Enumerable.Range(0, visits).Select(index => again.KindOf(index)));
        Assert.NotEqual(kinds, Enumerable.Range(0, visits).Select(index => other.KindOf(index)));
    }

    [Fact]
    public void Of_a_hundred_orders_of_a_festival_twenty_live_to_their_rating()
    {
        const int orders = 100_000;
        var visits = new FestivalVisits(null!, Orders, seed: 1);

        var steps = Enumerable.Range(0, orders).Select(index => visits.StepsOf(index)).ToList();

        Assert.InRange(100.0 * steps.Count(one => one[^1] == LoadStep.Rate) / orders, 19.5, 20.5);
        Assert.All(steps, one => Assert.True(one is [LoadStep.Checkout, LoadStep.Pay, ..]));
    }

    private static MarketplaceVisits VisitsOf(ulong seed) => new(null!, Orders, seed);
}
