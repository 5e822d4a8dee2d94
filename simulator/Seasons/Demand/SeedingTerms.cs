namespace FlashSale.Simulator;

/// <summary>Goods given away to be talked about (rule DEM-6).</summary>
public sealed record SeedingTerms
{
    /// <summary>How many buyers get them.</summary>
    public int Buyers { get; init; } = 100;

    /// <summary>The category, whose best seller is given.</summary>
    public required string Category { get; init; }

    /// <summary>The day, from 0.</summary>
    public int Day { get; init; } = 60;

    internal static SeedingTerms Read(Block block)
    {
        var categories = GoodsCategory.Typical.Select(goods => goods.Name).ToList();
        var terms = new SeedingTerms
        {
            Buyers = (int)block.Count("buyers", 100, 1, 1_000_000),
            Category = block.Text("category", null, Limits.NameLengthMax),
            Day = (int)block.Count("day", 60, 0, 1_000),
        };
        if (!categories.Contains(terms.Category))
        {
            block.Refuse("category", $"«{terms.Category}» is not known", string.Join(", ", categories));
        }

        return terms;
    }
}
