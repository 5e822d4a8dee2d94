namespace FlashSale.Simulator;

/// <summary>A scenario made ready to be played in a real market.</summary>
public sealed class LiveFestival
{
    private const int TogetherMax = 4_096;

    // Transfers of an opening have numbers that no client uses: their highest bit but one is set.
    private const long FirstTransfer = 1L << 62;

    private readonly World _world;
    private readonly OpeningMarket _opening;

    private LiveFestival(World world) => (_world, _opening) = (world, new OpeningMarket(world));

    /// <summary>What it was made from.</summary>
    public Scenario Scenario => _world.Scenario;

    /// <summary>
    /// The rules of its market: the limit in front admits what the scenario's gateway admits of the sample.
    /// </summary>
    public Policy Policy => OfSample(_world.Policy, _world);

    /// <summary>Simulated buyers; their ids are below this.</summary>
    public int Buyers => _opening.BuyerCount;

    /// <summary>Simulated stores; their ids are below this.</summary>
    public int Stores => _opening.StoreCount;

    /// <summary>Listings; their ids are below this.</summary>
    public int Listings => _opening.ListingCount;

    /// <summary>The names of the regions that buyers live in.</summary>
    public IReadOnlyList<string> Regions => [.. Scenario.Population.Regions.Select(region => region.Name)];

    /// <summary>
    /// Where a buyer lives, an index into <see cref="Regions"/>; their number if it is nobody's of the
    /// scenario.
    /// </summary>
    public int RegionOf(BuyerId buyer) =>
        buyer.Value < Buyers ? _world.Buyers[buyer].Region : Scenario.Population.Regions.Count;

    /// <summary>The calendar: carts, the first hour, the day, and what comes after it (rule GOV-1).</summary>
    public IReadOnlyList<(string Name, DateTimeOffset From, DateTimeOffset Until)> Phases
    {
        get
        {
            const int daysAfter = 30;
            var midnight = Scenario.Festival.Midnight.ToUniversalTime();
            var carts = midnight - Scenario.Behaviour.Trying.CartsFrom;
            return
            [
                ("carts", carts, midnight),
                ("first-hour", midnight, midnight.AddHours(1)),
                ("day", midnight.AddHours(1), midnight.AddDays(1)),
                ("afterwards", midnight.AddDays(1), midnight.AddDays(daysAfter)),
            ];
        }
    }

    /// <summary>Makes the world of a scenario.</summary>
    public static LiveFestival Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new LiveFestival(World.Of(scenario));
    }

    /// <summary>
    /// Opens the stores and puts the listings on sale; what is there already stays as it is.
    /// </summary>
    /// <param name="market">The market.</param>
    /// <param name="withBalances">
    /// Whether to give buyers money; those who live here top up themselves.
    /// </param>
    /// <returns>False if the market holds other stores or listings under the same ids.</returns>
    public async Task<bool> Fill(IMarketplace market, bool withBalances = false)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (await market.FindListing(new ListingId(Listings - 1)) is null)
        {
            return await All(_opening.Stores(), store => market.OpenStore(store), OpenStoreResult.Opened)
                && await All(
                    _opening.Coupons(), one => market.Do<SetCoupon, StoreResult>(one), StoreResult.Done)
                && await All(_opening.Listings(), one => Publish(market, one), ListingResult.Published)
                && (!withBalances
                    || await All(_opening.Balances(), one => TopUp(market, one), TransferResult.Moved));
        }

        // A listing on other terms under the same id is refused; the first and the last tell enough.
        return await Publish(market, _opening.Listings().First()) != ListingResult.IdReused
            && await Publish(market, _opening.Listings().Last()) != ListingResult.IdReused;
    }

    /// <summary>The scenario's people, ready to live in a market that is filled.</summary>
    /// <param name="market">The market.</param>
    /// <param name="browser">The same, to be read.</param>
    /// <param name="marketClock">Its time.</param>
    public LiveBuyers LetLive(IMarketplace market, IMarketBrowser browser, TimeProvider marketClock) =>
        new(_world, market, browser, marketClock);

    /// <summary>A policy of a scenario for the market of its sample.</summary>
    /// <remarks>The gateway counts orders, the limit of a market checkouts, which have some each.</remarks>
    internal static Policy OfSample(Policy policy, World world) => policy with
    {
        Admission = policy.Admission with
        {
            RequestsPerSecond = (int)Math.Max(1, Math.Round(
                policy.Admission.RequestsPerSecond * world.Scenario.Scale / world.Demand.OrdersPerCheckout)),
        },
    };

    private static async Task<bool> All<T, TResult>(
        IEnumerable<T> all, Func<T, ValueTask<TResult>> send, TResult done)
        where TResult : struct, Enum
    {
        foreach (var some in all.Chunk(TogetherMax))
        {
            var results = await Task.WhenAll(some.Select(one => send(one).AsTask()));
            if (results.Any(result => !EqualityComparer<TResult>.Default.Equals(result, done)))
            {
                return false;
            }
        }

        return true;
    }

    private static ValueTask<ListingResult> Publish(
        IMarketplace market, (ListingId Id, ListingTerms Terms) listing) =>
        market.Publish(listing.Id, listing.Terms);

    private static ValueTask<TransferResult> TopUp(IMarketplace market, (BuyerId Buyer, Money Balance) one) =>
        market.Move(new Transfer(
            FirstTransfer + one.Buyer.Value, MovementKind.BuyerTopUp, default, one.Buyer, one.Balance));
}
