namespace FlashSale.Engine;

/// <summary>What reading a journal found.</summary>
/// <param name="Segments">Files read.</param>
/// <param name="Batches">Batches read, those before the starting point included.</param>
/// <param name="Records">Records handed to the visitor.</param>
/// <param name="End">The end of what is there.</param>
/// <param name="Cut">The torn tail; null if there was none.</param>
/// <param name="IsSealed">
/// Whether its end is sealed: it was finished or idle, and nothing that was written before is missing.
/// </param>
public sealed record RecoveryReport(
    int Segments, long Batches, long Records, JournalMark End, JournalCut? Cut, bool IsSealed);

/// <summary>
/// A torn tail: what a crash left of writes that were not synced. Only a disk that damages the very last sync
/// can make synced records look the same.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Where the tail begins, in bytes.</param>
/// <param name="Bytes">Its length up to the last byte that is not zero.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record JournalCut(string File, long Offset, long Bytes, string Reason);
