using System.Collections.Concurrent;
using FlashSale.Engine;

namespace FlashSale.Client;

/// <summary>
/// A simulated market for readers: questions wait until the run stands between two events.
/// </summary>
internal sealed class SimulatedMarket : IMarketReader, IMarketBrowser
{
    private const int WaitingMax = 1_024;

    private readonly ConcurrentQueue<Action> _questions = new();
    private readonly IPlayedMarket _play;
    private readonly MarketSearch _search;

    /// <summary>The market that is played.</summary>
    public SimulatedMarket(IPlayedMarket play)
    {
        _play = play;
        _search = new MarketSearch(
            (today, days) => Ask(run => run.Market.Sales(today, days)),
            reader => Ask(run => reader.Read(run.Market)));
    }

    /// <summary>Answers all that wait; between two events, on the thread of the run.</summary>
    public void Answer()
    {
        while (_questions.TryDequeue(out var question))
        {
            question();
        }
    }

    /// <summary>Asks something about the run.</summary>
    /// <exception cref="MarketBusyException">Too many wait.</exception>
    public ValueTask<T> Ask<T>(Func<IPlayedMarket, T> question)
    {
        if (_questions.Count >= WaitingMax)
        {
            throw new MarketBusyException(TimeSpan.FromMilliseconds(100));
        }

        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions.Enqueue(() => Complete(question, answer));
        return new ValueTask<T>(answer.Task);
    }

    public ValueTask<StoreView?> FindStore(StoreId id) => Ask(run => run.Market.StoreView(id));

    public ValueTask<SellerView?> FindSeller(SellerId id) => Ask(run => run.Market.SellerView(id));

    public ValueTask<ListingView?> FindListing(ListingId id) => Ask(run => run.Market.ListingView(id));

    public ValueTask<IReadOnlyList<CartLine>> FindCart(BuyerId buyer) =>
        Ask<IReadOnlyList<CartLine>>(run => run.Market.Cart(buyer).ToArray());

    public ValueTask<OrderView?> FindOrder(OrderId id) => Ask(run => run.Market.Order(id));

    public ValueTask<CaseFileView?> FindCases(SellerId seller) => Ask(run => run.Market.Cases(seller));

    public ValueTask<Money> FindBalance(AccountId account) => Ask(run => run.Market.Balance(account));

    public ValueTask<AuditReport> Audit() => Ask(run => run.Audit());

    public ValueTask<ListingPage> FindListings(ListingQuery query) =>
        Ask(run => MarketPages.Listings(run.Market, query));

    public async ValueTask<SearchPage> Search(SearchQuery query)
    {
        var (now, policy, isSimplified) = await Ask(run =>
        {
            var at = MomentOf(run);
            return (at, run.Market.Policies.At(at), run.Market.Switches.IsOn(Switch.SearchSimplified, at));
        });
        return await _search.Find(query, now, policy, isSimplified);
    }

    public ValueTask<StorePage> FindStores(StoreId from, int storesMax) =>
        Ask(run => MarketPages.Stores(run.Market, from, storesMax));

    public ValueTask<StorePage> FindApplications(StoreId from, int storesMax) =>
        Ask(run => MarketPages.Applications(run.Market, from, storesMax));

    public ValueTask<WaitingListings> FindPublications(int listingsMax) =>
        Ask(run => run.Market.Waiting(listingsMax));

    public ValueTask<SellerPage> FindSellers(SellerId from, int sellersMax) =>
        Ask(run => MarketPages.Sellers(run.Market, from, sellersMax));

    public ValueTask<CaseFilePage> FindCaseFiles(SellerId from, int filesMax) =>
        Ask(run => MarketPages.CaseFiles(run.Market, from, filesMax));

    public ValueTask<IReadOnlyList<SwitchFlip>> FindSwitchFlips() =>
        Ask<IReadOnlyList<SwitchFlip>>(run => [.. run.Market.Switches.Trace]);

    public ValueTask<PolicyTimeline> FindPolicies() => Ask(run => run.Market.Policies);

    public ValueTask<TrailPage> FindTrail(TrailQuery query) =>
        Ask(run => MarketPages.Trail(run.Market, query));

    public ValueTask<MarketStatistics?> FindStatistics() =>
        Ask<MarketStatistics?>(run => MarketPages.Statistics(run.Market, MomentOf(run)));

    private static DateTimeOffset MomentOf(IPlayedMarket run) => run.Zero + run.At;

    private void Complete<T>(Func<IPlayedMarket, T> question, TaskCompletionSource<T> answer)
    {
        try
        {
            answer.SetResult(question(_play));
        }
        catch (ArgumentException fault)
        {
            answer.SetException(fault);
        }
    }
}
