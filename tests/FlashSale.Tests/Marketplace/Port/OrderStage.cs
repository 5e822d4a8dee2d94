using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

/// <summary>Two stores, a listing of each, and a buyer: one of several such places in a market.</summary>
/// <param name="Port">The market.</param>
/// <param name="Wait">Lets time pass.</param>
/// <param name="Number">Which of the places.</param>
internal sealed record OrderStage(IMarketplace Port, Func<TimeSpan, Task> Wait, int Number)
{
    private const int RequestsMax = 1_000;
    private const int LinesMax = 2;
    private const int MoreFrom = 10_000;
    private bool _isOpen;

    /// <summary>
    /// Rules under which a test can make so many requests that they are throttled, and fill a cart.
    /// </summary>
    public static Policy Rules { get; } = new()
    {
        Carts = new CartPolicy { LinesMax = LinesMax },
        Admission = new AdmissionPolicy { RequestsPerSecond = 100 },
        Trust = new TrustPolicy { IsOn = true },
    };

    public StoreId Store => new(2 * Number);

    public StoreId OtherStore => new((2 * Number) + 1);

    public ListingId Listing => new(2 * Number);

    public ListingId Other => new((2 * Number) + 1);

    public BuyerId Buyer => Id.Buyer;

    public CheckoutId Id => IdOf(0);

    public static RequestId Name => RequestId.Of("a name");

    public static ListingTerms Presale() => Fixtures.Terms() with
    {
        Presale = new Presale(
            Money.FromYuan(20), Fixtures.Noon.AddDays(1_000), Fixtures.Noon.AddDays(1_001)),
    };

    /// <summary>Opens both stores and puts their listings on sale; the first command does so, too.</summary>
    public async Task Open(ListingTerms? terms = null, MarketKind kind = MarketKind.Brand)
    {
        _isOpen = true;
        foreach (var (store, listing) in new[] { (Store, Listing), (OtherStore, Other) })
        {
            await Port.OpenStore(Fixtures.Application(store, kind));
            var own = listing == Listing ? terms ?? Fixtures.Terms() : Fixtures.Terms();
            await Port.Publish(listing, own with { Store = store });
        }
    }

    public static CartLine[] Lines(params ListingId[] listings) =>
        [.. listings.Select(listing => new CartLine(listing, 1, Money.FromYuan(100)))];

    /// <summary>Puts the listing into a cart, the stage's buyer's unless another is named.</summary>
    public async Task<Enum> Put(int units = 1, int? buyer = null, RequestId request = default)
    {
        if (!_isOpen)
        {
            await Open();
        }

        var line = new CartLine(Listing, units, Money.FromYuan(100));
        return await Port.PutInCart(buyer is { } other ? new BuyerId(other) : Buyer, line, request);
    }

    /// <summary>Fills the cart with as many other listings as it may have.</summary>
    public async Task Fill()
    {
        await Open();
        for (var line = 0; line < LinesMax; line++)
        {
            var more = new ListingId(MoreFrom + (LinesMax * Number) + line);
            await Port.Publish(more, Fixtures.Terms() with { Store = Store });
            Assert.Equal(CartResult.Changed, await Port.PutInCart(Buyer, Lines(more)[0]));
        }
    }

    public async Task<Enum> Checkout(int units = 1, long yuanSeen = 100, int number = 0)
    {
        if (!_isOpen)
        {
            await Open();
        }

        var line = new CartLine(Listing, units, Money.FromYuan(yuanSeen));
        return (await Port.Checkout(IdOf(number), new[] { line })).Result;
    }

    public async Task<Enum> Pay(int number = 0, PaymentChannel channel = PaymentChannel.Bank) =>
        (await Port.Pay(IdOf(number), channel)).Result;

    /// <summary>A paid order that has taken these steps.</summary>
    public async Task<OrderId> Paid(params OrderStep[] steps)
    {
        Assert.Equal(CheckoutResult.Placed, await Checkout());
        Assert.Equal(PayResult.Paid, await Pay());
        foreach (var step in steps)
        {
            Assert.Equal(OrderResult.Done, await Port.StepOrder(Id.Order(0), step));
        }

        return Id.Order(0);
    }

    /// <summary>A confirmed order of the consumer market, where buyers and stores give verdicts.</summary>
    public async Task<OrderId> ConsumerConfirmed()
    {
        await Open(kind: MarketKind.Consumer);
        return await Confirmed();
    }

    public Task<OrderId> Confirmed() => Paid(OrderStep.Ship, OrderStep.Confirm);

    /// <summary>The buyer complains about the order.</summary>
    public async Task<Enum> Complain(
        OrderId order, int line = 0, ComplaintReason reason = ComplaintReason.Counterfeit) =>
        await Port.Complain(order, line, reason);

    public async Task<Enum> Refund(OrderId order, int line = 0) => (await Port.Refund(order, line, 1)).Result;

    /// <summary>Switches refunds of unshipped orders off, or on again.</summary>
    public async Task Flip(bool isOn) => Assert.Equal(
        FlipResult.Flipped,
        await Port.Flip(new SwitchCommand(Switch.RefundsOfUnshippedOff, isOn, "ops", "a peak", null)));

    /// <summary>Other rules are in force; then a second passes.</summary>
    public async Task Change(Policy policy)
    {
        Assert.Equal(PolicyResult.Changed, await Port.ChangePolicy(policy));
        await Wait(TimeSpan.FromSeconds(1));
    }

    /// <summary>The store withdraws its earnings.</summary>
    public async Task Withdraw(long yuan) => Assert.Equal(
        TransferResult.Moved,
        await Port.Move(new Transfer(
            Number, MovementKind.Withdrawal, Store, default, Money.FromYuan(yuan))));

    /// <summary>Checks out without end, until the market is too busy; then it has a quiet minute.</summary>
    public async Task<Enum> Rush()
    {
        Enum answer = CheckoutResult.Placed;
        for (var request = 0; request < RequestsMax && !answer.Equals(CheckoutResult.Throttled); request++)
        {
            answer = await Checkout(units: 11, number: request);
        }

        await Wait(TimeSpan.FromMinutes(1));
        return answer;
    }

    private CheckoutId IdOf(int number) => new(new BuyerId(100 + Number), number);
}
