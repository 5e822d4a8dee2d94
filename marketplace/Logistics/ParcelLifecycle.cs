namespace FlashSale.Marketplace;

/// <summary>Where a parcel is (rule LOG-1). 0 is no parcel.</summary>
public enum ParcelStatus : byte
{
    /// <summary>The store has not shipped it.</summary>
    Waiting = 1,

    /// <summary>It has left the store.</summary>
    Shipped,

    /// <summary>It has reached its region, where couriers deliver it in turn.</summary>
    InTransit,

    /// <summary>A shock holds it up (rule LOG-2).</summary>
    Delayed,

    /// <summary>The buyer has it.</summary>
    Delivered,

    /// <summary>It was refunded before it left.</summary>
    Cancelled,
}

/// <summary>What can happen to a parcel.</summary>
public enum ParcelStep : byte
{
    /// <summary>It leaves the store.</summary>
    Ship = 1,

    /// <summary>It is refunded before it leaves.</summary>
    Cancel,

    /// <summary>It reaches its region.</summary>
    Arrive,

    /// <summary>A shock holds it up.</summary>
    Delay,

    /// <summary>The shock is over.</summary>
    Resume,

    /// <summary>The buyer gets it.</summary>
    Deliver,
}

/// <summary>
/// The way of a parcel: waiting → shipped → in transit → delivered; delayed in between (LOG-1, LOG-2).
/// </summary>
public static class ParcelLifecycle
{
    /// <summary>The status after a step; null if the step is not allowed there.</summary>
    public static ParcelStatus? After(ParcelStatus status, ParcelStep step) => (status, step) switch
    {
        (ParcelStatus.Waiting, ParcelStep.Ship) => ParcelStatus.Shipped,
        (ParcelStatus.Waiting, ParcelStep.Cancel) => ParcelStatus.Cancelled,
        (ParcelStatus.Shipped, ParcelStep.Arrive) => ParcelStatus.InTransit,
        (ParcelStatus.Shipped, ParcelStep.Delay) => ParcelStatus.Delayed,
        (ParcelStatus.InTransit, ParcelStep.Delay) => ParcelStatus.Delayed,
        (ParcelStatus.InTransit, ParcelStep.Deliver) => ParcelStatus.Delivered,
        (ParcelStatus.Delayed, ParcelStep.Resume) => ParcelStatus.InTransit,
        _ => null,
    };
}
