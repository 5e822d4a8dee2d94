namespace FlashSale.Simulator;

/// <summary>What lets buyers come in numbers (rule DEM-7).</summary>
public enum BurstKind
{
    /// <summary>A host sells one listing to whoever watches.</summary>
    Live = 1,

    /// <summary>An influencer praises one listing.</summary>
    Influencer,

    /// <summary>Green goods are rewarded.</summary>
    Green,

    /// <summary>Domestic brands are in fashion.</summary>
    National,

    /// <summary>A niche is discovered.</summary>
    Niche,
}

/// <summary>A shock of demand for a category, or for its best seller (rule DEM-7; MODELS M10).</summary>
public sealed record DemandBurst
{
    /// <summary>A host's viewers who come in a minute, as a share (MODELS M10, assumed).</summary>
    public const double ComingPerMinute = 0.005;

    /// <summary>The most buyers who come for one.</summary>
    public const int VisitsMax = 1_000_000;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required BurstKind Kind { get; init; }

    /// <summary>The category of goods.</summary>
    public required string Category { get; init; }

    /// <summary>When it begins, from the first midnight.</summary>
    public required TimeSpan StartsAt { get; init; }

    /// <summary>How long it rises, evenly.</summary>
    public TimeSpan Rise { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>At its peak the category is visited so many times as often; not of a live burst.</summary>
    public double Peak { get; init; } = 2;

    /// <summary>Who watches at the peak of a live burst; 0 of others.</summary>
    public int Viewers { get; init; }

    /// <summary>After the peak, half of it is over after this.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The odds of buying, times this (assumed).</summary>
    public double Conversion { get; init; } = 1;

    /// <summary>The share of parcels that go back, times this (MODELS M10: 2 where a host sells).</summary>
    public double Returns { get; init; } = 1;

    /// <summary>Whether it is about one listing: the best seller of its category.</summary>
    internal bool IsOfListing => Kind is BurstKind.Live or BurstKind.Influencer;

    internal static DemandBurst Read(Block block)
    {
        var kind = block.Choice<BurstKind>("kind", null);
        var isLive = kind == BurstKind.Live;
        var categories = GoodsCategory.Typical.Select(goods => goods.Name).ToList();
        var burst = new DemandBurst
        {
            Name = block.Text("name", null, Limits.NameLengthMax),
            Kind = kind,
            Category = block.Text("category", null, Limits.NameLengthMax),
            StartsAt = block.Length("startsAt", null, TimeSpan.Zero, TimeSpan.FromDays(1_000)),
            Rise = block.Length("rise", TimeSpan.FromMinutes(10), TimeSpan.Zero, TimeSpan.FromDays(60)),
            HalfLife = block.Length(
                "halfLife", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromDays(60)),
            Conversion = block.Number("conversion", 1, new(0.1, 100)),
            Returns = block.Number("returns", isLive ? 2 : 1, new(1, 20)),
            Peak = block.Number("peak", 2, new(1, 1_000)),
            Viewers = (int)block.Count("viewers", isLive ? null : 0, 0, ViewersMax),
        };
        if (!categories.Contains(burst.Category))
        {
            block.Refuse("category", $"«{burst.Category}» is not known", string.Join(", ", categories));
        }

        if (!isLive && burst.Viewers > 0)
        {
            block.Refuse("viewers", "only a live burst has viewers", "«kind: live», or «peak»");
        }

        return burst;
    }

    private const int ViewersMax = 1_000_000;
}
