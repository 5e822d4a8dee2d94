namespace FlashSale.Simulator;

/// <summary>How prices other than the base's move what buyers order (rule DEM-2).</summary>
/// <remarks>
/// At a price of p times the base's, a listing has p to the power of minus its category's elasticity times
/// the orders. What is gained comes from further buyers, what is lost is left out of the base's baskets; all
/// other orders stay what they were. The part that is moved in time comes, or is missing, at midnight: its
/// buyers wait for the day with filled carts.
/// </remarks>
internal sealed class PriceResponse
{
    /// <summary>No price makes a listing wanted more often than this.</summary>
    public const double RatioMax = 20;

    private readonly CalibratedWorld _world;
    private readonly double _movedShare;
    private readonly double[] _ofListing; // by its own price
    private readonly double[]? _ofCoupon; // by that of its store, while it is given; null without any
    private readonly (long AtMs, double[] OfCategory)[] _ofCarts; // by the rules of carts, from a time on
    private readonly int _strongest; // of these: the lowest prices
    private readonly AliasTable _ordinary;
    private readonly AliasTable _presales;

    private PriceResponse(
        CalibratedWorld world, double movedShare, double[] ofListing, double[]? ofCoupon,
        (long, double[])[] ofCarts)
    {
        (_world, _ofListing, _ofCoupon, _ofCarts) = (world, ofListing, ofCoupon, ofCarts);
        _movedShare = world.Demand.RushShareOfOrdinary is > 0 and < 1 ? movedShare : 0;
        _strongest = Enumerable.Range(0, ofCarts.Length).MaxBy(step => _ofCarts[step].OfCategory.Sum());
        var further = Enumerable.Range(0, ofListing.Length).Select(Further).ToArray();
        var (ordinary, presales) = (Kept(further, presales: false), Kept(further, presales: true));
        (_ordinary, _presales) = (TableOf(ordinary), TableOf(presales));
        var (checkouts, deposits) = (ordinary.Sum() / world.Demand.OrdersPerCheckout, presales.Sum());
        FurtherCheckouts = (long)Math.Round(checkouts + deposits);
        FurtherMix = MixOf(checkouts, deposits);
        Orders = Enumerable.Range(0, ofListing.Length)
            .Sum(listing => world.Wants.OrdersFor(listing) * RatioOf(listing, step: 0));
    }

    /// <summary>Checkouts of the sample that further buyers intend.</summary>
    public long FurtherCheckouts { get; }

    /// <summary>Why these come.</summary>
    public ArrivalMix FurtherMix { get; }

    /// <summary>Orders that buyers of the sample intend at the prices with which the market opens.</summary>
    public double Orders { get; }

    /// <summary>What of a change of the orders is moved from, or to, the weeks before and after.</summary>
    public double MovedOf(double change) => _movedShare * change;

    /// <summary>The response to a scenario's prices; null if they are the base's.</summary>
    public static PriceResponse? Of(
        Scenario scenario, CalibratedWorld world, PriceList prices, CouponPlan? coupons)
    {
        var carts = CartsOf(scenario, world);
        return prices == world.Prices && coupons is null && carts.All(step => step.Price.Equals(1))
            ? null
            : new PriceResponse(
                world, scenario.Behaviour.Prices.MovedShare, ListingsOf(scenario, world, prices),
                coupons?.Worth, [.. carts.Select(step => (step.AtMs, CategoriesOf(scenario, step.Price)))]);
    }

    /// <summary>Whether a checkout is of a buyer who comes because of these prices.</summary>
    public bool IsFurther(CheckoutId checkout) => checkout.Buyer.Value >= _world.Buyers.Count;

    /// <summary>What a further buyer comes for.</summary>
    public int DrawOrdinary(ref Draws draws) => _ordinary.Draw(ref draws);

    /// <summary>The presale that a further buyer comes for.</summary>
    public int DrawPresale(ref Draws draws) => _presales.Draw(ref draws);

    /// <summary>Whether an order is made at these prices.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="order">Which of its orders, from 0.</param>
    /// <param name="kind">Why its buyer comes.</param>
    /// <param name="listing">The listing that the buyer comes for.</param>
    /// <param name="atMs">When the buyer means to press the button.</param>
    /// <param name="hasCoupon">Whether the coupon is given that the listing's store has announced.</param>
    public bool Makes(
        CheckoutId checkout, int order, ArrivalKind kind, int listing, long atMs, bool hasCoupon)
    {
        var ratio = RatioOf(listing, StepAt(atMs), hasCoupon);
        var share = IsFurther(checkout) ? (ratio - 1) / (RatioOf(listing, _strongest) - 1)
            : ratio >= 1 ? 1
            : Kept(ratio, kind);
        return share >= 1 || Draws.ToUnit(
            Draws.At(_world.Base.Seed, checkout.Packed, Streams.Price, (uint)order)) < share;
    }

    // How often a listing is ordered, over how often at the base's prices.
    private double RatioOf(int listing, int step, bool hasCoupon = true) => Math.Min(
        RatioMax,
        _ofListing[listing] * _ofCarts[step].OfCategory[_world.Assortment.Listings[listing].Category]
            * (hasCoupon && _ofCoupon is not null ? _ofCoupon[listing] : 1));

    private double Further(int listing) =>
        _world.Wants.OrdersFor(listing) * Math.Max(0, RatioOf(listing, _strongest) - 1);

    private double[] Kept(double[] further, bool presales) =>
    [
        .. further.Select((orders, listing) =>
            _world.Assortment.Listings[listing].IsPresale == presales ? orders : 0),
    ];

    // Of the moved part the rush loses as much as it has; those who browse lose the rest.
    private double Kept(double ratio, ArrivalKind kind)
    {
        var rushShare = _world.Demand.RushShareOfOrdinary;
        if (kind == ArrivalKind.Presale || rushShare is 0 or 1)
        {
            return ratio;
        }

        var lost = 1 - ratio;
        var rush = Math.Max(0, 1 - (lost * (1 - _movedShare)) - (lost * _movedShare / rushShare));
        return kind == ArrivalKind.Rush ? rush : (ratio - (rushShare * rush)) / (1 - rushShare);
    }

    private ArrivalMix MixOf(double checkouts, double deposits)
    {
        var all = Math.Max(1e-9, checkouts + deposits);
        var rush = _movedShare + ((1 - _movedShare) * _world.Demand.RushShareOfOrdinary);
        return new ArrivalMix(rush * checkouts / all, ((rush * checkouts) + deposits) / all);
    }

    private int StepAt(long atMs)
    {
        var step = 0;
        while (step + 1 < _ofCarts.Length && _ofCarts[step + 1].AtMs <= atMs)
        {
            step++;
        }

        return step;
    }

    private static AliasTable TableOf(double[] orders) => orders.Sum() > 0 ? new(orders) : default;

    private static double[] ListingsOf(Scenario scenario, CalibratedWorld world, PriceList prices) =>
    [
        .. world.Assortment.Listings.Select((goods, listing) => Ratio(
            prices.ShareLeft(listing) / world.Prices.ShareLeft(listing),
            scenario.Catalogue.Categories[goods.Category].Elasticity)),
    ];

    private static double[] CategoriesOf(Scenario scenario, double price) =>
        [.. scenario.Catalogue.Categories.Select(category => Ratio(price, category.Elasticity))];

    // What the reduction across stores makes of a price on average, from the opening on (rule CRT-2).
    private static List<(long AtMs, double Price)> CartsOf(Scenario scenario, CalibratedWorld world)
    {
        var carts = scenario.PolicyAtOpening().Carts;
        var usual = world.Base.PolicyAtStart().Carts;
        var usualYuan = world.PaidYuan(usual);
        List<(long, double)> steps = [(long.MinValue, PriceOf(carts))];
        foreach (var (at, policy) in PolicyChange.Timeline(scenario.PolicyAtStart(), scenario.Changes))
        {
            var atMs = (long)at.TotalMilliseconds;
            if (atMs > scenario.OpensAtMs && policy.Carts != carts)
            {
                carts = policy.Carts;
                steps.Add((atMs, PriceOf(carts)));
            }
        }

        return steps;

        double PriceOf(CartPolicy rules) => rules == usual ? 1 : world.PaidYuan(rules) / usualYuan;
    }

    /// <summary>How often something is ordered at a price, over how often at a price of 1.</summary>
    internal static double Ratio(double price, double elasticity) =>
        ExactMath.Pow(Math.Max(double.Epsilon, price), -elasticity);
}
