using FlashSale.Engine;
using static FlashSale.Tests.Engine.Fixtures;

namespace FlashSale.Tests.Engine;

// Refusals are answers: no number that a client can send is an exception.
public sealed class OutOfRangeTests
{
    private static readonly MarketSize Small = new() { BuyersMax = 16, StoresMax = 4, ListingsMax = 4 };

    /// <summary>Numbers that are no id in a small market.</summary>
    public static TheoryData<int> Ids => [-1, int.MinValue, 16, 1 << 28, int.MaxValue];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Ids_out_of_range_are_refused(int id)
    {
        var market = Market(size: Small);
        var (store, listing, buyer) = (new StoreId(id), new ListingId(id), new BuyerId(id));
        var application = new StoreApplication(
            store, new SellerId(1), MarketKind.Brand, DepositTier.Low, "Tea", Money.Zero);
        var (before, line) = (market.StateHash(), Line(listing: id));

        Assert.Equal(OpenStoreResult.OutOfRange, market.OpenStore(application));
        Assert.Equal(StoreResult.UnknownStore, market.StepStore(store, StoreStep.Hide));
        Assert.Equal(StoreResult.UnknownStore, market.SetCoupon(store, default));
        Assert.Equal(ListingResult.UnknownListing, market.Publish(listing, Terms()));
        Assert.Equal(ListingResult.UnknownListing, market.Reprice(listing, Money.FromYuan(1)));
        Assert.Equal(ListingResult.UnknownListing, market.Restock(listing, 1));
        Assert.Equal(ListingResult.UnknownListing, market.Withdraw(listing));
        Assert.Equal(CartResult.UnknownBuyer, market.PutInCart(buyer, Line()));
        Assert.Equal(CartResult.Changed, market.RemoveFromCart(buyer, listing));
        Assert.NotEqual(CheckoutResult.Placed, market.Place(Checkout(), line).Result);
        foreach (var kind in Enum.GetValues<MovementKind>())
        {
            Assert.NotEqual(
                TransferResult.Moved, market.Move(new Transfer(0, kind, store, buyer, Money.FromYuan(1))));
        }

        Assert.Equal(before, market.StateHash());
    }

    [Fact]
    public void A_buyer_out_of_range_places_no_order()
    {
        var market = Market(size: Small);

        Assert.Equal(CheckoutResult.UnknownBuyer, market.Place(Checkout(buyer: 16)).Result);
        Assert.Equal(CheckoutResult.UnknownBuyer, market.Place(Checkout(buyer: int.MaxValue)).Result);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Questions_about_ids_out_of_range_have_empty_answers(int id)
    {
        var view = Market(size: Small).View;

        Assert.Null(view.Store(new StoreId(id)));
        Assert.Null(view.StoreView(new StoreId(id)));
        Assert.Null(view.ListingView(new ListingId(id)));
        Assert.Equal(default, view.Stock(new ListingId(id)));
        Assert.Equal(("", ""), (view.StoreName(new StoreId(id)), view.ListingTitle(new ListingId(id))));
        Assert.Equal(0, view.Cart(new BuyerId(id)).Length);
        Assert.Equal((0, 0), (view.Credit(new StoreId(id)).Points, view.Credit(new BuyerId(id)).Points));
        Assert.Equal(0, view.Rating(new StoreId(id)).Orders);
        Assert.Equal(0, view.Rating(new CategoryId(200)).Orders);
        Assert.Null(view.Order(OrderId.Of(new CheckoutId(new BuyerId(int.MaxValue), 1), 119)));
        foreach (var kind in Enum.GetValues<AccountKind>().Append((AccountKind)0).Append((AccountKind)99))
        {
            Assert.Equal(Money.Zero, view.Balance(new AccountId(kind, id)));
        }
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData((Limits.AmountYuanMax * 100) + 1)]
    [InlineData(-1)]
    public void Amounts_beyond_all_sense_are_refused(long fen)
    {
        var market = Market();
        var amount = Money.FromFen(fen);
        var application = new StoreApplication(
            new StoreId(1), new SellerId(1), MarketKind.Brand, DepositTier.Low, "Tea", amount);
        var priceless = new CartLine(FirstListing, 1, amount);

        Assert.Equal(OpenStoreResult.OutOfRange, market.OpenStore(application));
        Assert.Equal(
            ListingResult.BadTerms, market.Publish(new ListingId(1), Terms() with { Price = amount }));
        Assert.Equal(ListingResult.BadTerms, market.Reprice(FirstListing, amount));
        Assert.Equal(CartResult.BadLine, market.PutInCart(FirstBuyer, priceless));
        Assert.Equal(CheckoutResult.BadLines, market.Place(Checkout(), priceless).Result);
        Assert.All(Enum.GetValues<MovementKind>(), kind => Assert.Equal(
            TransferResult.BadTransfer, market.Move(new Transfer(0, kind, FirstStore, FirstBuyer, amount))));
        market.SetCoupon(FirstStore, new Coupon(amount, amount));
        Assert.Equal(Money.FromYuan(100), market.Place(Checkout()).Total);
        market.AssertSound();
    }

    [Fact]
    public void Units_beyond_all_sense_are_refused()
    {
        var market = Market(Terms(stock: Limits.StockMax, unitsPerBuyer: Limits.UnitsPerLineMax));

        Assert.All(new[] { 0, -1, int.MinValue, Limits.UnitsPerLineMax + 1, int.MaxValue }, units =>
            Assert.Equal(CheckoutResult.BadLines, market.Place(Checkout(), Line(units)).Result));
        Assert.Equal(
            CheckoutResult.Placed, market.Place(Checkout(), Line(Limits.UnitsPerLineMax)).Result);
        Assert.Equal(
            CheckoutResult.LimitReached, market.Place(Checkout(1), Line(Limits.UnitsPerLineMax)).Result);
        market.AssertSound();
    }

    [Fact]
    public void Words_for_nothing_are_refused()
    {
        var market = Market();
        var order = market.Order(OrderStatus.Confirmed);
        var application = new StoreApplication(new StoreId(1), default, 0, DepositTier.Low, "T", default);
        var flip = new SwitchCommand((Switch)99, true, "ops", "why", null);

        Assert.Equal(OrderResult.NotAllowed, market.StepOrder(order, 0));
        Assert.Equal(OrderResult.NotAllowed, market.StepOrder(order, (OrderStep)99));
        Assert.Equal(OrderResult.NotAllowed, market.StepOrder(order, OrderStep.RefundWhole));
        Assert.Equal(StoreResult.WrongStatus, market.StepStore(FirstStore, (StoreStep)99));
        Assert.Equal(RateResult.BadVerdict, market.RateBuyer(order, (CreditRating)99));
        Assert.Equal(FlipResult.NoChange, market.Flip(flip));
        Assert.Equal(OpenStoreResult.OutOfRange, market.OpenStore(application));
    }

    [Fact]
    public void Time_stands_still_for_a_clock_that_goes_wrong_and_ends_in_2060()
    {
        var market = Market();

        market.AdvanceTo(DateTimeOffset.MinValue);
        market.AdvanceTo(Noon.AddTicks(1));

        Assert.Equal(Noon, market.Now);
        Assert.Throws<ArgumentOutOfRangeException>(() => market.AdvanceTo(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_market_that_was_never_told_the_time_works_all_the_same()
    {
        var market = new Market(new Policy());
        market.Open(FirstStore);
        market.Publish(FirstListing, Terms());

        var order = market.Order(OrderStatus.Rated);

        Assert.Equal(OrderStatus.Rated, market.View.Order(order)!.Status);
        market.AssertSound();
    }
}
