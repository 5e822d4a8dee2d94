using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

// IDN-4: in a simulated market, too, stores belong to somebody.
[Trait("simulator", "IDN-4")]
public sealed class OwnershipTests
{
    private const int Stores = 1_000;

    [Fact]
    public void Usually_every_store_is_its_own_seller_s()
    {
        var ownership = new Ownership(Festivals.Small(), Stores);

        Assert.Equal(Stores, ownership.Sellers);
        Assert.All(Enumerable.Range(0, Stores), store =>
            Assert.Equal(new SellerId(store), ownership.SellerOf(store)));
    }

    [Fact]
    public void Every_seller_has_a_store_and_big_ones_have_several()
    {
        var ownership = new Ownership(Shared, Stores);
        var stores = Enumerable.Range(0, Stores).GroupBy(ownership.SellerOf)
            .ToDictionary(own => own.Key.Value, own => own.Count());

        Assert.Equal(400, stores.Count);
        Assert.Equal(400, ownership.Sellers);
        Assert.True(Enumerable.Range(0, 40).Sum(big => stores[big]) > Stores / 4, "a tenth has a quarter");
        Assert.True(stores[0] > 10 && stores.Count(own => own.Value == 1) > 50);
    }

    [Fact]
    public void The_same_scenario_has_the_same_owners() => Assert.Equal(
        OpeningMarket.Of(Shared).Stores().Select(store => store.Owner),
        OpeningMarket.Of(Shared).Stores().Select(store => store.Owner));

    private static Scenario Shared =>
        Festivals.Small() with { Catalogue = new Catalogue { StoresPerSeller = 2.5 } };
}
