namespace FlashSale.Engine;

/// <summary>How a journal's files are written. The sizes may differ from one opening to the next.</summary>
internal sealed record JournalOptions
{
    /// <summary>The largest file: when the next batch does not fit, a new one begins.</summary>
    public int SegmentBytes { get; init; } = 256 << 20;

    /// <summary>
    /// How far the file is filled with zeros ahead of the records, so that most syncs change no metadata.
    /// </summary>
    /// <remarks>One step costs one slower sync: some 1 ms for 1 MiB on a cloud disk, 5 ms for 4.</remarks>
    public int PreallocateBytes { get; init; } = 1 << 20;

    /// <summary>The rules under which the journal's host carries records out.</summary>
    public int Rules { get; init; } = RulesVersion.Current;

    /// <summary>The records, with their prefixes, that one batch can carry.</summary>
    public int BatchBytesMax =>
        Math.Min(BatchHeader.RecordBytesMax, SegmentBytes - SegmentHeader.Bytes - BatchHeader.Bytes);

    /// <summary>Throws when the sizes make no sense together.</summary>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SegmentBytes, 1 << 10);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PreallocateBytes);
    }
}
