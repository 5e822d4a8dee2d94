namespace FlashSale.Marketplace;

/// <summary>The answer to a parcel that asks for its turn.</summary>
public enum ParcelPlanResult : byte
{
    /// <summary>It has a turn.</summary>
    Planned = 1,

    /// <summary>The queue reaches too far ahead.</summary>
    QueueFull,
}

/// <summary>The turn of a parcel.</summary>
/// <param name="Result">Whether there is one.</param>
/// <param name="At">When it is; without one, the moment that was too far ahead.</param>
/// <param name="Turn">The turn itself, for <see cref="CourierRegion.MomentOf"/>; 0 without one.</param>
public readonly record struct ParcelPlan(ParcelPlanResult Result, DateTimeOffset At, long Turn);
