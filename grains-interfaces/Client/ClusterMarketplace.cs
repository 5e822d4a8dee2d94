using System.Runtime.CompilerServices;

namespace FlashSale.GrainInterfaces;

/// <summary>The market of a cluster behind the port that every host has.</summary>
/// <remarks>
/// Here and nowhere else faults are retried: every command is idempotent by the ids that the client chose, so
/// that it is sent again as it is. The number of tries is limited; at the limit a <see
/// cref="MarketHaltedException"/> says that nothing is known about the request, or the last fault does, if it
/// was a time-out or a market that is busy.
/// </remarks>
public sealed class ClusterMarketplace : IMarketplace
{
    private readonly MarketAddresses _grains;
    private readonly TimeProvider _clock;
    private const int TriesMax = 11; // some 8 s: a cluster that loses a silo is whole again before
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AuditPause = TimeSpan.FromMilliseconds(100);

    /// <summary>The market of a cluster.</summary>
    /// <param name="grains">The cluster, from inside a silo or from an Orleans client.</param>
    /// <param name="clock">The time, for the pauses between tries.</param>
    public ClusterMarketplace(IGrainFactory grains, TimeProvider clock) =>
        (_grains, _clock) = (new MarketAddresses(grains), clock);

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TAnswer> Do<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct
    {
        var (grain, packed) = (_grains.Of(command.Subject), PackedCommand.Of(command));
        return (await Try(() => grain.Do(packed))).To<TAnswer>();
    }

    /// <inheritdoc/>
    public ValueTask<StoreView?> FindStore(StoreId id) => Try(() => _grains.Store(id).Find());

    /// <inheritdoc/>
    public ValueTask<SellerView?> FindSeller(SellerId id) => Try(() => _grains.Seller(id).Find());

    /// <inheritdoc/>
    public ValueTask<ListingView?> FindListing(ListingId id) => Try(() => _grains.Listing(id).Find());

    /// <summary>Listings that a buyer looks for, ranked (rule SRC-1).</summary>
    public ValueTask<SearchPage> Search(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var category = query.Problem() is null ? query.Category : null; // whoever is asked refuses the rest
        return Try(() => _grains.Search(category).Find(query));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer) =>
        await Try(() => _grains.Cart(buyer).Lines());

    /// <inheritdoc/>
    public ValueTask<OrderView?> FindOrder(OrderId id) => Try(() => _grains.Cart(id.Buyer).Find(id));

    /// <inheritdoc/>
    public ValueTask<CaseFileView?> FindCases(SellerId seller) => Try(() => _grains.Cases(seller).Find());

    /// <inheritdoc/>
    public ValueTask<Money> FindBalance(AccountId account) => AccountTable.OwnerOf(account.Kind) switch
    {
        AccountOwner.Buyer => Try(
            () => _grains.Accounts(OwnerKey.Of(new BuyerId(account.Owner))).Balance(account.Kind, 0)),
        AccountOwner.Store => Try(
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

            await Task.Delay(AuditPause, _clock);
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
                await Task.Delay(pause, _clock);
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
