namespace FlashSale.Dashboard;

/// <summary>What can be wrong with a request before the market sees it, or with the market itself.</summary>
internal enum RequestFault : byte
{
    /// <summary>The address, the query or the body cannot be read.</summary>
    Malformed = 1,

    /// <summary>An id is above what this host allows.</summary>
    IdOutOfRange,

    /// <summary>The body is larger than allowed.</summary>
    TooLarge,

    /// <summary>The body came too slowly.</summary>
    TooSlow,

    /// <summary>The body is no JSON by its content type.</summary>
    NotJson,

    /// <summary>There is no such address.</summary>
    NoSuchAddress,

    /// <summary>The address does not know the method.</summary>
    NoSuchMethod,

    /// <summary>What the address names does not exist.</summary>
    NotFound,

    /// <summary>The caller shows no key and has to.</summary>
    KeyMissing,

    /// <summary>The key is nobody's.</summary>
    WrongKey,

    /// <summary>Only operators may do this.</summary>
    OperatorOnly,

    /// <summary>The market's queue is full; nothing was done.</summary>
    Busy,

    /// <summary>The market has stopped; whether this was done is unknown.</summary>
    Halted,

    /// <summary>The market did not answer in time; whether this was done is unknown.</summary>
    NoAnswer,

    /// <summary>The host offers no such questions.</summary>
    NotOffered,

    /// <summary>A proxy passes a request on to a host that has no keys to tell callers by.</summary>
    NoKeysSet,
}
