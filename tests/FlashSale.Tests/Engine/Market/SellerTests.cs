using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

// IDN-4: a store has one owner for ever, and a seller's list is exactly its stores.
[Trait("engine", "IDN-4")]
public sealed class SellerTests
{
    private static readonly SellerId Seller = new(40);

    [Fact]
    public void A_seller_comes_to_be_with_its_first_store()
    {
        var market = Market();
        Assert.Null(market.View.SellerView(Seller));

        Open(market, store: 5);
        Open(market, store: 2);

        Assert.Equal(
            [new StoreId(2), new StoreId(5)],
            market.View.SellerView(Seller)!.Stores.Select(store => store.Id));
        Assert.Equal([new SellerId(0), Seller], market.View.SellersFrom(default));
        market.AssertSound();
    }

    [Fact]
    public void A_store_that_is_refused_or_asked_for_again_makes_no_seller()
    {
        var market = Market();
        Open(market, store: 5);
        Open(market, store: 5);

        Assert.Equal(
            OpenStoreResult.NameTaken, market.OpenStore(Of(6, new SellerId(41)) with { Name = "Store 5" }));
        Assert.Equal(OpenStoreResult.IdReused, market.OpenStore(Of(5, new SellerId(41))));

        Assert.Single(market.View.SellerView(Seller)!.Stores);
        Assert.Null(market.View.SellerView(new SellerId(41)));
        market.AssertSound();
    }

    [Fact]
    public void Sellers_are_found_in_a_state_that_says_nothing_of_them()
    {
        var market = Market();
        Open(market, store: 5);
        Open(market, store: 2);
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        stream.Position = 0;

        var again = FlashSale.Engine.Market.Load(new StateReader(stream), market.Policy);

        Assert.Equal(
            MarketPicture.OfSeller(market.View.SellerView(Seller)),
            MarketPicture.OfSeller(again.View.SellerView(Seller)));
        Assert.Equal(market.View.SellersFrom(default), again.View.SellersFrom(default));
        again.AssertSound();
    }

    [Fact]
    public void A_seller_of_very_many_stores_is_shown_with_the_first_of_them()
    {
        var market = Market();
        for (var store = 1; store <= SellerView.StoresMax + 1; store++)
        {
            Open(market, store);
        }

        var seller = market.View.SellerView(Seller)!;
        Assert.True(seller.HasMore);
        Assert.Equal(SellerView.StoresMax, seller.Stores.Count);
    }

    [Fact]
    public void Pages_together_are_all_sellers()
    {
        var market = Market();
        for (var store = 1; store < 8; store++)
        {
            Open(market, store, seller: 10 * (8 - store));
        }

        var found = new List<SellerId>();
        for (SellerId? from = default(SellerId); from is { } next;)
        {
            var page = MarketPages.Sellers(market.View, next, max: 3);
            found.AddRange(page.Sellers.Select(seller => seller.Id));
            from = page.Next;
        }

        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70], found.Select(seller => seller.Value));
        Assert.Empty(MarketPages.Sellers(market.View, new SellerId(71), 3).Sellers);
    }

    private static void Open(Market market, int store, int seller = 40) =>
        Assert.Equal(OpenStoreResult.Opened, market.OpenStore(Of(store, new SellerId(seller))));

    private static StoreApplication Of(int store, SellerId seller) =>
        Application(new StoreId(store)) with { Owner = seller };
}
