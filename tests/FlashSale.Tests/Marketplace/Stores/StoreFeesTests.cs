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
}
