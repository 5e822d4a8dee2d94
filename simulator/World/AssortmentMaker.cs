namespace FlashSale.Simulator;

/// <summary>Makes the goods of a scenario: stores and listings in numbers, ranks and prices.</summary>
internal sealed class AssortmentMaker
{
    private const double StoreExponent = 0.77; // how sales fall with a store's rank (F: Olist, 1,574 sellers)
    private const double AlwaysCheaper = -1;
    private const double NeverCheaper = 1;
    private const int StoresPerCategoryMin = 4;
    private const int ListingsPerCategoryMin = 3 * Assortment.PresaleEvery;

    private readonly Catalogue _catalogue;
    private readonly ulong _seed;
    private readonly int[] _storesOf;
    private readonly int[] _listingsOf;
    private readonly int[] _firstStore;
    private readonly int[] _firstListing;

    private AssortmentMaker(Scenario scenario)
    {
        _catalogue = scenario.Catalogue;
        _seed = scenario.Seed;
        var stores = Math.Max(Catalogue.StoresMin, scenario.Scale * _catalogue.Stores);
        var listings = Math.Max(Catalogue.ListingsMin, scenario.Scale * _catalogue.Listings);
        _storesOf = Split(stores, StoresPerCategoryMin);
        _listingsOf = Split(listings, ListingsPerCategoryMin);
        _firstStore = Firsts(_storesOf);
        _firstListing = Firsts(_listingsOf);
    }

    /// <summary>The goods of a scenario; the same for the same scenario.</summary>
    public static Assortment Make(Scenario scenario) => new AssortmentMaker(scenario).Make();

    private Assortment Make()
    {
        var listings = new Goods[_firstListing[^1] + _catalogue.HotListings.Count];
        for (var category = 0; category < _storesOf.Length; category++)
        {
            FillCategory(category, listings);
        }

        for (var hot = 0; hot < _catalogue.HotListings.Count; hot++)
        {
            listings[_firstListing[^1] + hot] = Hot(_catalogue.HotListings[hot]);
        }

        var (firstOfStore, byStore) = GroupByStore(listings);
        return new Assortment
        {
            Stores = Stores(),
            Listings = listings,
            FirstOfCategory = _firstListing,
            Category = new AliasTable([.. _catalogue.Categories.Select(category => category.ShareOfOrders)]),
            Ordinary = [.. _listingsOf.Select(count => Choice(count, presales: false))],
            Presales = [.. _listingsOf.Select(count => Choice(count, presales: true))],
            StoreOf = [.. listings.Select(listing => listing.Store)],
            FirstOfStore = firstOfStore,
            ByStore = byStore,
        };
    }

    private int[] Split(double whole, int least) =>
        [.. _catalogue.Categories.Select(one => Math.Max(least, (int)Math.Round(whole * one.ShareOfOrders)))];

    private static int[] Firsts(int[] counts)
    {
        var firsts = new int[counts.Length + 1];
        for (var at = 0; at < counts.Length; at++)
        {
            firsts[at + 1] = firsts[at] + counts[at];
        }

        return firsts;
    }

    private AliasTable Choice(int listings, bool presales)
    {
        var weights = Zipf.Weights(listings, _catalogue.ZipfExponent);
        for (var rank = 0; rank < listings; rank++)
        {
            weights[rank] = Assortment.IsPresale(rank) == presales ? weights[rank] : 0;
        }

        return new AliasTable(weights);
    }

    private (byte Category, bool IsBrand)[] Stores()
    {
        var stores = new (byte, bool)[_firstStore[^1]];
        for (var category = 0; category < _storesOf.Length; category++)
        {
            var brandShare = _catalogue.Categories[category].BrandStoreShare;
            for (var store = _firstStore[category]; store < _firstStore[category + 1]; store++)
            {
                var draws = Draws.For(_seed, store, Streams.Store);
                stores[store] = ((byte)category, draws.Happens(brandShare));
            }
        }

        return stores;
    }

    // The first listings go to one store each, so that no store is empty; the others where sales are.
    private void FillCategory(int category, Goods[] listings)
    {
        var goods = _catalogue.Categories[category];
        var stores = new Zipf(_storesOf[category], StoreExponent);
        for (var rank = 0; rank < _listingsOf[category]; rank++)
        {
            var listing = _firstListing[category] + rank;
            var draws = Draws.For(_seed, listing, Streams.Listing);
            var drawn = stores.Draw(ref draws);
            var deviation = ExactMath.InverseNormal(draws.Unit());
            var isPresale = Assortment.IsPresale(rank);
            var festivalLuck = isPresale ? NeverCheaper : draws.Unit();
            listings[listing] = new Goods(
                _firstStore[category] + (rank < _storesOf[category] ? rank : drawn),
                (byte)category,
                goods.PriceLevel * ExactMath.Exp(_catalogue.PriceSpread * deviation),
                festivalLuck,
                isPresale);
        }
    }

    private Goods Hot(HotListing hot)
    {
        var category = 0;
        while (_catalogue.Categories[category].Name != hot.Category)
        {
            category++;
        }

        // The scale of prices is that of the categories' levels, of which 1 stands for about a hundred yuan.
        const double yuanPerLevel = 100;
        return new Goods(
            _firstStore[category], (byte)category, hot.PriceYuan / yuanPerLevel,
            AlwaysCheaper, IsPresale: false);
    }

    private (int[] FirstOfStore, int[] ByStore) GroupByStore(Goods[] listings)
    {
        var ordinary = Enumerable.Range(0, _firstListing[^1])
            .Where(listing => !listings[listing].IsPresale)
            .ToArray();
        var counts = new int[_firstStore[^1]];
        foreach (var listing in ordinary)
        {
            counts[listings[listing].Store]++;
        }

        var firsts = Firsts(counts);
        var next = firsts.ToArray();
        var byStore = new int[ordinary.Length];
        foreach (var listing in ordinary)
        {
            byStore[next[listings[listing].Store]++] = listing;
        }

        return (firsts, byStore);
    }
}
