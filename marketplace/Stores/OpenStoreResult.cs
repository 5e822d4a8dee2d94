namespace FlashSale.Marketplace;

/// <summary>What became of opening a store.</summary>
public enum OpenStoreResult : byte
{
    /// <summary>The store exists with what it paid, and is open if that is enough.</summary>
    Opened = 1,

    /// <summary>Another store has the name (rule STO-4).</summary>
    NameTaken,

    /// <summary>The name is empty, too long, or holds control characters.</summary>
    NotAName,

    /// <summary>The id was used for another store.</summary>
    IdReused,

    /// <summary>The id, the market, the tier or the payment is outside its range.</summary>
    OutOfRange,

    /// <summary>The owner is barred: a repeat offender sells no more (rule TRU-7).</summary>
    OwnerBarred,
}
