namespace FlashSale.Marketplace;

/// <summary>The answer to whatever is done about a certificate (rules IDN-1 to IDN-4).</summary>
public enum CertificationResult : byte
{
    /// <summary>It is done; or was, by the same command.</summary>
    Done = 1,

    /// <summary>The application is at another place, or the store has what it asks for.</summary>
    WrongStatus,

    /// <summary>The check takes longer than it was under way.</summary>
    TooEarly,

    /// <summary>
    /// The identity is barred, or another one that was given with the same account or device (rule IDN-4).
    /// </summary>
    Barred,

    /// <summary>Too few consumer stores have the first certificate for the second one (rule IDN-3).</summary>
    ShareNotReached,

    /// <summary>It says no who or no why (rule IDN-5).</summary>
    NoReason,

    /// <summary>No such store.</summary>
    UnknownStore,

    /// <summary>There is no such class, list or verdict, or an identity is none.</summary>
    OutOfRange,

    /// <summary>The client's name for it stands for something else (rule ORD-4).</summary>
    IdReused,
}
