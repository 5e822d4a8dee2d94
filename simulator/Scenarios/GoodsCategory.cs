namespace FlashSale.Simulator;

/// <summary>A category of goods as buyers treat it; its commission is the policy's (rule STO-5).</summary>
public sealed record GoodsCategory
{
    /// <summary>The name: a category of the policy, or a new one with a commission of its own.</summary>
    public required string Name { get; init; }

    /// <summary>The share of orders.</summary>
    public required double ShareOfOrders { get; init; }

    /// <summary>
    /// The price level against other categories; prices are scaled to the festival's average order.
    /// </summary>
    public double PriceLevel { get; init; } = 1;

    /// <summary>
    /// The share of delivered orders that go back (F: 10 % over all, 20–40 % in apparel; the rest assumed).
    /// </summary>
    public double ReturnRate { get; init; } = 0.06;

    /// <summary>
    /// The share of listings in brand stores (assumed; F: brand stores sold 13.2 of 19.1 billion in 2012).
    /// </summary>
    public double BrandStoreShare { get; init; } = 0.6;

    /// <summary>
    /// Its price elasticity on the day: at a price of p times the usual one a listing has p to the power of
    /// minus this times the orders (rule DEM-2; assumed from mark-ups, 4 where goods are identical).
    /// </summary>
    public double Elasticity { get; init; } = ElasticityUsual;

    /// <summary>What a brand store pays of a sale, as a share.</summary>
    public double Commission { get; init; } = 0.03;

    /// <summary>The typical categories; shares of orders and price levels are assumed.</summary>
    public static IReadOnlyList<GoodsCategory> Typical { get; } =
    [
        Of("Apparel & shoes", 0.28, 0.9, 0.20, 0.50),
        Of("Beauty & personal care", 0.13, 0.8, 0.04, 0.75),
        Of("Phones & digital", 0.07, 3.0, 0.06, 0.80),
        Of("Household appliances", 0.06, 3.5, 0.05, 0.85),
        Of("Furniture & home improvement", 0.10, 1.4, 0.06, 0.60),
        Of("Food & fresh produce", 0.11, 0.45, 0.02, 0.50),
        Of("Mother & baby", 0.07, 0.8, 0.04, 0.70),
        Of("Sports & outdoors", 0.05, 1.3, 0.12, 0.65),
        Of("Bags & accessories", 0.05, 1.1, 0.14, 0.50),
        Of("Health & medicine", 0.02, 0.9, 0.02, 0.70),
        Of("Watches & jewellery", 0.015, 2.5, 0.10, 0.55),
        Of("Books & toys", 0.03, 0.4, 0.03, 0.40),
        Of("Cars & parts", 0.015, 1.2, 0.05, 0.50),
    ];

    internal static GoodsCategory Read(Block block)
    {
        var name = block.Text("name", null, Limits.NameLengthMax);
        return new GoodsCategory
        {
            Name = name,
            ShareOfOrders = block.Share("shareOfOrders", null),
            PriceLevel = block.Number("priceLevel", 1, new(0.001, 1_000)),
            ReturnRate = block.Share("returnRate", 0.06),
            BrandStoreShare = block.Share("brandStoreShare", 0.6),
            Elasticity = block.Number("elasticity", ElasticityOf(name), new(0, ElasticityMax)),
            Commission = block.Share("commission", CommissionOf(name)),
        };
    }

    private static GoodsCategory Of(string name, double orders, double price, double returns, double brand) =>
        new()
        {
            Name = name,
            ShareOfOrders = orders,
            PriceLevel = price,
            ReturnRate = returns,
            BrandStoreShare = brand,
            Elasticity = ElasticityOf(name),
            Commission = CommissionOf(name),
        };

    private const double ElasticityUsual = 2;
    private const double ElasticityMax = 10;

    // Of MODELS M10.
    private static double ElasticityOf(string name) => name switch
    {
        "Beauty & personal care" => 1.8,
        "Food & fresh produce" => 1.5,
        "Phones & digital" or "Household appliances" or "Books & toys" => 4, // identical goods
        _ => ElasticityUsual,
    };

    private static double CommissionOf(string name)
    {
        const double assumed = 0.03;
        var known = new Policy().Categories.FirstOrDefault(category => category.Name == name);
        return known is null ? assumed : known.CommissionBasisPoints / 10_000.0;
    }
}
