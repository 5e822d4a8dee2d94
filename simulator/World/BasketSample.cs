namespace FlashSale.Simulator;

/// <summary>
/// Baskets of a sample of buyers: what the scale of prices and the number of buyers are worked out from.
/// </summary>
internal sealed class BasketSample
{
    private const int Baskets = 100_000;

    private BasketSample(double[] ordinary, double[] presale, long orders)
    {
        Ordinary = ordinary;
        Presale = presale;
        OrdersPerCheckout = (double)orders / ordinary.Length;
    }

    /// <summary>The unscaled values of baskets, at the prices of the day.</summary>
    public double[] Ordinary { get; }

    /// <summary>The unscaled values of presale baskets, of one order each.</summary>
    public double[] Presale { get; }

    /// <summary>Orders of an ordinary checkout, on average.</summary>
    public double OrdersPerCheckout { get; }

    /// <summary>Draws a sample.</summary>
    public static BasketSample Of(CalibratedWorld world)
    {
        var basket = new Basket(world);
        var orders = 0L;
        var ordinary = new double[Baskets];
        var presale = new double[Baskets];
        for (var buyer = 0; buyer < Baskets; buyer++)
        {
            var id = new CheckoutId(new BuyerId(buyer), 0);
            basket.Fill(id, ArrivalKind.Presale);
            presale[buyer] = ValueOf(basket, world);
            basket.Fill(id, ArrivalKind.Rush);
            ordinary[buyer] = ValueOf(basket, world);
            orders += basket.Orders;
        }

        return new BasketSample(ordinary, presale, orders);
    }

    private static double ValueOf(Basket basket, CalibratedWorld world)
    {
        var share = world.Base.Catalogue.FestivalPriceShare;
        var paid = 1 - world.Base.Catalogue.FestivalDiscount;
        var value = 0.0;
        foreach (var line in basket.Lines)
        {
            var goods = world.Assortment.Listings[line];
            value += goods.Value * (goods.HasFestivalPrice(share) ? paid : 1);
        }

        return value;
    }
}
