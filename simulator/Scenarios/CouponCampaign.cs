namespace FlashSale.Simulator;

/// <summary>
/// Coupons that a share of the stores gives to all their buyers, from the opening on (rule CRT-2).
/// </summary>
/// <remarks>
/// No year is known by how many stores gave how much, so the shipped years have none: what their coupons took
/// off is in the average order. A campaign comes on top.
/// </remarks>
public sealed record CouponCampaign
{
    /// <summary>The categories whose stores take part; all if there are none.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The share of these stores that gives a coupon.</summary>
    public required double StoreShare { get; init; }

    /// <summary>The least value of an order at the store at which the coupon counts, in yuan.</summary>
    public required double FromYuan { get; init; }

    /// <summary>What it takes off such an order, in yuan.</summary>
    public required double OffYuan { get; init; }

    /// <summary>
    /// After how many orders with it a store takes its coupon away; the stores of a small sample sell less
    /// than real ones, and give fewer.
    /// </summary>
    public long Quantity { get; init; } = Limits.StockMax;

    /// <summary>
    /// The share of buyers who know of it before they come: only these buy more for it; at the checkout it
    /// counts for everybody.
    /// </summary>
    public double KnownShare { get; init; } = 1;

    /// <summary>The coupon of each store.</summary>
    internal Coupon Coupon => new(Fen(OffYuan), Fen(FromYuan));

    internal bool IsFor(string category) =>
        Categories.Count == 0 || Categories.Contains(category, StringComparer.Ordinal);

    internal static CouponCampaign Read(Block block)
    {
        var yuan = new NumberRange(0.01, Limits.PriceYuanMax);
        var campaign = new CouponCampaign
        {
            Categories = block.List("categories", [], Limits.CategoriesMax, (name, _) => name.Text),
            StoreShare = block.Number("storeShare", null, new(0.0001, 1)), // 0 would change nothing
            FromYuan = block.Number("fromYuan", null, yuan),
            OffYuan = block.Number("offYuan", null, yuan),
            Quantity = block.Count("quantity", Limits.StockMax, 1, Limits.StockMax),
            KnownShare = block.Share("knownShare", 1),
        };
        if (campaign.OffYuan > campaign.FromYuan)
        {
            block.Refuse("offYuan", "more than the least value of the order", "at most fromYuan");
        }

        return campaign;
    }

    /// <summary>Notes what is wrong with the campaigns of a catalogue.</summary>
    internal static void Check(
        Block block, string key, IReadOnlyList<CouponCampaign> campaigns, IReadOnlyList<string> categories)
    {
        foreach (var name in campaigns.SelectMany(one => one.Categories).Except(categories))
        {
            block.Refuse(key, $"«{name}» is no category", string.Join(", ", categories));
        }

        foreach (var name in categories.Where(name => campaigns.Count(one => one.IsFor(name)) > 1))
        {
            block.Refuse(key, $"«{name}» is in two campaigns", "each category once");
        }
    }

    private static Money Fen(double yuan) => Money.FromFen((long)Math.Round(yuan * 100));
}
