namespace FlashSale.Simulator;

/// <summary>
/// Opens the stores of a world and puts its listings on sale (rules STO-1, STO-3, LST-1, LST-3).
/// </summary>
internal static class Opening
{
    private const long HourMs = 3_600_000;
    private const int StockSpare = 2; // above what is expected, so that a rare listing can be sold at all

    /// <summary>An empty market that has stores and goods.</summary>
    public static void Open(Run run)
    {
        run.Market.AdvanceTo(run.Now);
        for (var store = 0; store < run.World.Assortment.Stores.Count; store++)
        {
            var result = run.Market.OpenStore(Application(run.World, store));
            Invariant.Holds(result == OpenStoreResult.Opened, "a simulated store can be opened");
        }

        for (var listing = 0; listing < run.World.Assortment.Listings.Length; listing++)
        {
            var result = run.Market.Publish(new ListingId(listing), Terms(run, listing));
            Invariant.Holds(result == ListingResult.Published, "a simulated listing can be published");
        }
    }

    private static StoreApplication Application(World world, int store)
    {
        var (category, isBrand) = world.Assortment.Stores[store];
        var market = isBrand ? MarketKind.Brand : MarketKind.Consumer;
        var name = FormattableString.Invariant(
            $"{world.Scenario.Catalogue.Categories[category].Name} {(isBrand ? "brand" : "store")} {store}");
        return new StoreApplication(
            new StoreId(store), new SellerId(store), market, DepositTier.Middle, name,
            world.Policy.Stores.DepositOf(market, DepositTier.Middle));
    }

    private static ListingTerms Terms(Run run, int listing)
    {
        var world = run.World;
        var goods = world.Assortment.Listings[listing];
        var price = world.Prices.ListPrice(listing);
        var isHot = listing >= world.Assortment.FirstHot;
        var hot = isHot
            ? world.Scenario.Catalogue.HotListings[listing - world.Assortment.FirstHot]
            : null;
        var stock = hot is null
            ? (world.Wants.Units(listing) * world.Scenario.Catalogue.StockCover) + StockSpare
            : hot.Stock == 0 ? 0 : Math.Max(1, hot.Stock * world.Scenario.Scale);
        return new ListingTerms
        {
            Store = new StoreId(goods.Store),
            Title = hot?.Title ?? FormattableString.Invariant(
                $"{world.Scenario.Catalogue.Categories[goods.Category].Name} {listing}"),
            Category = new CategoryId(goods.Category),
            Price = price,
            Festival = goods.HasFestivalPrice
                ? new FestivalPrice(world.Prices.FestivalPrice(listing), run.MomentOf(0),
                    run.MomentOf(24 * HourMs))
                : null,
            Presale = goods.IsPresale ? PresaleOf(run, price) : null,
            UnitsPerBuyer = hot?.UnitsPerBuyer ?? 0,
            Stock = (int)Math.Min(Limits.StockMax, stock),
            Buckets = (int)Math.Clamp(stock, 1, hot?.Buckets ?? 1),
        };
    }

    private static Presale PresaleOf(Run run, Money price)
    {
        var deposit = price.ShareRoundedDown(run.World.Policy.Listings.PresaleDepositBasisPoints);
        return new Presale(
            Money.FromFen(Math.Clamp(deposit.Fen, 1, price.Fen - 1)),
            run.MomentOf(HourMs), run.MomentOf(24 * HourMs));
    }
}
