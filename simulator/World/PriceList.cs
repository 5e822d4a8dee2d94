namespace FlashSale.Simulator;

/// <summary>
/// What each listing costs: the unscaled values times one factor, such that a paid order is worth the
/// festival's average after the cross-store reduction (rule CRT-2).
/// </summary>
internal sealed class PriceList
{
    private const int Halvings = 50;
    private const double FactorMax = 1e7;

    private readonly Goods[] _listings;
    private readonly double _factor;
    private readonly double _share;
    private readonly double _discount;
    private readonly long[] _fen;
    private readonly long[] _festivalFen;

    private PriceList(Goods[] listings, double factor, double share, double discount)
    {
        (_listings, _factor, _share, _discount) = (listings, factor, share, discount);
        _fen = [.. listings.Select(goods => Fen(goods.Value * factor))];
        _festivalFen = [.. listings.Select((goods, listing) =>
            Fen(goods.Value * factor * ShareLeft(listing)))];
    }

    /// <summary>Yuan of a listing of the level 1 (<see cref="Goods.Value"/>).</summary>
    public double LevelYuan => _factor;

    /// <summary>The price outside the festival, which a cart shows.</summary>
    public Money ListPrice(int listing) => Money.FromFen(_fen[listing]);

    /// <summary>A unit of a listing in a cart, at the price that the cart shows.</summary>
    public CartLine LineOf(int listing) => new(new ListingId(listing), units: 1, ListPrice(listing));

    /// <summary>The price on the day.</summary>
    public Money FestivalPrice(int listing) => Money.FromFen(_festivalFen[listing]);

    /// <summary>Whether a listing is cheaper on the day (rule LST-3).</summary>
    public bool HasFestivalPrice(int listing) => _listings[listing].HasFestivalPrice(_share);

    /// <summary>What is left of the list price on the day.</summary>
    public double ShareLeft(int listing) => HasFestivalPrice(listing) ? 1 - _discount : 1;

    /// <summary>The same list prices, of which another share is cheaper on the day by so much.</summary>
    public PriceList At(double share, double discount) =>
        share.Equals(_share) && discount.Equals(_discount)
            ? this
            : new PriceList(_listings, _factor, share, discount);

    /// <summary>The prices at which a paid order is worth the festival's average.</summary>
    public static PriceList Of(CalibratedWorld world, CartPolicy carts, BasketSample sample)
    {
        var (low, high) = (0.0, FactorMax);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            var yuan = OrderYuan(world.Demand.PresaleShare, carts, sample, middle);
            var isBelow = yuan < world.Base.Festival.AverageOrderYuan;
            (low, high) = isBelow ? (middle, high) : (low, middle);
        }

        var catalogue = world.Base.Catalogue;
        return new PriceList(
            world.Assortment.Listings, high, catalogue.FestivalPriceShare, catalogue.FestivalDiscount);
    }

    /// <summary>What a paid order is worth on average, at so many yuan for the level 1.</summary>
    public static double OrderYuan(double presales, CartPolicy carts, BasketSample sample, double factor)
    {
        var (step, off) = carts.ReducesAcrossStores
            ? ((double)carts.ReductionStep.Yuan, (double)carts.ReductionPerStep.Yuan)
            : (1.0, 0.0);
        return (1 - presales) * MeanPaid(sample.Ordinary, factor, step, off) / sample.OrdersPerCheckout
            + presales * MeanPaid(sample.Presale, factor, step, off);
    }

    private static double MeanPaid(double[] values, double factor, double step, double off)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (value * factor) - (Math.Floor(value * factor / step) * off);
        }

        return sum / values.Length;
    }

    // At least one yuan, and to ten fen, as prices are.
    private static long Fen(double yuan) =>
        Math.Clamp((long)Math.Round(yuan * 10), 10, Limits.PriceYuanMax * 10) * 10;
}
