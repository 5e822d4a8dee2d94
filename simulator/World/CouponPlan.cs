namespace FlashSale.Simulator;

/// <summary>
/// Which stores of a world give which coupon, and what it makes of their prices (rules CRT-2, DEM-2).
/// </summary>
internal sealed class CouponPlan
{
    private readonly CouponCampaign?[] _ofStore;
    private readonly double _storesOfOne; // real ones that a store of the sample stands for, and sells like

    private CouponPlan(CouponCampaign?[] ofStore, double storesOfOne, double[] worth) =>
        (_ofStore, _storesOfOne, Worth) = (ofStore, storesOfOne, worth);

    /// <summary>What each store that gives one asks of the market when it opens.</summary>
    public IEnumerable<SetCoupon> Opening => _ofStore.Index()
        .Where(one => one.Item is not null)
        .Select(one => new SetCoupon(new StoreId(one.Index), one.Item!.Coupon));

    /// <summary>
    /// Of each listing: how often it is ordered while its store gives the coupon, over how often without.
    /// </summary>
    public double[] Worth { get; }

    /// <summary>After how many orders with it each store of the sample takes its coupon away.</summary>
    public int[] Quantities() =>
    [
        .. _ofStore.Select(campaign => campaign is null
            ? 0 : (int)Math.Clamp(Math.Round(campaign.Quantity * _storesOfOne), 1, Limits.StockMax)),
    ];

    /// <summary>The plan of a scenario; null if it has no campaign.</summary>
    public static CouponPlan? Of(Scenario scenario, CalibratedWorld world, PriceList prices)
    {
        var catalogue = scenario.Catalogue;
        if (catalogue.Coupons.Count == 0)
        {
            return null;
        }

        var ofStore = world.Assortment.Stores.Select((store, number) =>
        {
            var category = catalogue.Categories[store.Category].Name;
            var campaign = catalogue.Coupons.FirstOrDefault(one => one.IsFor(category));
            var draws = Draws.For(scenario.Seed, number, Streams.CouponGiven);
            return campaign is not null && draws.Happens(campaign.StoreShare) ? campaign : null;
        }).ToArray();
        var storesOfOne = scenario.Scale * catalogue.Stores / ofStore.Length;
        return new CouponPlan(ofStore, Math.Min(1, storesOfOne), WorthOf(scenario, world, prices, ofStore));
    }

    private static double[] WorthOf(
        Scenario scenario, CalibratedWorld world, PriceList prices, CouponCampaign?[] ofStore)
    {
        var others = ofStore.Select((campaign, store) => campaign is null
            ? 0 : MeanYuan(world.Assortment.OfStore(store), prices)).ToArray();
        return
        [
            .. world.Assortment.Listings.Select((goods, listing) => ofStore[goods.Store] is not { } campaign
                ? 1
                : 1 + (campaign.KnownShare * (PriceResponse.Ratio(
                    PriceLeft(campaign.Coupon, world, prices, listing, others[goods.Store]),
                    scenario.Catalogue.Categories[goods.Category].Elasticity) - 1))),
        ];
    }

    // What is left of the price of an order for a listing, on average; further lines are like the store's.
    private static double PriceLeft(
        Coupon coupon, CalibratedWorld world, PriceList prices, int listing, double otherYuan)
    {
        var first = (double)prices.FestivalPrice(listing).Yuan;
        IReadOnlyList<double> lines = world.Assortment.Listings[listing].IsPresale
            ? [1.0] : world.Base.Population.LinesPerOrder;
        var (before, after) = (0.0, 0.0);
        for (var further = 0; further < lines.Count; further++)
        {
            var yuan = first + (further * otherYuan);
            before += lines[further] * yuan;
            after += lines[further] * (yuan - (double)coupon.On(Money.FromFen((long)(yuan * 100))).Yuan);
        }

        return after / before;
    }

    private static double MeanYuan(ReadOnlySpan<int> listings, PriceList prices)
    {
        var sum = Money.Zero;
        foreach (var listing in listings)
        {
            sum += prices.FestivalPrice(listing);
        }

        return listings.IsEmpty ? 0 : (double)sum.Yuan / listings.Length;
    }
}
