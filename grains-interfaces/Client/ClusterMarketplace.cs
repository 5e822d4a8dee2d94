namespace FlashSale.GrainInterfaces;

/// <summary>The market of a cluster behind the port that every host has.</summary>
/// <remarks>
/// Here and nowhere else faults are retried: every command is idempotent by the ids that the client chose, so
/// that it is sent again as it is. The number of tries is limited; at the limit a <see
/// cref="MarketHaltedException"/> says that nothing is known about the request, or the last fault does, if it
/// was a time-out or a market that is busy.
/// </remarks>
/// <param name="grains">The cluster, from inside a silo or from an Orleans client.</param>
/// <param name="clock">The time, for the pauses between tries.</param>
public sealed class ClusterMarketplace(IGrainFactory grains, TimeProvider clock) : IMarketplace
{
    private readonly MarketAddresses _grains = new(grains);
    private const int TriesMax = 11; // some 8 s: a cluster that loses a silo is whole again before
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AuditPause = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public ValueTask<OpenStoreResult> OpenStore(StoreApplication application) =>
        Try(() => _grains.Store(application.Id).Open(application));

    /// <inheritdoc/>
    public ValueTask<StoreResult> StepStore(StoreId id, StoreStep step) =>
        Try(() => _grains.Store(id).Step(step));

    /// <inheritdoc/>
    public ValueTask<StoreResult> SetCoupon(StoreId id, Coupon coupon) =>
        Try(() => _grains.Store(id).SetCoupon(coupon));

    /// <inheritdoc/>
    public ValueTask<ListingResult> Publish(ListingId id, ListingTerms terms) =>
        Try(() => _grains.Listing(id).Publish(terms));

    /// <inheritdoc/>
    public ValueTask<ListingResult> Reprice(ListingId id, Money price) =>
        Try(() => _grains.Listing(id).Reprice(price));

    /// <inheritdoc/>
    public ValueTask<ListingResult> Restock(ListingId id, int unitsInTotal) =>
        Try(() => _grains.Listing(id).Restock(unitsInTotal));

    /// <inheritdoc/>
    public ValueTask<ListingResult> Withdraw(ListingId id) => Try(() => _grains.Listing(id).Withdraw());

    /// <inheritdoc/>
    public ValueTask<CartResult> PutInCart(BuyerId buyer, CartLine line) =>
        Try(() => _grains.Cart(buyer).Put(line));

    /// <inheritdoc/>
    public ValueTask<CartResult> RemoveFromCart(BuyerId buyer, ListingId listing) =>
        Try(() => _grains.Cart(buyer).Remove(listing));

    /// <inheritdoc/>
    public ValueTask<CheckoutAnswer> Checkout(CheckoutId id, ReadOnlyMemory<CartLine> lines) =>
        Try(() => _grains.Cart(id.Buyer).Checkout(id, lines));

    /// <inheritdoc/>
    public ValueTask<PayAnswer> Pay(CheckoutId id, PaymentChannel channel) =>
        Try(() => _grains.Cart(id.Buyer).Pay(id, channel));

    /// <inheritdoc/>
    public ValueTask<PayAnswer> PayBalance(CheckoutId id, PaymentChannel channel) =>
        Try(() => _grains.Cart(id.Buyer).PayBalance(id, channel));

    /// <inheritdoc/>
    public ValueTask<OrderResult> StepOrder(OrderId id, OrderStep step) =>
        Try(() => _grains.Cart(id.Buyer).Step(id, step));

    /// <inheritdoc/>
    public ValueTask<RefundAnswer> Refund(OrderId id, int line, int unitsInTotal) =>
        Try(() => _grains.Cart(id.Buyer).Refund(id, line, unitsInTotal));

    /// <inheritdoc/>
    public ValueTask<OrderResult> OpenDispute(OrderId id) =>
        Try(() => _grains.Cart(id.Buyer).OpenDispute(id));

    /// <inheritdoc/>
    public ValueTask<OrderResult> ResolveDispute(OrderId id, bool forBuyer) =>
        Try(() => _grains.Cart(id.Buyer).ResolveDispute(id, forBuyer));

    /// <inheritdoc/>
    public ValueTask<RateResult> Rate(OrderId id, Rating rating) =>
        Try(() => _grains.Cart(id.Buyer).Rate(id, rating));

    /// <inheritdoc/>
    public ValueTask<RateResult> RateBuyer(OrderId id, CreditRating verdict) =>
        Try(() => _grains.Cart(id.Buyer).RateBuyer(id, verdict));

    /// <inheritdoc/>
    public ValueTask<TransferResult> Move(Transfer transfer) =>
        transfer.Movement() is null ? ValueTask.FromResult(TransferResult.BadTransfer)
        : transfer.HasStore ? Try(() => _grains.Store(transfer.Store).Move(transfer))
        : Try(() => _grains.Accounts(OwnerKey.Of(transfer.Buyer)).TopUp(transfer));

    /// <inheritdoc/>
    public ValueTask<FlipResult> Flip(SwitchCommand command) =>
        Try(() => _grains.Festival.Flip(command));

    /// <inheritdoc/>
    public ValueTask<StoreView?> FindStore(StoreId id) => Try(() => _grains.Store(id).Find());

    /// <inheritdoc/>
    public ValueTask<ListingView?> FindListing(ListingId id) => Try(() => _grains.Listing(id).Find());

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer) =>
        await Try(() => _grains.Cart(buyer).Lines());

    /// <inheritdoc/>
    public ValueTask<OrderView?> FindOrder(OrderId id) => Try(() => _grains.Cart(id.Buyer).Find(id));

    /// <inheritdoc/>
    public ValueTask<Money> FindBalance(AccountId account) => account.Kind switch
    {
        AccountKind.Buyer => Try(
            () => _grains.Accounts(OwnerKey.Of(new BuyerId(account.Owner))).Balance(account.Kind, 0)),
        AccountKind.Store or AccountKind.StoreFrozen or AccountKind.StoreDeposit => Try(
            () => _grains.Accounts(OwnerKey.Of(new StoreId(account.Owner))).Balance(account.Kind, 0)),
        _ => Try(() => _grains.Audit.Sum(account.Kind, account.Owner)),
    };

    /// <summary>
    /// A consistent audit: nothing is admitted, what is under way ends, everything is counted, and the market
    /// goes on.
    /// </summary>
    public async ValueTask<AuditReport> Audit()
    {
        var audit = _grains.Audit;
        await audit.Begin(isConsistent: true);
        while (true)
        {
            if (await audit.Report() is { } report)
            {
                return report;
            }

            await Task.Delay(AuditPause, clock);
        }
    }

    private static bool IsFault(Exception failure) =>
        failure is GrainFaultException or MarketBusyException or TimeoutException or OrleansException;

    private async ValueTask<T> Try<T>(Func<Task<T>> call)
    {
        var pause = FirstPause;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (Exception failure) when (IsFault(failure) && tries < TriesMax)
            {
                await Task.Delay(pause, clock);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (Exception failure) when (failure is GrainFaultException or OrleansException)
            {
                throw new MarketHaltedException(
                    "The cluster did not answer; whether it did what was asked is unknown: ask again.",
                    failure);
            }
        }
    }
}
