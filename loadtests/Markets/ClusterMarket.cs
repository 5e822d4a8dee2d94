using System.Collections.Concurrent;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>A market on Orleans, called from a silo in this process or from a client of a cluster.</summary>
/// <param name="way">How it is reached, in a word.</param>
/// <param name="grains">Its grains.</param>
/// <param name="clock">The time, for the pauses between tries.</param>
/// <param name="host">What to close at the end.</param>
internal sealed class ClusterMarket(
    string way, IGrainFactory grains, TimeProvider clock, IAsyncDisposable host)
    : ILoadMarket
{
    private const int CallsAtOnce = 64;

    // All are content: what is measured is how verdicts travel, not what people think.
    private static readonly Rating Content = Rating.Of(CreditRating.Good, 5, 5, 5, 5)!.Value;

    private readonly ClusterMarketplace _market = new(grains, clock);
    private readonly MarketAddresses _addresses = new(grains);
    private readonly ConcurrentDictionary<ListingId, SellerId> _sellers = new();
    private IReadOnlyList<StoreId> _stores = [];

    /// <inheritdoc/>
    public string Way => way;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WantedListing>> Fill(
        Scenario scenario, long orders, CancellationToken stop)
    {
        var opening = OpeningMarket.Of(scenario);
        _stores = [.. opening.Stores().Select(store => store.Id)];
        await Parallel.ForEachAsync(
            opening.Stores(), Within(stop), async (store, _) => await _market.OpenStore(store));
        await Parallel.ForEachAsync(
            opening.Coupons(), Within(stop),
            async (one, _) => await _market.Do<SetCoupon, StoreResult>(one));
        var listings = opening.Listings().ToList();
        await Parallel.ForEachAsync(
            listings, Within(stop), async (one, _) => await _market.Publish(one.Id, one.Terms));
        var wanted = listings.Select(one => new WantedListing(
            one.Id, one.Terms.Price, one.Terms.Presale is null ? opening.UnitsWanted(one.Id) : 0)).ToList();
        var weights = wanted.Sum(one => one.Weight);
        await Parallel.ForEachAsync(
            wanted.Where(one => listings[one.Id.Value].Terms.UnitsPerBuyer == 0), Within(stop),
            async (one, _) => await Stock(one.Id, one.UnitsFor(orders, weights)));
        return wanted;
    }

    /// <inheritdoc/>
    public async Task TakeComplaints()
    {
        var state = await _addresses.Festival.State();
        var policy = state.Policies!.At(clock.GetUtcNow());
        var result = await _market.ChangePolicy(
            policy with { Trust = policy.Trust with { IsOn = true, Watches = true } });
        if (result != PolicyResult.Changed)
        {
            throw new InvalidOperationException($"The market takes no complaints: {Words.Of(result)}.");
        }

        await Task.Delay(ILoadMarket.PolicyWithin, clock);
    }

    /// <inheritdoc/>
    public Task<LoadAnswer> Do(LoadCommand command) => command.Step switch
    {
        LoadStep.PutInCart => GrainAnswers.Of(_market.PutInCart(command.Checkout.Buyer, command.Line)),
        LoadStep.Checkout => Checkout(command),
        LoadStep.Pay => Pay(command),
        LoadStep.Ship => GrainAnswers.Of(_market.StepOrder(command.Order, OrderStep.Ship)),
        LoadStep.Deliver => GrainAnswers.Of(_market.StepOrder(command.Order, OrderStep.Deliver)),
        LoadStep.Rate => GrainAnswers.Of(_market.Rate(command.Order, Content)),
        LoadStep.Complain => GrainAnswers.Of(
            _market.Complain(command.Order, 0, ComplaintReason.Counterfeit)),
        _ => GrainAnswers.Of(_market.StepOrder(command.Order, OrderStep.Confirm)),
    };

    /// <inheritdoc/>
    public Task<LoadAnswer> Look(ListingId listing) => GrainAnswers.OfReading(_market.FindListing(listing));

    /// <inheritdoc/>
    public async Task<LoadAnswer> Search(SearchQuery query) => await GrainAnswers.Of(
        Result(_market.Search(query), static page => page.Result));

    /// <inheritdoc/>
    public Task<LoadAnswer> LookAtSales(ListingId listing) => GrainAnswers.OfReading(Sales(listing));

    /// <inheritdoc/>
    public Task<LoadAnswer> Reprice(ListingId listing, Money price) =>
        GrainAnswers.Of(_market.Reprice(listing, price));

    /// <inheritdoc/>
    public Task<LoadAnswer> Restock(ListingId listing, int unitsInTotal) =>
        GrainAnswers.Of(_market.Restock(listing, unitsInTotal));

    /// <inheritdoc/>
    public async Task<StreamFigures?> EmptyStreams(TimeSpan within) =>
        await new EventStreams(_addresses, clock).Empty(_stores, within);

    /// <inheritdoc/>
    public async Task<AuditSummary?> Audit()
    {
        var report = await _market.Audit();
        return new AuditSummary(
            report.Passed, [.. report.Checks.Select(
                one => new RunCheck(one.Name, one.Passed, one.Detail))]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static ParallelOptions Within(CancellationToken stop) =>
        new() { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = stop };

    private async ValueTask<SalesFigures?> Sales(ListingId listing) => await SellerOf(listing) is { } seller
        ? await _addresses.Seller(seller).Dashboard()
        : null;

    /// <summary>The person behind the store of a listing, who never changes; null if there is none.</summary>
    internal async ValueTask<SellerId?> SellerOf(ListingId listing)
    {
        if (_sellers.TryGetValue(listing, out var known))
        {
            return known;
        }

        return await _market.FindListing(listing) is { } seen
            && await _market.FindStore(seen.Listing.Store) is { } store
                ? _sellers.GetOrAdd(listing, store.Store.Owner)
                : null;
    }

    private async Task Stock(ListingId listing, double needed)
    {
        var units = (int)Math.Min(Limits.StockMax, needed);
        var stock = (await _market.FindListing(listing))?.Stock ?? default;
        if (stock.ForSale < units)
        {
            await _market.Restock(listing, (int)Math.Min(Limits.StockMax, (long)units + stock.PutIn));
        }
    }

    private async Task<LoadAnswer> Checkout(LoadCommand command) => await GrainAnswers.Of(
        Result(_market.Checkout(command.Checkout, new[] { command.Line }), static answer => answer.Result));

    private async Task<LoadAnswer> Pay(LoadCommand command) => await GrainAnswers.Of(
        Result(_market.Pay(command.Checkout, command.Channel), static answer => answer.Result));

    private static async ValueTask<TResult> Result<TAnswer, TResult>(
        ValueTask<TAnswer> pending, Func<TAnswer, TResult> result) => result(await pending);
}
