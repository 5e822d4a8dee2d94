using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>A listing that everybody wants at once (rule INV-4).</summary>
[Trait("cluster", "INV-4")]
public sealed class HotListingTests
{
    private const int Units = 1_000;
    private const int Buyers = 5_000;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_thousand_units_go_to_exactly_a_thousand_of_five_thousand_buyers(int buckets)
    {
        await using var market = await TestMarket.Start();
        await Shop.Open(market.Port, terms: Fixtures.Terms(stock: Units, buckets: buckets));

        var answers = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(
            buyer => Shop.Order(market.Port, Fixtures.Checkout(buyer: buyer)).AsTask()));

        Assert.Equal(Units, answers.Count(answer => answer.Result == CheckoutResult.Placed));
        Assert.Equal(Buyers - Units, answers.Count(answer => answer.Result == CheckoutResult.SoldOut));
        var stock = (await market.Port.FindListing(Shop.Kettle))!.Stock;
        Assert.Equal((Units, 0, Units, 0), (stock.PutIn, stock.ForSale, stock.Held, stock.Sold));
        await Shop.AuditPasses(market.Port);
    }

    [Fact]
    public async Task No_unit_is_stranded_in_a_bucket_whose_buyers_do_not_come()
    {
        await using var market = await TestMarket.Start();
        await Shop.Open(market.Port, terms: Fixtures.Terms(stock: 40, buckets: 8));

        for (var number = 0; number < 40; number++)
        {
            var answer = await Shop.Order(market.Port, Fixtures.Checkout(number, buyer: 8));
            Assert.Equal(CheckoutResult.Placed, answer.Result);
        }

        Assert.Equal(
            CheckoutResult.SoldOut, (await Shop.Order(market.Port, Fixtures.Checkout(0, buyer: 3))).Result);
        Assert.Equal(
            OrderResult.Done, await market.Port.StepOrder(
                Fixtures.Checkout(7, buyer: 8).Order(0), OrderStep.Cancel));
        Assert.Equal(
            CheckoutResult.Placed, (await Shop.Order(market.Port, Fixtures.Checkout(1, buyer: 3))).Result);
        await Shop.AuditPasses(market.Port);
    }
}
