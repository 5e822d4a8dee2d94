namespace FlashSale.Tests;

// IDN-4: the person or organisation behind stores is one seller, and its stores are added up.
public sealed class SellerViewTests
{
    [Fact]
    public void A_seller_s_stores_are_added_up()
    {
        var seller = new SellerView(
            new SellerId(3), [View(1, paidYuan: 1_000), View(4, paidYuan: 400)], HasMore: false);

        Assert.Equal([new StoreId(1), new StoreId(4)], seller.Stores.Select(store => store.Id));
        Assert.Equal((2, 4, 6, 8), (
            seller.Credit.Points, seller.Credit.Good, seller.Credit.Medium, seller.Credit.Poor));
        Assert.Equal(Money.FromYuan(10), seller.Earned);
        Assert.Equal((Money.FromYuan(1_400), Money.FromYuan(600)), (
            seller.SecurityPaid, seller.SecurityMissing));
    }

    [Fact] // STO-3
    public void A_closed_store_owes_no_deposit()
    {
        var closed = Owned(paidYuan: 1_000);
        closed.Take(StoreStep.Open);
        closed.Take(StoreStep.Close);
        closed.ReturnSecurity();

        var seller = new SellerView(new SellerId(3), [View(1, closed), View(2, paidYuan: 1)], false);

        Assert.Equal(Money.FromYuan(999), seller.SecurityMissing);
    }

    private static StoreView View(int id, long paidYuan) => View(id, Owned(paidYuan));

    private static StoreView View(int id, Store store) => new(
        new StoreId(id), $"Store {id}", store, Credit.Of(1, 2, 3, 4), default, Money.FromYuan(5));

    private static Store Owned(long paidYuan)
    {
        var store = Store.Apply(new SellerId(3), MarketKind.Consumer, DepositTier.Low, new StorePolicy());
        store.PaySecurity(Money.FromYuan(paidYuan));
        return store;
    }
}
