namespace FlashSale.Engine;

/// <summary>
/// A point of a journal between two batches: how many records come before it, and their hash.
/// </summary>
/// <param name="Sequence">The records before this point, which is also the sequence of the record after
/// it.</param>
/// <param name="Chain">The hash of all of them; it tells whether a snapshot and a journal belong
/// together.</param>
public readonly record struct JournalMark(long Sequence, ChainHash Chain)
{
    /// <summary>Before the first record.</summary>
    public static JournalMark Beginning => default;
}
