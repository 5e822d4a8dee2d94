namespace FlashSale.Marketplace;

/// <summary>Where a store stands (rule STO-1). 0 is no store.</summary>
public enum StoreStatus : byte
{
    /// <summary>It has applied and must pay what it owes.</summary>
    Applying = 1,

    /// <summary>It sells.</summary>
    Open,

    /// <summary>Buyers do not see it for a while.</summary>
    Hidden,

    /// <summary>It may not sell until the cause is gone.</summary>
    Suspended,

    /// <summary>It has ended.</summary>
    Closed,
}

/// <summary>What can happen to a store.</summary>
public enum StoreStep : byte
{
    /// <summary>The application is accepted.</summary>
    Open = 1,

    /// <summary>Buyers shall not see it.</summary>
    Hide,

    /// <summary>Buyers shall see it again.</summary>
    Show,

    /// <summary>It shall not sell.</summary>
    Suspend,

    /// <summary>It may sell again.</summary>
    Reinstate,

    /// <summary>It ends.</summary>
    Close,
}

/// <summary>The life of a store: applying → open → hidden | suspended → closed (rule STO-1).</summary>
public static class StoreLifecycle
{
    /// <summary>The status after a step; null if the step is not allowed there.</summary>
    public static StoreStatus? After(StoreStatus status, StoreStep step) => (status, step) switch
    {
        (StoreStatus.Applying, StoreStep.Open) => StoreStatus.Open,
        (StoreStatus.Applying, StoreStep.Close) => StoreStatus.Closed,
        (StoreStatus.Open, StoreStep.Hide) => StoreStatus.Hidden,
        (StoreStatus.Open, StoreStep.Suspend) => StoreStatus.Suspended,
        (StoreStatus.Open, StoreStep.Close) => StoreStatus.Closed,
        (StoreStatus.Hidden, StoreStep.Show) => StoreStatus.Open,
        (StoreStatus.Hidden, StoreStep.Suspend) => StoreStatus.Suspended,
        (StoreStatus.Hidden, StoreStep.Close) => StoreStatus.Closed,
        (StoreStatus.Suspended, StoreStep.Suspend) => StoreStatus.Suspended, // for one more cause
        (StoreStatus.Suspended, StoreStep.Reinstate) => StoreStatus.Open,
        (StoreStatus.Suspended, StoreStep.Close) => StoreStatus.Closed,
        _ => null,
    };
}
