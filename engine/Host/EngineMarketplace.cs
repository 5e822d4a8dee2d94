using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// The port over an engine: every call is one command in its queue, awaited until it is durable.
/// </summary>
internal sealed class EngineMarketplace(MarketEngine engine) : IMarketplace
{
    public async ValueTask<OpenStoreResult> OpenStore(StoreApplication application) =>
        (OpenStoreResult)(await Submit(application, static (log, a) => log.OpenStore(a))).Result;

    public async ValueTask<StoreResult> StepStore(StoreId id, StoreStep step) =>
        (StoreResult)(await Submit((id, step), static (log, c) => log.StepStore(c.id, c.step))).Result;

    public async ValueTask<StoreResult> SetCoupon(StoreId id, Coupon coupon) =>
        (StoreResult)(await Submit((id, coupon), static (log, c) => log.SetCoupon(c.id, c.coupon))).Result;

    public async ValueTask<ListingResult> Publish(ListingId id, ListingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return (
            ListingResult)(await Submit((id, terms), static (log, c) => log.Publish(c.id, c.terms))).Result;
    }

    public async ValueTask<ListingResult> Reprice(ListingId id, Money price) =>
        (ListingResult)(await Submit((id, price), static (log, c) => log.Reprice(c.id, c.price))).Result;

    public async ValueTask<ListingResult> Restock(ListingId id, int unitsInTotal) =>
        (ListingResult)(await Submit(
            (id, unitsInTotal), static (log, c) => log.Restock(c.id, c.unitsInTotal))).Result;

    public async ValueTask<ListingResult> Withdraw(ListingId id) =>
        (ListingResult)(await Submit(id, static (log, listing) => log.Withdraw(listing))).Result;

    public async ValueTask<CartResult> PutInCart(BuyerId buyer, CartLine line) =>
        (CartResult)(await Submit((buyer, line), static (log, c) => log.PutInCart(c.buyer, c.line))).Result;

    public async ValueTask<CartResult> RemoveFromCart(BuyerId buyer, ListingId listing) =>
        (CartResult)(await Submit(
            (buyer, listing), static (log, c) => log.RemoveFromCart(c.buyer, c.listing))).Result;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<CheckoutAnswer> Checkout(CheckoutId id, ReadOnlyMemory<CartLine> lines) =>
        (await Submit((id, lines), static (log, c) => log.Checkout(c.id, c.lines.Span))).ToCheckout();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<PayAnswer> Pay(CheckoutId id, PaymentChannel channel) =>
        (await Submit((id, channel), static (log, c) => log.Pay(c.id, c.channel))).ToPay();

    public async ValueTask<PayAnswer> PayBalance(CheckoutId id, PaymentChannel channel) =>
        (await Submit((id, channel), static (log, c) => log.PayBalance(c.id, c.channel))).ToPay();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<OrderResult> StepOrder(OrderId id, OrderStep step) =>
        (OrderResult)(await Submit((id, step), static (log, c) => log.StepOrder(c.id, c.step))).Result;

    public async ValueTask<RefundAnswer> Refund(OrderId id, int line, int unitsInTotal) =>
        (await Submit(
            (id, line, unitsInTotal), static (log, c) =>
                log.Refund(c.id, c.line, c.unitsInTotal))).ToRefund();

    public async ValueTask<OrderResult> OpenDispute(OrderId id) =>
        (OrderResult)(await Submit(id, static (log, order) => log.OpenDispute(order))).Result;

    public async ValueTask<OrderResult> ResolveDispute(OrderId id, bool forBuyer) =>
        (OrderResult)(await Submit(
            (id, forBuyer), static (log, c) => log.ResolveDispute(c.id, c.forBuyer))).Result;

    public async ValueTask<RateResult> Rate(OrderId id, Rating rating) =>
        (RateResult)(await Submit((id, rating), static (log, c) => log.Rate(c.id, c.rating))).Result;

    public async ValueTask<RateResult> RateBuyer(OrderId id, CreditRating verdict) =>
        (RateResult)(await Submit((id, verdict), static (log, c) => log.RateBuyer(c.id, c.verdict))).Result;

    public async ValueTask<TransferResult> Move(Transfer transfer) =>
        (TransferResult)(await Submit(transfer, static (log, t) => log.Move(t))).Result;

    public async ValueTask<FlipResult> Flip(SwitchCommand command) =>
        (FlipResult)(await Submit(command, static (log, c) => log.Flip(c))).Result;

    public ValueTask<StoreView?> FindStore(StoreId id) => engine.Ask(market => market.View.StoreView(id));

    public ValueTask<ListingView?> FindListing(ListingId id) =>
        engine.Ask(market => market.View.ListingView(id));

    public ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer) =>
        engine.Ask<IReadOnlyList<CartLine>>(market => market.View.Cart(buyer).ToArray());

    public ValueTask<OrderView?> FindOrder(OrderId id) => engine.Ask(market => market.View.Order(id));

    public ValueTask<Money> FindBalance(AccountId account) =>
        engine.Ask(market => market.View.Balance(account));

    public ValueTask<AuditReport> Audit() => engine.Ask(market => market.Audit());

    private ValueTask<Answer> Submit<TState>(in TState command, Action<ICommandLog, TState> write)
    {
        var pending = PendingAnswer.Take();
        var task = pending.Task;
        if (engine.TrySubmit(command, write, pending, 0))
        {
            return task;
        }

        pending.GiveBack();
        throw MarketEngine.Busy();
    }
}
