namespace FlashSale.Simulator;

/// <summary>
/// How much each listing and each store is expected to sell: what stock and packing are planned by.
/// </summary>
internal sealed class Wants
{
    private readonly double[] _firsts;
    private readonly double[] _units;
    private readonly double[] _orders;

    private Wants(double[] firsts, double[] units, double[] orders) =>
        (_firsts, _units, _orders) = (firsts, units, orders);

    /// <summary>Orders that buyers of the sample intend because of a listing.</summary>
    public double OrdersFor(int listing) => _firsts[listing];

    /// <summary>Units of a listing that buyers of the sample intend to buy.</summary>
    public double Units(int listing) => _units[listing];

    /// <summary>Orders at a store that buyers of the sample intend.</summary>
    public double Orders(int store) => _orders[store];

    /// <summary>The wants of a world.</summary>
    public static Wants Of(CalibratedWorld world)
    {
        var assortment = world.Assortment;
        var units = new double[assortment.Listings.Length];
        var orders = new double[assortment.Stores.Count];
        FillOrdinary(world, units);
        for (var hot = 0; hot < world.Base.Catalogue.HotListings.Count; hot++)
        {
            units[assortment.FirstHot + hot] = world.Demand.OrdinaryOrders
                * world.Base.Catalogue.HotListings[hot].ShareOfOrders;
        }

        for (var listing = 0; listing < units.Length; listing++)
        {
            orders[assortment.Listings[listing].Store] += units[listing];
        }

        var firsts = units.ToArray();
        AddFurtherLines(world, units, orders);
        return new Wants(firsts, units, orders);
    }

    private static void FillOrdinary(CalibratedWorld world, double[] units)
    {
        var (assortment, catalogue) = (world.Assortment, world.Base.Catalogue);
        var ordinary = world.Demand.OrdinaryOrders * (1 - world.HotShare);
        for (var category = 0; category < catalogue.Categories.Count; category++)
        {
            var (first, end) = (assortment.FirstOfCategory[category], assortment.FirstOfCategory[category
                + 1]);
            var weights = Zipf.Weights(end - first, catalogue.ZipfExponent);
            var presales = weights.Where((_, rank) => Assortment.IsPresale(rank)).Sum();
            var others = weights.Sum() - presales;
            var share = catalogue.Categories[category].ShareOfOrders;
            for (var rank = 0; rank < weights.Length; rank++)
            {
                units[first + rank] = share * weights[rank] * (Assortment.IsPresale(rank)
                    ? world.Demand.PresaleOrders / presales
                    : ordinary / others);
            }
        }
    }

    // Further lines of an order are any listings of its store.
    private static void AddFurtherLines(CalibratedWorld world, double[] units, double[] orders)
    {
        var further = world.Base.Population.LinesPerOrder.Select((share, lines) => share * lines).Sum();
        for (var store = 0; store < orders.Length; store++)
        {
            var choice = world.Assortment.OfStore(store);
            foreach (var listing in choice)
            {
                units[listing] += orders[store] * further / choice.Length;
            }
        }
    }
}
