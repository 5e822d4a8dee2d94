namespace FlashSale.Simulator;

/// <summary>What a season does not change: its calendar, its goods, what people are like.</summary>
internal sealed class SeasonWorld
{
    private const uint TypeCounter = 0;
    private const uint StoresCounter = 1;
    private const uint AgeCounter = 2;
    private const double YuanMax = 100_000;

    private readonly AliasTable _types;
    private readonly AliasTable _storesPerOwner;
    private readonly AliasTable _categories;
    private readonly AliasTable[] _ranks;
    private readonly AliasTable _regions;
    private readonly double _yuanAtLevel;

    public SeasonWorld(SeasonScenario scenario)
    {
        Scenario = scenario;
        Calendar = new SeasonCalendar(scenario);
        Categories = GoodsCategory.Typical;
        _types = new AliasTable([.. scenario.Sellers.Types]);
        _storesPerOwner = new AliasTable([.. scenario.Sellers.StoresPerOwner]);
        _categories = new AliasTable([.. Categories.Select(goods => goods.ShareOfOrders)]);
        _yuanAtLevel = scenario.Season.AverageOrderYuan
            / Categories.Sum(goods => goods.ShareOfOrders * goods.PriceLevel);
        _regions = new AliasTable([.. Regions.Select(region => region.Share)]);
        Payer = new Payer(scenario.Seed, scenario.Buyers.Paying, mobileShare: 1);
        Recipient = new Recipient(scenario.Seed, scenario.Buyers.Receiving, scenario.Buyers.Returning);
        Rater = new Rater(scenario.Seed, scenario.Buyers.Rating);
        Handling = scenario.Sellers.Handling.InMs();
        Transit = scenario.Sellers.Transit.InMs();
        ListingsMax = scenario.Accounts?.Growth.ListingsMax ?? scenario.Season.ListingsPerStore;
        _ranks = [.. Enumerable.Range(1, ListingsMax).Select(number => new AliasTable(WeightsOf(number)))];
    }

    public SeasonScenario Scenario { get; }

    public ulong Seed => Scenario.Seed;

    public SeasonTerms Terms => Scenario.Season;

    public SeasonCalendar Calendar { get; }

    /// <summary>The categories of goods, by the numbers of the policy.</summary>
    public IReadOnlyList<GoodsCategory> Categories { get; }

    public Payer Payer { get; }

    public Recipient Recipient { get; }

    public Rater Rater { get; }

    /// <summary>From the payment until a store without a queue hands over.</summary>
    public QuantileTable Handling { get; }

    /// <summary>From the store to the buyer.</summary>
    public QuantileTable Transit { get; }

    /// <summary>The most listings of a store: so many numbers are kept for it.</summary>
    public int ListingsMax { get; }

    /// <summary>Units that all stores sell on an ordinary day.</summary>
    public double OrdersPerDay => Terms.Stores * Terms.OrdersPerStoreDay;

    /// <summary>How much the listings of a store are wanted, the most wanted first.</summary>
    public static double[] WeightsOf(int listings)
    {
        const double exponent = 0.78; // as a festival's listings (FACTS E1)
        return Zipf.Weights(listings, exponent);
    }

    /// <summary>The choice among the listings of a store that has so many.</summary>
    public AliasTable RanksOf(int listings) => _ranks[listings - 1];

    /// <summary>The regions where buyers live (rule LOG-1).</summary>
    public IReadOnlyList<Region> Regions { get; } = Region.Typical;

    /// <summary>Where a buyer lives.</summary>
    public int RegionOf(int buyer) =>
        _regions.At(Draws.At(Seed, buyer, Streams.SeasonRegion, counter: 0));

    /// <summary>
    /// Whether a buyer is one of the season's own, who visit and remember; others test, or protest.
    /// </summary>
    public bool IsVisitor(BuyerId buyer) => buyer.Value < Terms.Buyers;

    /// <summary>The account with which the platform buys to test (rule TRU-3).</summary>
    public BuyerId Tester => new(Terms.Buyers);

    /// <summary>The first of the accounts with which sellers protest (rule GOV-5).</summary>
    public BuyerId FirstProtester => new(Terms.Buyers + 1);

    /// <summary>What an owner is like.</summary>
    public SellerType TypeOf(int owner) =>
        (SellerType)(1 + _types.At(TypeDraw(owner)));

    /// <summary>What chance says of that.</summary>
    public ulong TypeDraw(int owner) => Draws.At(Seed, owner, Streams.SeasonOwner, TypeCounter);

    /// <summary>How many stores an owner has.</summary>
    public int StoresOf(int owner) =>
        1 + _storesPerOwner.At(Draws.At(Seed, owner, Streams.SeasonOwner, StoresCounter));

    /// <summary>
    /// For how many days an owner of the start has been there: as long as stores live that close by chance.
    /// </summary>
    public int AgeAtStart(int owner)
    {
        const int ageMax = 3_650; // assumed: no store is older than the market of ten years
        var exits = Scenario.Sellers.ExitsPerDay;
        var bits = Draws.At(Seed, owner, Streams.SeasonOwner, AgeCounter);
        var unit = Draws.ToUnit(bits);
        return exits <= 0 ? (int)(unit * ageMax) : (int)Math.Min(ageMax, -ExactMath.Ln(unit) / exits);
    }

    /// <summary>A store that opens.</summary>
    public SeasonStore NewStore(int store, int owner, int openedDay, int firstListing)
    {
        var draws = Draws.For(Seed, store, Streams.SeasonStore);
        var category = _categories.Draw(ref draws);
        var isBrand = draws.Happens(Scenario.Sellers.BrandShare);
        return new SeasonStore
        {
            Owner = owner,
            OpenedDay = openedDay,
            ClosedDay = SeasonStore.NotClosed,
            FirstListing = firstListing,
            Listings = Terms.ListingsPerStore,
            Category = category,
            IsBrand = isBrand ? 1 : 0,
            Appeal = AppealAt(draws.Unit() * Terms.Stores),
        };
    }

    /// <summary>How much buyers look at a store of a rank, from 1 (rule DEM-1).</summary>
    public double AppealAt(double rank) => ExactMath.Pow(Math.Max(1, rank), -Terms.ZipfExponent);

    /// <summary>What a listing costs: whole tenths of a yuan.</summary>
    public Money PriceOf(int listing, int category)
    {
        var spread = Terms.PriceSpread;
        var normal = ExactMath.InverseNormal(
            Draws.ToUnit(Draws.At(Seed, listing, Streams.SeasonListing, 0)));
        var yuan = _yuanAtLevel * Categories[category].PriceLevel
            * ExactMath.Exp((spread * normal) - (spread * spread / 2));
        return Money.FromFen(10 * (long)Math.Round(Math.Clamp(yuan, 1, YuanMax) * 10));
    }

    /// <summary>The price of a category that as many listings are above as below, in yuan.</summary>
    public double MiddleYuan(int category) => _yuanAtLevel * Categories[category].PriceLevel
        * ExactMath.Exp(-Terms.PriceSpread * Terms.PriceSpread / 2);

    /// <summary>The store of a listing.</summary>
    public int StoreOf(int listing) => listing / ListingsMax;

    /// <summary>The number of a category by its name.</summary>
    public int CategoryNamed(string name) =>
        Enumerable.Range(0, Categories.Count).First(category => Categories[category].Name == name);

    /// <summary>When a listing is put up, as a share of the time over which stores put theirs up.</summary>
    public double PutUpAt(int listing)
    {
        const uint putUpCounter = 2;
        return Draws.ToUnit(Draws.At(Seed, listing, Streams.SeasonListing, putUpCounter));
    }

    /// <summary>How often a buyer comes on an ordinary day, on average.</summary>
    public double VisitsPerDay(int buyer)
    {
        var spread = Scenario.Buyers.Spread;
        var mean = OrdersPerDay / Scenario.Buyers.BuysPerVisit / Terms.Buyers;
        var normal = ExactMath.InverseNormal(
            Draws.ToUnit(Draws.At(Seed, buyer, Streams.SeasonBuyer, 0)));
        return mean * ExactMath.Exp((spread * normal) - (spread * spread / 2));
    }
}
