namespace FlashSale.Marketplace;

/// <summary>The answer to a change of a store.</summary>
public enum StoreResult : byte
{
    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>The store's status does not allow it.</summary>
    WrongStatus,

    /// <summary>The store is below its deposit (rule STO-3).</summary>
    DepositShort,

    /// <summary>The coupon's amounts cannot be meant (rule CRT-2).</summary>
    BadCoupon,

    /// <summary>No such store.</summary>
    UnknownStore,

    /// <summary>The client's name for it stands for something else (rule ORD-4).</summary>
    IdReused,

    /// <summary>A penalty keeps the store from promotions (rule TRU-6).</summary>
    Banned,

    /// <summary>The store has no certificate and should (rule IDN-3).</summary>
    NotCertified,
}
