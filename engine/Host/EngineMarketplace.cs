using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// The port over an engine: every command is one in its queue, awaited until it is durable; every question
/// holds the writer for a short time.
/// </summary>
internal sealed class EngineMarketplace(MarketEngine engine, EngineSearch search)
    : IMarketplace, IMarketBrowser
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

    public ValueTask<CaseFileView?> FindCases(SellerId seller) =>
        engine.Ask(market => market.View.Cases(seller));

    public ValueTask<Money> FindBalance(AccountId account) =>
        engine.Ask(market => market.View.Balance(account));

    public ValueTask<AuditReport> Audit() => engine.Ask(market => market.Audit());

    public ValueTask<ListingPage> FindListings(ListingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return engine.Ask(market => MarketPages.Listings(market.View, query));
    }

    public ValueTask<SearchPage> Search(SearchQuery query) => search.Find(query);

    public ValueTask<StorePage> FindStores(StoreId from, int storesMax) =>
        engine.Ask(market => MarketPages.Stores(market.View, from, storesMax));

    public ValueTask<StorePage> FindApplications(StoreId from, int storesMax) =>
        engine.Ask(market => MarketPages.Applications(market.View, from, storesMax));

    public ValueTask<WaitingListings> FindPublications(int listingsMax) =>
        engine.Ask(market => market.View.Waiting(listingsMax));

    public ValueTask<SellerPage> FindSellers(SellerId from, int sellersMax) =>
        engine.Ask(market => MarketPages.Sellers(market.View, from, sellersMax));

    public ValueTask<CaseFilePage> FindCaseFiles(SellerId from, int filesMax) =>
        engine.Ask(market => MarketPages.CaseFiles(market.View, from, filesMax));

    public ValueTask<IReadOnlyList<SwitchFlip>> FindSwitchFlips() =>
        engine.Ask<IReadOnlyList<SwitchFlip>>(market => [.. market.View.Switches.Trace]);

    public ValueTask<PolicyTimeline> FindPolicies() => engine.Ask(market => market.View.Policies);

    public ValueTask<TrailPage> FindTrail(TrailQuery query) =>
        engine.Ask(market => MarketPages.Trail(market.View, query));

    public ValueTask<MarketStatistics?> FindStatistics() =>
        engine.Ask<MarketStatistics?>(market => MarketPages.Statistics(market.View, market.Now));
}
