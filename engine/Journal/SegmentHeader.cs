namespace FlashSale.Engine;

/// <summary>
/// The beginning of a segment: its number, the end of the segment before it, which so is known to be durable,
/// and the <see cref="RulesVersion"/> under which its records were carried out.
/// </summary>
internal readonly record struct SegmentHeader(long Number, JournalMark Start, int Rules)
{
    public const int Bytes = FileFormat.HeaderBytes;

    /// <summary>The number of the first segment of a journal.</summary>
    public const long FirstNumber = 1;

    public void Write(Span<byte> to) => FileFormat.Segment.Write(to, Number, Start, Rules);

    /// <summary>Reads the header of a file; null if it is damaged or not whole.</summary>
    /// <exception cref="JournalFormatException">The header is sound, but of another version or another kind
    /// of file.</exception>
    public static SegmentHeader? Read(IStorageFile file, string name) =>
        FileFormat.Segment.Read(file, name) is var (number, mark, rules)
            ? new SegmentHeader(number, mark, rules)
            : null;

    /// <summary>
    /// Whether a file is what a crash leaves of one that was to get this header and was not synced: each byte
    /// is the header's or still zero, and nothing follows.
    /// </summary>
    public bool IsInterruptedCreation(IStorageFile file)
    {
        Span<byte> whole = stackalloc byte[Bytes];
        Write(whole);
        Span<byte> found = stackalloc byte[Bytes];
        var count = file.Read(0, found);
        for (var i = 0; i < count; i++)
        {
            if (found[i] != 0 && found[i] != whole[i])
            {
                return false;
            }
        }

        return new FileWindow(file).EndOfContent(Bytes) == Bytes;
    }
}
