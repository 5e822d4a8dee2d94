using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

/// <summary>The port, spoken in calls of the API; how a call is sent is left open.</summary>
internal abstract class CalledMarket : IMarketplace
{
    public ValueTask<OpenStoreResult> OpenStore(StoreApplication a) => Say<OpenStoreResult>(new Call(
        "open-store", $"{a.Id}",
        new
        {
            owner = $"{a.Owner}",
            market = Words<MarketKind>.Of(a.Market),
            tier = Words<DepositTier>.Of(a.Tier),
            name = a.Name,
            depositFen = a.Deposit.Fen,
        },
        IsId(a.Id.Value) && IsId(a.Owner.Value) && IsWord(a.Market) && IsWord(a.Tier) && IsText(a.Name)));

    public ValueTask<StoreResult> StepStore(StoreId id, StoreStep step) => Say<StoreResult>(new Call(
        "step-store", $"{id}/{Words<StoreStep>.Of(step)}", null, IsId(id.Value) && IsWord(step)));

    public ValueTask<StoreResult> SetCoupon(StoreId id, Coupon coupon) => Say<StoreResult>(coupon == default
        ? new Call("remove-coupon", $"{id}", null, IsId(id.Value))
        : new Call(
            "set-coupon", $"{id}", new { offFen = coupon.Off.Fen, fromFen = coupon.From.Fen },
            IsId(id.Value)));

    public ValueTask<ListingResult> Publish(ListingId id, ListingTerms terms) => Say<ListingResult>(new Call(
        "publish", $"{id}", BodyOf(terms),
        IsId(id.Value) && IsId(terms.Store.Value) && IsText(terms.Title) && IsWord(terms.Hold)));

    public ValueTask<ListingResult> Reprice(ListingId id, Money price) => Say<ListingResult>(
        new Call("reprice", $"{id}", new { priceFen = price.Fen }, IsId(id.Value))
            .As(StreamKind.Reprice, id.Value, 0, new FrameBlock(price.Fen, 0, 0)));

    public ValueTask<ListingResult> Restock(ListingId id, int unitsInTotal) => Say<ListingResult>(
        new Call("restock", $"{id}", new { unitsInTotal }, IsId(id.Value))
            .As(StreamKind.Restock, id.Value, 0, new FrameBlock(0, 0, unitsInTotal)));

    public ValueTask<ListingResult> Withdraw(ListingId id) => Say<ListingResult>(
        new Call("withdraw", $"{id}", null, IsId(id.Value)).As(StreamKind.Withdraw, id.Value));

    public ValueTask<CartResult> PutInCart(BuyerId buyer, CartLine line) => Say<CartResult>(new Call(
        "put-in-cart", $"{buyer}/{line.Listing}",
        new { units = line.Units, priceSeenFen = line.PriceSeen.Fen },
        IsId(buyer.Value) && IsId(line.Listing.Value)).As(StreamKind.PutInCart, buyer.Value, 0, Of(line)));

    public ValueTask<CartResult> RemoveFromCart(BuyerId buyer, ListingId listing) => Say<CartResult>(new Call(
        "remove-from-cart", $"{buyer}/{listing}", null, IsId(buyer.Value) && IsId(listing.Value))
        .As(StreamKind.RemoveFromCart, buyer.Value, 0, new FrameBlock(0, listing.Value, 0)));

    public ValueTask<CheckoutAnswer> Checkout(CheckoutId id, ReadOnlyMemory<CartLine> lines) =>
        Say<CheckoutAnswer>(new Call(
            "checkout", $"{id}",
            new
            {
                lines = lines.ToArray().Select(line => new
                {
                    listing = $"{line.Listing}",
                    units = line.Units,
                    priceSeenFen = line.PriceSeen.Fen,
                }),
            },
            IsId(id.Buyer.Value) && lines.ToArray().All(line => IsId(line.Listing.Value)))
            .As(StreamKind.Checkout, id.Packed, 0, [.. lines.ToArray().Select(Of)]));

    public ValueTask<PayAnswer> Pay(CheckoutId id, PaymentChannel channel) => Say<PayAnswer>(
        new Call("pay", $"{id}", BodyOf(channel), IsId(id.Buyer.Value) && IsWord(channel))
            .As(StreamKind.Pay, id.Packed, (int)channel));

    public ValueTask<PayAnswer> PayBalance(CheckoutId id, PaymentChannel channel) => Say<PayAnswer>(
        new Call("pay-balance", $"{id}", BodyOf(channel), IsId(id.Buyer.Value) && IsWord(channel))
            .As(StreamKind.PayBalance, id.Packed, (int)channel));

    public ValueTask<OrderResult> StepOrder(OrderId id, OrderStep step) => Say<OrderResult>(
        new Call("step-order", $"{id}/{Words<OrderStep>.Of(step)}", null, IsWord((PersonStep)step))
            .As(StreamKind.StepOrder, id.Packed, (int)step));

    public ValueTask<RefundAnswer> Refund(OrderId id, int line, int unitsInTotal) => Say<RefundAnswer>(
        new Call("refund", $"{id}/{line}", new { unitsInTotal }, line >= 0)
            .As(StreamKind.Refund, id.Packed, 0, new FrameBlock(0, line, unitsInTotal)));

    public ValueTask<OrderResult> OpenDispute(OrderId id) => Say<OrderResult>(
        new Call("open-dispute", $"{id}", null, true).As(StreamKind.OpenDispute, id.Packed));

    public ValueTask<OrderResult> ResolveDispute(OrderId id, bool forBuyer) => Say<OrderResult>(new Call(
        "resolve-dispute", $"{id}", new { winner = forBuyer ? "buyer" : "store" }, true));

    public ValueTask<RateResult> Rate(OrderId id, Rating r) => Say<RateResult>(new Call(
        "rate", $"{id}",
        new
        {
            credit = Words<CreditRating>.Of(r.Credit),
            asDescribed = r.AsDescribed,
            service = r.Service,
            dispatchSpeed = r.DispatchSpeed,
            deliverySpeed = r.DeliverySpeed,
        },
        IsWord(r.Credit)).As(
            StreamKind.Rate, id.Packed, (int)r.Credit, new FrameBlock(0, r.AsDescribed, r.Service),
            new FrameBlock(0, r.DispatchSpeed, r.DeliverySpeed)));

    public ValueTask<RateResult> RateBuyer(OrderId id, CreditRating verdict) => Say<RateResult>(new Call(
        "rate-buyer", $"{id}", new { credit = Words<CreditRating>.Of(verdict) }, IsWord(verdict))
        .As(StreamKind.RateBuyer, id.Packed, (int)verdict));

    public ValueTask<TransferResult> Move(Transfer t) => Say<TransferResult>(new Call(
        "move", $"{t.Id}",
        new
        {
            kind = Words<MovementKind>.Of(t.Kind),
            store = $"{t.Store}",
            buyer = $"{t.Buyer}",
            amountFen = t.Amount.Fen,
        },
        t.Id >= 0 && IsWord(t.Kind) && IsId(t.Store.Value) && IsId(t.Buyer.Value))
        .As(StreamKind.Move, t.Id, (int)t.Kind, new FrameBlock(t.Amount.Fen, t.Store.Value, t.Buyer.Value)));

    public ValueTask<FlipResult> Flip(SwitchCommand command) => Say<FlipResult>(new Call(
        "flip", Words<Switch>.Of(command.Switch),
        new { on = command.On, who = command.Who, why = command.Why, until = command.Until },
        IsWord(command.Switch)));

    public ValueTask<StoreView?> FindStore(StoreId id) => throw new NotSupportedException();

    public ValueTask<ListingView?> FindListing(ListingId id) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer) => throw new NotSupportedException();

    public ValueTask<OrderView?> FindOrder(OrderId id) => throw new NotSupportedException();

    public ValueTask<Money> FindBalance(AccountId account) => throw new NotSupportedException();

    public ValueTask<AuditReport> Audit() => throw new NotSupportedException();

    /// <summary>Sends a call.</summary>
    protected abstract ValueTask<T> Say<T>(Call call);

    // The host's limits are set to the largest number, below which ids are allowed.
    private static bool IsId(int value) => value is >= 0 and < int.MaxValue;

    private static bool IsWord<T>(T member)
        where T : struct, Enum => Enum.IsDefined(member);

    private static bool IsText(string text) => !text.Any(char.IsSurrogate);

    private static FrameBlock Of(CartLine line) => new(line.PriceSeen.Fen, line.Listing.Value, line.Units);

    private static object BodyOf(PaymentChannel channel) =>
        new { channel = Words<PaymentChannel>.Of(channel) };

    private static object BodyOf(ListingTerms terms) => new
    {
        store = $"{terms.Store}",
        title = terms.Title,
        category = terms.Category.Value,
        brand = terms.Brand,
        priceFen = terms.Price.Fen,
        stock = terms.Stock,
        unitsPerBuyer = terms.UnitsPerBuyer,
        hold = Words<HoldMode>.Of(terms.Hold),
        buckets = terms.Buckets,
        festival = terms.Festival is { } f
            ? new { priceFen = f.Price.Fen, from = f.From, until = f.Until } : null,
        presale = terms.Presale is { } p
            ? new { depositFen = p.Deposit.Fen, balanceFrom = p.BalanceFrom, balanceUntil = p.BalanceUntil }
            : null,
    };
}

/// <summary>Says nothing and remembers what it was to say.</summary>
internal sealed class MutedMarket : CalledMarket
{
    public Call? Last { get; private set; }

    protected override ValueTask<T> Say<T>(Call call)
    {
        Last = call;
        return default;
    }
}
