namespace FlashSale.Simulator;

/// <summary>
/// What a market begins with: stores, goods and buyers' money of a scenario, for a market on any host.
/// </summary>
/// <remarks>The same scenario gives the same, so that a market can be filled again without harm.</remarks>
public sealed class OpeningMarket
{
    private const long HourMs = 3_600_000;
    private const int StockSpare = 2; // above what is expected, so that a rare listing can be sold at all
    private const int OrdersPerTopUp = 10; // assumed: nobody who pays by balance runs out of it

    private readonly World _world;
    private readonly Ownership _ownership;
    private readonly long _midnightTicks;

    internal OpeningMarket(World world)
    {
        _world = world;
        _ownership = new Ownership(world.Scenario, world.Assortment.Stores.Count);
        _midnightTicks = world.Scenario.Festival.Midnight.UtcTicks;
    }

    /// <summary>How many stores there are.</summary>
    public int StoreCount => _world.Assortment.Stores.Count;

    /// <summary>How many listings there are.</summary>
    public int ListingCount => _world.Assortment.Listings.Length;

    /// <summary>How many buyers there are, numbered from 0.</summary>
    public int BuyerCount => _world.Buyers.Count;

    /// <summary>How many categories of goods the policy needs to have.</summary>
    public int CategoryCount => _world.Scenario.Catalogue.Categories.Count;

    /// <summary>What a scenario's market begins with.</summary>
    public static OpeningMarket Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new OpeningMarket(World.Of(scenario));
    }

    /// <summary>The stores; each can be opened at once.</summary>
    public IEnumerable<StoreApplication> Stores() => Enumerable.Range(0, StoreCount).Select(Application);

    /// <summary>The coupons that stores give from the opening on (rule CRT-2).</summary>
    public IEnumerable<SetCoupon> Coupons() => _world.Coupons?.Opening ?? [];

    /// <summary>The listings.</summary>
    public IEnumerable<(ListingId Id, ListingTerms Terms)> Listings() =>
        Enumerable.Range(0, ListingCount).Select(listing => (new ListingId(listing), Terms(listing)));

    /// <summary>The balances of those buyers who pay from one.</summary>
    public IEnumerable<(BuyerId Buyer, Money Balance)> Balances() =>
        from number in Enumerable.Range(0, BuyerCount)
        let buyer = new BuyerId(number)
        where _world.Scenario.Channels[_world.Buyers[buyer].Channel].Kind == PaymentChannel.Balance
        let orders = OrdersPerTopUp * _world.Buyers[buyer].Checkouts
        select (buyer, Money.FromYuan((long)Math.Ceiling(
            orders * _world.Scenario.Festival.AverageOrderYuan)));

    /// <summary>Units of a listing that buyers of the sample intend to buy: how much it is wanted.</summary>
    public double UnitsWanted(ListingId listing) => _world.Wants.Units(listing.Value);

    private StoreApplication Application(int store)
    {
        var (category, isBrand) = _world.Assortment.Stores[store];
        var market = isBrand ? MarketKind.Brand : MarketKind.Consumer;
        var name = FormattableString.Invariant(
            $"{_world.Scenario.Catalogue.Categories[category].Name} {(isBrand ? "brand" : "store")} {store}");
        return StoreApplication.Paid(
            new StoreId(store), _ownership.SellerOf(store), market, name, _world.Policy.Stores);
    }

    private ListingTerms Terms(int listing)
    {
        var goods = _world.Assortment.Listings[listing];
        var price = _world.Prices.ListPrice(listing);
        var isHot = listing >= _world.Assortment.FirstHot;
        var hot = isHot
            ? _world.Scenario.Catalogue.HotListings[listing - _world.Assortment.FirstHot]
            : null;
        var stock = hot is null
            ? (_world.Wants.Units(listing) * _world.Scenario.Catalogue.StockCover) + StockSpare
            : hot.Stock == 0 ? 0 : Math.Max(1, hot.Stock * _world.Scenario.Scale);
        return new ListingTerms
        {
            Store = new StoreId(goods.Store),
            Title = hot?.Title ?? FormattableString.Invariant(
                $"{_world.Scenario.Catalogue.Categories[goods.Category].Name} {listing}"),
            Category = new CategoryId(goods.Category),
            Price = price,
            Festival = _world.Prices.HasFestivalPrice(listing)
                ? new FestivalPrice(_world.Prices.FestivalPrice(listing), MomentOf(0), MomentOf(24 * HourMs))
                : null,
            Presale = goods.IsPresale ? PresaleOf(price) : null,
            UnitsPerBuyer = hot?.UnitsPerBuyer ?? 0,
            Stock = (int)Math.Min(Limits.StockMax, stock),
            Buckets = (int)Math.Clamp(stock, 1, hot?.Buckets ?? 1),
        };
    }

    private Presale PresaleOf(Money price)
    {
        var deposit = price.ShareRoundedDown(_world.Policy.Listings.PresaleDepositBasisPoints);
        return new Presale(
            Money.FromFen(Math.Clamp(deposit.Fen, 1, price.Fen - 1)), MomentOf(HourMs),
            MomentOf(24 * HourMs));
    }

    private DateTimeOffset MomentOf(long ms) =>
        new(_midnightTicks + (ms * TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
