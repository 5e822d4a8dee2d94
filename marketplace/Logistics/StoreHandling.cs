namespace FlashSale.Marketplace;

/// <summary>
/// How fast a store packs and ships: so many parcels a day, in the order they are ready (rule LOG-1).
/// </summary>
/// <remarks>16 bytes without padding, for dense tables. Moments do not go back.</remarks>
public struct StoreHandling
{
    private Pace _pace;

    /// <summary>
    /// The store's capacity in parcels a day; 1 to 1,000,000,000. A change holds for parcels to come.
    /// </summary>
    public int ParcelsPerDay
    {
        readonly get => _pace.PerDay;
        set => _pace.PerDay = value;
    }

    /// <summary>A store with this capacity and nothing to ship.</summary>
    public static StoreHandling Of(int parcelsPerDay) => new() { ParcelsPerDay = parcelsPerDay };

    /// <summary>Until when the parcel of an order has to leave the store.</summary>
    public static DateTimeOffset PromisedBy(DateTimeOffset paidAt, bool inFestival, LogisticsPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return paidAt + (inFestival ? policy.FestivalShipWithin : policy.ShipWithin);
    }

    /// <summary>Parcels that have not left yet.</summary>
    public readonly long Waiting(DateTimeOffset now) => _pace.Taken(now.UtcTicks);

    /// <summary>Puts a parcel that can be packed now in the queue; the answer says when it leaves.</summary>
    public ParcelPlan Take(DateTimeOffset now, LogisticsPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var at = new DateTimeOffset(_pace.Next(now.UtcTicks), TimeSpan.Zero);
        return at - now > policy.QueueAheadMax
            ? new ParcelPlan(ParcelPlanResult.QueueFull, at, 0)
            : new ParcelPlan(ParcelPlanResult.Planned, at, _pace.Take(now.UtcTicks));
    }
}
