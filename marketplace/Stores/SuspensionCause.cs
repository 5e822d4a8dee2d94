namespace FlashSale.Marketplace;

/// <summary>Why a store is suspended. 0 is no suspension.</summary>
public enum SuspensionCause : byte
{
    /// <summary>
    /// It stayed below its deposit for too long (rule STO-3); topping up ends the suspension.
    /// </summary>
    Deposit = 1,

    /// <summary>The platform decided it; the platform ends it.</summary>
    Platform,
}
