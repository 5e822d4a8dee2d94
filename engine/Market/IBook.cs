namespace FlashSale.Engine;

/// <summary>
/// A table of the market, as those see it who go over all tables: snapshots, figures, the audit, deadlines.
/// </summary>
/// <remarks>
/// Commands use a book by its own type. A new one is a file of its own and a line in
/// <see cref="MarketState.Books"/>.
/// </remarks>
internal interface IBook
{
    /// <summary>Whether it holds nothing: a state leaves the last books out then.</summary>
    bool IsEmpty => false;

    /// <summary>Bytes that its parts hold.</summary>
    IEnumerable<(string Part, long Bytes)> Bytes { get; }

    /// <summary>Writes its rows after a mark; nothing if the books before lead to them.</summary>
    void Save(StateWriter writer);

    /// <summary>Reads what <see cref="Save"/> wrote into an empty book.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such rows.</exception>
    void Load(StateReader reader);

    /// <summary>Counts its rows again; what compares several books is the audit's own.</summary>
    IEnumerable<AuditCheck> Audit() => [];

    /// <summary>Lets a deadline of one of its rows take effect; false if it is not about these.</summary>
    bool Fall(in Deadline deadline, MarketState market) => false;
}
