namespace FlashSale.Marketplace;

/// <summary>
/// The answer to an operator who changes the policy, or withdraws a change (rule GOV-1).
/// </summary>
public enum PolicyResult : byte
{
    /// <summary>
    /// It is in force from its moment on; or was planned so before, or is in force. A withdrawn one will not
    /// be.
    /// </summary>
    Changed = 1,

    /// <summary>A number is outside its range, or the whole is too long.</summary>
    BadPolicy,

    /// <summary>
    /// It has another number of categories or other numbers of reputation: rows that are there hang on them.
    /// </summary>
    FixedNumbers,

    /// <summary>Its moment is not in the future.</summary>
    InThePast,

    /// <summary>Its moment is further ahead than a change may be planned.</summary>
    TooFarAhead,

    /// <summary>Another policy is planned for the same moment.</summary>
    SameMoment,

    /// <summary>As many changes are planned, or still bind by what they promised, as may be.</summary>
    TooManyChanges,

    /// <summary>The client's name for it stands for something else (rule ORD-4).</summary>
    IdReused,

    /// <summary>No change is planned for the moment: it was never, or was withdrawn before.</summary>
    NotPlanned,
}
