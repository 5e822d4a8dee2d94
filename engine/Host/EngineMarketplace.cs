using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// The port over an engine: every call is one command in its queue, awaited until it is durable.
/// </summary>
internal sealed class EngineMarketplace(MarketEngine engine) : IMarketplace
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TAnswer> Do<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct
    {
        var pending = PendingAnswer.Take();
        var answer = pending.Task;
        if (!engine.TrySubmit(command, static (log, sent) => log.Add(sent), pending, 0))
        {
            pending.GiveBack();
            throw MarketEngine.Busy();
        }

        return (await answer).To<TAnswer>();
    }

    public ValueTask<StoreView?> FindStore(StoreId id) => engine.Ask(market => market.View.StoreView(id));

    public ValueTask<SellerView?> FindSeller(SellerId id) => engine.Ask(market => market.View.SellerView(id));

    public ValueTask<ListingView?> FindListing(ListingId id) =>
        engine.Ask(market => market.View.ListingView(id));

    public ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer) =>
        engine.Ask<IReadOnlyList<CartLine>>(market => market.View.Cart(buyer).ToArray());

    public ValueTask<OrderView?> FindOrder(OrderId id) => engine.Ask(market => market.View.Order(id));

    public ValueTask<Money> FindBalance(AccountId account) =>
        engine.Ask(market => market.View.Balance(account));

    public ValueTask<AuditReport> Audit() => engine.Ask(market => market.Audit());
}
