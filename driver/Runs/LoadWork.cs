namespace FlashSale.Driver;

/// <summary>All that decides a load, but not when it begins and where the market is.</summary>
public sealed record LoadWork
{
    /// <summary>When orders begin, warm-up included.</summary>
    public required ArrivalCurve Curve { get; init; }

    /// <summary>The stretches that are counted by themselves; together the whole curve.</summary>
    public required IReadOnlyList<PhaseSpan> Phases { get; init; }

    /// <summary>Who buys what.</summary>
    public required IReadOnlyList<WantedListing> Listings { get; init; }

    /// <summary>The buyers.</summary>
    public required Buyers Buyers { get; init; }

    /// <summary>The seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How orders lie in their seconds.</summary>
    public Spacing Spacing { get; init; } = Spacing.Poisson;

    /// <summary>What an order is made of.</summary>
    public OrderMix Mix { get; init; } = OrderMix.Buy;

    /// <summary>Which part of the load this process issues.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>How much may wait, and how long.</summary>
    public OpenLoopLimits Limits { get; init; } = new();
}
