namespace FlashSale.Tests.Dashboard;

/// <summary>
/// The port, spoken in calls of the API; how a call is sent is left open. Questions go to the host itself.
/// </summary>
internal abstract class CalledMarket(IMarketReader? reader) : IMarketplace
{
    private static readonly object[] Words =
        [new CallWords(), new CaseCallWords(), new CertificateCallWords(), new PublicationCallWords()];

    public ValueTask<TAnswer> Do<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct =>
        Say<TCommand, TAnswer>(command, Words.OfType<IHandles<TCommand, Call>>().Single().Do(command));

    public ValueTask<StoreView?> FindStore(StoreId id) => reader!.FindStore(id);

    public ValueTask<ListingView?> FindListing(ListingId id) => reader!.FindListing(id);

    public ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer) => reader!.FindCart(buyer);

    public ValueTask<OrderView?> FindOrder(OrderId id) => reader!.FindOrder(id);

    public ValueTask<SellerView?> FindSeller(SellerId id) => reader!.FindSeller(id);

    public ValueTask<CaseFileView?> FindCases(SellerId seller) => reader!.FindCases(seller);

    public ValueTask<Money> FindBalance(AccountId account) => reader!.FindBalance(account);

    public ValueTask<AuditReport> Audit() => reader!.Audit();

    /// <summary>Sends a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="call">The same in the words of the API.</param>
    protected abstract ValueTask<TAnswer> Say<TCommand, TAnswer>(TCommand command, Call call)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct;
}

/// <summary>Says nothing and remembers what it was to say.</summary>
internal sealed class MutedMarket() : CalledMarket(reader: null)
{
    public Call? Last { get; private set; }

    protected override ValueTask<TAnswer> Say<TCommand, TAnswer>(TCommand command, Call call)
    {
        Last = call;
        return default;
    }
}
