using Orleans.Serialization;

namespace FlashSale.Grains;

/// <summary>What every grain of the market needs from its silo.</summary>
/// <param name="Store">Where rows are kept.</param>
/// <param name="Serializer">How they are written.</param>
/// <param name="Grains">The other grains.</param>
/// <param name="Limits">How large the market may grow.</param>
/// <param name="Clock">The time.</param>
/// <param name="Festival">Switches, phases and policies, as this silo knows them.</param>
/// <param name="Bell">Tells the outbox of new events.</param>
internal sealed record GrainRoom(
    IRowStore Store,
    Serializer Serializer,
    MarketAddresses Grains,
    MarketLimits Limits,
    TimeProvider Clock,
    FestivalWatch Festival,
    OutboxBell Bell)
{
    /// <summary>The market's time: whole milliseconds.</summary>
    public DateTimeOffset Now =>
        DateTimeOffset.FromUnixTimeMilliseconds(Clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The numbers of the rules, as they are at any moment (rule GOV-1).</summary>
    /// <exception cref="MarketBusyException">It may be that a change is not known to this silo.</exception>
    public PolicyTimeline Policies => Festival.IsBehind
        ? throw new MarketBusyException(TimeSpan.FromSeconds(1))
        : Festival.Policies;

    /// <summary>The numbers of the rules, as they are now.</summary>
    public Policy Policy => Policies.At(Now);

    /// <summary>Whether nothing new is admitted for now.</summary>
    public bool IsPaused => Festival.State.IsPaused(Now);

    /// <summary>The rows of an activation, which ends when one cannot be saved.</summary>
    public GrainRows RowsOf(IGrainBase grain) => new(Store, Serializer, grain.DeactivateOnIdle);

    /// <summary>
    /// The state of an activation that Orleans' persistence keeps; it ends when that cannot be saved.
    /// </summary>
    public KeptState<T> StateOf<T>(IGrainBase grain, IPersistentState<T> state)
        where T : class => new(state, this, grain);
}

/// <summary>How large a market of a cluster may grow: ids from here on are refused.</summary>
public sealed record MarketLimits
{
    /// <summary>Buyers; ids are below this.</summary>
    public int BuyersMax { get; init; } = int.MaxValue;

    /// <summary>Stores; ids are below this.</summary>
    public int StoresMax { get; init; } = int.MaxValue;

    /// <summary>Listings; ids are below this.</summary>
    public int ListingsMax { get; init; } = int.MaxValue;

    /// <summary>Checkouts that one buyer may have under way at a time.</summary>
    public int CheckoutsPerBuyerMax { get; init; } = 1_000;

    /// <summary>Whether a buyer's id is within the limits.</summary>
    public bool Has(BuyerId buyer) => buyer.Value >= 0 && buyer.Value < BuyersMax;
}
