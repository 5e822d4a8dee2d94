namespace FlashSale.Marketplace;

/// <summary>The answer to a command about a case.</summary>
public enum CaseResult : byte
{
    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>The case's status does not allow it.</summary>
    WrongStatus,

    /// <summary>There is too little evidence: it comes before the penalty (rule TRU-8).</summary>
    EvidenceMissing,

    /// <summary>No such case.</summary>
    UnknownCase,

    /// <summary>No such store of this seller, or no such listing of this store.</summary>
    UnknownSubject,

    /// <summary>So many cases of the seller are under way that no more is opened.</summary>
    TooMany,

    /// <summary>The kind, the step, the finding or the evidence is none that there is.</summary>
    BadCase,

    /// <summary>The policy has no cases.</summary>
    NotOffered,

    /// <summary>The client's name for it stands for something else (rule ORD-4).</summary>
    IdReused,
}
