namespace FlashSale.Simulator;

/// <summary>A part of the country: where buyers live and parcels go.</summary>
/// <param name="Name">The name, in kebab-case; shocks refer to it.</param>
/// <param name="Share">The share of buyers who live there.</param>
public sealed record Region(string Name, double Share)
{
    /// <summary>The seven usual regions of China; shares by population (census of 2010), rounded.</summary>
    public static IReadOnlyList<Region> Typical { get; } =
    [
        new("east", 0.29), new("south", 0.12), new("central", 0.16), new("north", 0.13),
        new("south-west", 0.14), new("north-east", 0.08), new("north-west", 0.08),
    ];

    internal static Region Read(Block block) =>
        new(block.Text("name", null, Limits.NameLengthMax), block.Share("share", null));
}

/// <summary>
/// The buyers: how many orders each intends, in how many checkouts and lines, and where they live.
/// </summary>
public sealed record Population
{
    /// <summary>
    /// Orders that one buyer intends, on average (F: 30 million buyers, 105.8 million orders in 2012).
    /// </summary>
    public double OrdersPerBuyer { get; init; } = 3.5;

    /// <summary>The share of checkouts that make 1, 2, 3 … orders (rule CRT-1).</summary>
    /// <remarks>
    /// Assumed, so that a buyer checks out 2.4 times (F: 2.4 one-hour slots a buyer in 2017).
    /// </remarks>
    public IReadOnlyList<double> OrdersPerCheckout { get; init; } = [0.70, 0.18, 0.08, 0.04];

    /// <summary>
    /// The share of orders with 1, 2, 3 … lines (F: 90.4 % one line at Olist; more here is assumed).
    /// </summary>
    public IReadOnlyList<double> LinesPerOrder { get; init; } = [0.80, 0.14, 0.04, 0.02];

    /// <summary>The regions.</summary>
    public IReadOnlyList<Region> Regions { get; init; } = Region.Typical;

    internal static Population Read(Block block)
    {
        var usual = new Population();
        var population = new Population
        {
            OrdersPerBuyer = block.Number("ordersPerBuyer", usual.OrdersPerBuyer, new(1, 100)),
            OrdersPerCheckout = block.Shares("ordersPerCheckout", usual.OrdersPerCheckout, itemsMax: 8),
            LinesPerOrder = block.Shares("linesPerOrder", usual.LinesPerOrder, itemsMax: 8),
            Regions = block.Blocks("regions", usual.Regions, Limits.RegionsMax, Region.Read),
        };
        block.SumToOne("regions", population.Regions.Select(region => region.Share));
        block.NamesOnce("regions", population.Regions.Select(region => region.Name));
        return population;
    }
}
