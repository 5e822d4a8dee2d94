namespace FlashSale.Engine;

/// <summary>Which snapshot a start used.</summary>
/// <param name="Mark">The point of the journal to read on from; the beginning if no snapshot was
/// used.</param>
/// <param name="File">The snapshot; null if none was used.</param>
/// <param name="Skipped">Newer snapshots that are damaged and were passed over, newest first.</param>
public sealed record SnapshotReport(JournalMark Mark, string? File, IReadOnlyList<SkippedSnapshot> Skipped);

/// <summary>A damaged snapshot.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Where it is wrong, in bytes: 0 the header, otherwise the checksum at its end.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record SkippedSnapshot(string File, long Offset, string Reason);
