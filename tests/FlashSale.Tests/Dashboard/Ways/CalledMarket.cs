namespace FlashSale.Tests.Dashboard;

/// <summary>The port, spoken in calls of the API; how a call is sent is left open.</summary>
internal abstract class CalledMarket : IMarketplace
{
    private static readonly CallWords Words = new();

    public ValueTask<TAnswer> Do<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct =>
        Say<TCommand, TAnswer>(command, ((IHandles<TCommand, Call>)(object)Words).Do(command));

    public ValueTask<StoreView?> FindStore(StoreId id) => throw new NotSupportedException();

    public ValueTask<ListingView?> FindListing(ListingId id) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer) => throw new NotSupportedException();

    public ValueTask<OrderView?> FindOrder(OrderId id) => throw new NotSupportedException();

    public ValueTask<Money> FindBalance(AccountId account) => throw new NotSupportedException();

    public ValueTask<AuditReport> Audit() => throw new NotSupportedException();

    /// <summary>Sends a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="call">The same in the words of the API.</param>
    protected abstract ValueTask<TAnswer> Say<TCommand, TAnswer>(TCommand command, Call call)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct;
}

/// <summary>Says nothing and remembers what it was to say.</summary>
internal sealed class MutedMarket : CalledMarket
{
    public Call? Last { get; private set; }

    protected override ValueTask<TAnswer> Say<TCommand, TAnswer>(TCommand command, Call call)
    {
        Last = call;
        return default;
    }
}
