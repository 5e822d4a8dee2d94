using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Stores;

// Rule STO-5
public sealed class StoreFeesTests
{
    [Fact]
    public void A_brand_store_pays_commission_by_category_rounded_down_to_a_fen()
    {
        var policy = Rules with { Categories = [new("Phones", 200), new("Shoes", 500)] };

        Assert.Equal(
            Money.FromFen(499),
            StoreFees.Commission(Money.FromFen(9_999), MarketKind.Brand, new CategoryId(1), policy));
        Assert.Equal(
            Money.FromFen(199),
            StoreFees.Commission(Money.FromFen(9_999), MarketKind.Brand, new CategoryId(0), policy));
    }

    [Fact]
    public void A_consumer_store_pays_no_commission_and_no_annual_fee()
    {
        var apparel = new CategoryId(0);

        Assert.Equal(
            Money.Zero, StoreFees.Commission(Money.FromYuan(100), MarketKind.Consumer, apparel, Rules));
        Assert.Equal(Money.Zero, StoreFees.AnnualFee(MarketKind.Consumer, apparel, Rules));
        Assert.Equal(Money.FromYuan(60_000), StoreFees.AnnualFee(MarketKind.Brand, apparel, Rules));
    }

    [Theory]
    [InlineData(6_000, 6_000)] // as until October 2011
    [InlineData(60_000, 60_000)]
    [InlineData(100_000, 60_000)]
    public void A_brand_store_pays_no_more_a_year_than_the_policy_says(long max, long paid)
    {
        var policy = Rules with { Stores = new StorePolicy { AnnualFeeMax = Money.FromYuan(max) } };

        Assert.Equal(
            Money.FromYuan(paid), StoreFees.AnnualFee(MarketKind.Brand, new CategoryId(0), policy));
    }

    [Theory]
    [InlineData(179_999, 5, 0)]
    [InlineData(180_000, 5, 15_000_50)]
    [InlineData(599_999, 5, 15_000_50)]
    [InlineData(600_000, 5, 30_001_01)]
    [InlineData(600_000, 4, 0)] // a mean of 4.5
    public void Half_or_all_of_the_fee_comes_back_by_sales_and_rating(
        long salesYuan, int lowestStars, long backFen)
    {
        var (fee, paid) = (Money.FromYuan(30_000), Money.FromFen(30_001_01));
        var rating = default(RatingSums);
        rating.Add(Rating.Of(CreditRating.Good, 5, 5, lowestStars, lowestStars)!.Value);

        var back = StoreFees.FeeBack(paid, fee, Money.FromYuan(salesYuan), rating, Rules.Stores);

        Assert.Equal(Money.FromFen(backFen), back);
    }

    [Fact]
    public void A_store_that_nobody_rated_gets_nothing_back() => Assert.Equal(
        Money.Zero,
        StoreFees.FeeBack(
            Money.FromYuan(30_000), Money.FromYuan(30_000), Money.FromYuan(1_000_000), default,
            Rules.Stores));
}
