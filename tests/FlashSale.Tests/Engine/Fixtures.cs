using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>Builders in which everything has a default, so that whatever a test sets matters.</summary>
internal static class Fixtures
{
    /// <summary>Noon of 10 November 2018 in China.</summary>
    public static readonly DateTimeOffset Noon = new(2018, 11, 10, 4, 0, 0, TimeSpan.Zero);

    /// <summary>An operator with a reason.</summary>
    public static readonly Signature Ops = new("op-7", "as told");

    public static readonly BuyerId FirstBuyer = new(7);

    public static readonly StoreId FirstStore = new(0);

    public static readonly ListingId FirstListing = new(0);

    /// <summary>A market with one open store, a brand store, that sells one listing.</summary>
    public static Market Market(
        ListingTerms? terms = null, Policy? policy = null, MarketSize? size = null,
        MarketKind kind = MarketKind.Brand)
    {
        var market = new Market(policy ?? new Policy(), size);
        market.AdvanceTo(Noon);
        market.Open(FirstStore, kind);
        Assert.Equal(ListingResult.Published, market.Publish(FirstListing, terms ?? Terms()));
        return market;
    }

    public static StoreApplication Application(StoreId store, MarketKind kind = MarketKind.Brand) => new(
        store, new SellerId(
            store.Value), kind, DepositTier.Low, $"Store {store.Value}", Money.FromYuan(1_000_000));

    public static void Open(this Market market, StoreId store, MarketKind kind = MarketKind.Brand) =>
        Assert.Equal(OpenStoreResult.Opened, market.OpenStore(Application(store, kind)));

    public static ListingTerms Terms(
        int stock = 10, long yuan = 100, StoreId store = default, int unitsPerBuyer = 0,
        HoldMode hold = HoldMode.AtOrder, int buckets = 1) => new()
        {
            Store = store,
            Title = "A kettle",
            Category = new CategoryId(0),
            Price = Money.FromYuan(yuan),
            Stock = stock,
            UnitsPerBuyer = unitsPerBuyer,
            Hold = hold,
            Buckets = buckets,
        };

    public static CheckoutId Checkout(int number = 0, int buyer = 7) => new(new BuyerId(buyer), number);

    public static CartLine Line(int units = 1, long yuan = 100, int listing = 0) =>
        new(new ListingId(listing), units, Money.FromYuan(yuan));

    public static CheckoutAnswer Place(this Market market, CheckoutId id, params CartLine[] lines) =>
        market.Checkout(id, lines.Length == 0 ? [Line()] : lines);

    public static Rating Stars(int stars = 5, CreditRating credit = CreditRating.Good) =>
        Rating.Of(credit, stars, stars, stars, stars)!.Value;

    /// <summary>Places and pays one order, and takes it as far as asked.</summary>
    public static OrderId Order(
        this Market market, OrderStatus status =
            OrderStatus.Paid, int number = 0, int buyer = 7, int units = 1)
    {
        var id = Checkout(number, buyer);
        Assert.Equal(CheckoutResult.Placed, market.Place(id, Line(units)).Result);
        if (status >= OrderStatus.Paid)
        {
            Assert.Equal(PayResult.Paid, market.Pay(id, PaymentChannel.QuickPay).Result);
        }

        var order = id.Order(0);
        foreach (var (from, step) in new[]
        {
            (OrderStatus.Shipped, OrderStep.Ship), (OrderStatus.Delivered, OrderStep.Deliver),
            (OrderStatus.Confirmed, OrderStep.Confirm),
        })
        {
            if (status >= from)
            {
                Assert.Equal(OrderResult.Done, market.StepOrder(order, step));
            }
        }

        if (status >= OrderStatus.Rated)
        {
            Assert.Equal(RateResult.Rated, market.Rate(order, Stars()));
        }

        return order;
    }

    public static void AssertSound(this Market market)
    {
        var report = market.Audit();
        Assert.True(report.Passed, string.Join('\n', report.Checks.Where(check => !check.Passed)));
    }
}
