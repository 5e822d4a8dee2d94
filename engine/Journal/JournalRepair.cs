namespace FlashSale.Engine;

/// <summary>Makes the end of a journal ready to append to.</summary>
internal static class JournalRepair
{
    private const int CopyBytes = 1 << 16;

    /// <summary>
    /// Cuts what follows the records, makes them durable, and returns the last segment and the offset to go
    /// on at.
    /// </summary>
    public static (IStorageFile File, long Segment, long Offset) ReadyToAppend(
        IStorage storage, JournalScan scan, int rules)
    {
        if (scan.EndOffset == 0)
        {
            var number = Math.Max(SegmentHeader.FirstNumber, scan.LastSegment);
            var header = new SegmentHeader(number, scan.End, rules);
            storage.Delete(SegmentName.Of(header.Number));
            return (CreateSegment(storage, header), header.Number, SegmentHeader.Bytes);
        }

        var file = storage.Open(SegmentName.Of(scan.LastSegment));
        try
        {
            file.Truncate(scan.EndOffset);
            WriteAgain(file, scan.NotKnownDurableFrom, scan.EndOffset);
            file.Sync();
            storage.SyncFolder();
            return (file, scan.LastSegment, scan.EndOffset);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Creates a segment and syncs it, name and all, before any record goes into it.</summary>
    public static IStorageFile CreateSegment(IStorage storage, SegmentHeader header)
    {
        var file = storage.Create(SegmentName.Of(header.Number));
        try
        {
            Span<byte> bytes = stackalloc byte[SegmentHeader.Bytes];
            header.Write(bytes);
            file.Write(0, bytes);
            file.Sync();
            storage.SyncFolder();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes bytes in their place again, so that the next sync covers them.</summary>
    /// <remarks>
    /// The process before may have stopped because a sync failed. Then these bytes may be in the kernel's
    /// cache only, in pages that count as clean: they can be read, a sync alone would skip them, and a power
    /// loss would take them.
    /// </remarks>
    private static void WriteAgain(IStorageFile file, long from, long to)
    {
        var buffer = new byte[CopyBytes];
        for (var at = from; at < to; at += CopyBytes)
        {
            var bytes = buffer.AsSpan(0, (int)Math.Min(CopyBytes, to - at));
            if (file.Read(at, bytes) != bytes.Length)
            {
                throw new IOException("The journal became shorter while it was being opened.");
            }

            file.Write(at, bytes);
        }
    }
}
