namespace FlashSale.Dashboard;

/// <summary>What a host tells of its market at one moment: the books themselves, nothing estimated.</summary>
public sealed record MarketReading
{
    /// <summary>The market's moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the whole market has done until then.</summary>
    public required MarketTotals Totals { get; init; }

    /// <summary>
    /// The seconds of the market's time that ended since the reading before, in their order.
    /// </summary>
    public IReadOnlyList<MarketSecond> Seconds { get; init; } = [];

    /// <summary>What was paid, by category; empty if the host does not know.</summary>
    public IReadOnlyList<NamedAmount> Categories { get; init; } = [];

    /// <summary>What was paid, by region; empty if the host does not know.</summary>
    public IReadOnlyList<NamedAmount> Regions { get; init; } = [];

    /// <summary>Refusals by kind, since the host was started.</summary>
    public IReadOnlyList<NamedAmount> Refusals { get; init; } = [];

    /// <summary>The listings that sold for most, the first one first.</summary>
    public IReadOnlyList<BestSeller> Hot { get; init; } = [];

    /// <summary>Invariants that were checked with this reading, on the totals.</summary>
    public IReadOnlyList<AuditCheck> Checks { get; init; } = [];

    /// <summary>The flips of the degradation switches, the oldest first (rules CAP-2, IDN-5).</summary>
    public IReadOnlyList<SwitchFlip> Flips { get; init; } = [];

    /// <summary>Requests a second that the limit in front admits (rule CAP-1); null if unknown.</summary>
    public int? AdmittedPerSecond { get; init; }

    /// <summary>The streams of events between parts of the market; empty if it has none.</summary>
    public IReadOnlyList<StreamLag> Streams { get; init; } = [];

    /// <summary>Commands, payments or messages that wait.</summary>
    public long Queue { get; init; }

    /// <summary>How long orders took lately; null where the host's meters tell it.</summary>
    public Latencies? Waits { get; init; }
}

/// <summary>What a market has done since it began, and what it holds now.</summary>
public sealed record MarketTotals
{
    /// <summary>What was counted of its events: orders, GMV, refunds.</summary>
    public required EventTotals Counted { get; init; }

    /// <summary>What the guarantor holds; null if the host does not know it at every moment.</summary>
    public Money? Escrow { get; init; }

    /// <summary>Orders that have not ended.</summary>
    public long Alive { get; init; }

    /// <summary>Listings that sold out at least once, as far as the host knows.</summary>
    public long SoldOut { get; init; }
}

/// <summary>A second of the market's time that has ended.</summary>
/// <param name="UnixSeconds">Which.</param>
/// <param name="Placed">Orders placed in it.</param>
/// <param name="Paid">Orders paid in it.</param>
public readonly record struct MarketSecond(long UnixSeconds, long Placed, long Paid);

/// <summary>A count, and an amount, of something that has a name.</summary>
public sealed record NamedAmount(string Name, long Count, Money Amount);

/// <summary>A listing that sells well.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What buyers read.</param>
/// <param name="Price">What one unit costs now.</param>
/// <param name="Stock">Its units.</param>
/// <param name="Paid">What was paid for it.</param>
public sealed record BestSeller(ListingId Id, string Title, Money Price, StockTotals Stock, Money Paid);

/// <summary>How far a stream of events is behind.</summary>
/// <param name="Name">Which stream.</param>
/// <param name="Waiting">Events that its consumers have not confirmed yet, as far as is known.</param>
/// <param name="HasMore">Whether there may be more behind them.</param>
/// <param name="LagSeconds">How old the oldest of them is.</param>
public sealed record StreamLag(string Name, long Waiting, bool HasMore, double LagSeconds);

/// <summary>How long something took, in milliseconds: half, 99 of 100, 999 of 1,000 took no longer.</summary>
public readonly record struct Latencies(double P50, double P99, double P999)
{
    // Rounded up by at most a sixteenth: what is shown has two digits.
    internal static LatencyHistogram Histogram() => new(precision: 4);

    /// <summary>Those of a histogram; null if nothing was recorded.</summary>
    public static Latencies? Of(LatencyHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        return histogram.Quantile(0.5) is { } half
            ? new Latencies(
                half.TotalMilliseconds, histogram.Quantile(0.99)!.Value.TotalMilliseconds,
                histogram.Quantile(0.999)!.Value.TotalMilliseconds)
            : null;
    }
}
