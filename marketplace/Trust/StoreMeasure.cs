namespace FlashSale.Marketplace;

/// <summary>What a penalty does to a store, the lightest first (rules TRU-5, TRU-6). Stored.</summary>
public enum StoreMeasure : byte
{
    /// <summary>Nothing: it sells as it did.</summary>
    None = 0,

    /// <summary>Buyers do not see it.</summary>
    Hidden = 1,

    /// <summary>It may not sell.</summary>
    Suspended = 2,

    /// <summary>It is closed for ever.</summary>
    Closed = 3,
}

/// <summary>How a store stood before a measure, so that it stands so again afterwards.</summary>
/// <param name="Status">Its status; 0 if no measure is upon it.</param>
/// <param name="Cause">Why it was suspended then; 0 if it was not.</param>
public readonly record struct StoreStanding(StoreStatus Status, SuspensionCause Cause)
{
    /// <summary>
    /// Whether a measure can come upon a store that stands so; one that is suspended is not hidden as well.
    /// </summary>
    internal bool MayCome(StoreMeasure measure) => Status switch
    {
        StoreStatus.Closed or 0 => false,
        StoreStatus.Applying => measure == StoreMeasure.Closed,
        StoreStatus.Suspended => measure != StoreMeasure.Hidden,
        _ => true,
    };

    /// <summary>How a store stands under a measure.</summary>
    internal static StoreStanding Under(StoreMeasure measure) => new(
        measure switch
        {
            StoreMeasure.Hidden => StoreStatus.Hidden,
            StoreMeasure.Suspended => StoreStatus.Suspended,
            _ => StoreStatus.Closed,
        },
        SuspensionCause.Penalty);

    /// <summary>
    /// How it stands when the measure is over: as before, but that whoever got the deposit back applies anew,
    /// and whoever paid meanwhile what was missing is open.
    /// </summary>
    /// <param name="owes">Whether something is missing of the deposit.</param>
    /// <param name="isShort">Whether it fell below the deposit while it was open.</param>
    internal StoreStanding Again(bool owes, bool isShort) =>
        owes && !isShort ? new(StoreStatus.Applying, default)
        : !owes && Status == StoreStatus.Suspended
            && Cause is not (SuspensionCause.Platform or SuspensionCause.Certificate)
            ? new(StoreStatus.Open, default)
        : this;
}

/// <summary>A penalty for one violation.</summary>
/// <param name="Points">Points that the store gets.</param>
/// <param name="Measure">What becomes of the store.</param>
/// <param name="For">For how long; without meaning where a store is closed or nothing is done.</param>
/// <param name="Fine">What it pays from its deposit (rules STO-3, TRU-6).</param>
public readonly record struct Penalty(
    int Points, StoreMeasure Measure = StoreMeasure.None, TimeSpan For = default, Money Fine = default)
{
    /// <summary>A word of warning and nothing else: education first (rule TRU-5).</summary>
    public static Penalty Warning => default;

    /// <summary>Until when the measure lasts, in Unix time; the largest number is for ever, 0 none.</summary>
    internal long UntilMs(DateTimeOffset from) => Measure switch
    {
        StoreMeasure.None => 0,
        StoreMeasure.Closed => long.MaxValue,
        _ => (from + For).ToUnixTimeMilliseconds(),
    };
}
