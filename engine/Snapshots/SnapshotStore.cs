using System.Security.Cryptography;

namespace FlashSale.Engine;

/// <summary>
/// Whole states of the host, each at a mark of the journal, so that a start need not read the journal from
/// its beginning.
/// </summary>
/// <remarks>
/// A file is: the header (<see cref="FileFormat"/>), the content, and the SHA-256 of content and header. It
/// gets its name only when it is whole and synced. The last <see cref="Kept"/> stay, so that a damaged one
/// costs time and no data.
/// </remarks>
internal sealed class SnapshotStore(IStorage storage)
{
    /// <summary>How many snapshots stay.</summary>
    public const int Kept = 2;

    private const int BufferBytes = 1 << 20;

    private readonly List<string> _damaged = [];

    /// <summary>Writes a snapshot and returns when it would outlive a power loss.</summary>
    /// <param name="at">Where in the journal the content stands: <see cref="Journal.Durable"/>, never
    /// later.</param>
    /// <param name="write">Writes the content.</param>
    /// <returns>The sequence before which the journal is no longer needed, for <see
    /// cref="Journal.TrimBefore"/>.</returns>
    /// <remarks>After a failure the snapshots before are untouched, and writing another one later is
    /// safe.</remarks>
    public long Write(JournalMark at, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        storage.Delete(SnapshotName.Unfinished);
        using (var file = storage.Create(SnapshotName.Unfinished))
        {
            WriteFile(file, at, write);
        }

        storage.Rename(SnapshotName.Unfinished, SnapshotName.Of(at.Sequence));
        storage.SyncFolder();
        _damaged.Remove(SnapshotName.Of(at.Sequence));
        return DeleteOld();
    }

    /// <summary>Loads the newest snapshot that is whole.</summary>
    /// <param name="journalFrom">What the journal reaches back to: <see
    /// cref="Journal.FirstSequence"/>.</param>
    /// <param name="read">Reads the content, which has passed its checksum; not called if there is no
    /// snapshot.</param>
    /// <exception cref="JournalCorruptException">
    /// The newest snapshot is damaged, and the journal does not reach back to an older one or to its own
    /// beginning.
    /// </exception>
    /// <exception cref="JournalFormatException">The newest snapshot is of another format.</exception>
    public SnapshotReport Load(long? journalFrom, Action<Stream> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var skipped = new List<SkippedSnapshot>();
        foreach (var name in SnapshotName.NewestFirst(storage))
        {
            using var file = storage.Open(name);
            var (mark, length, damage) = Check(file, name);
            if (damage is not null)
            {
                skipped.Add(damage);
                continue;
            }

            RefuseGap(skipped, journalFrom, mark.Sequence);
            using var content = new BufferedStream(
                StorageStream.Reader(file, FileFormat.HeaderBytes, length), BufferBytes);
            read(content);
            return Report(mark, name, skipped);
        }

        RefuseGap(skipped, journalFrom, JournalMark.Beginning.Sequence);
        return Report(JournalMark.Beginning, null, skipped);
    }

    private static void WriteFile(IStorageFile file, JournalMark at, Action<Stream> write)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var stream = StorageStream.Writer(file, FileFormat.HeaderBytes, hash);
        using (var content = new BufferedStream(stream, BufferBytes))
        {
            write(content);
        }

        Span<byte> header = stackalloc byte[FileFormat.HeaderBytes];
        FileFormat.Snapshot.Write(header, stream.Length, at);
        hash.AppendData(header);
        Span<byte> trailer = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(trailer);
        file.Write(0, header);
        file.Write(FileFormat.HeaderBytes + stream.Length, trailer);
        file.Sync();
    }

    private static (JournalMark Mark, long Length, SkippedSnapshot? Damage) Check(
        IStorageFile file, string name)
    {
        if (FileFormat.Snapshot.Read(file, name) is not var (length, mark, _))
        {
            return (default, 0, new SkippedSnapshot(name, 0, "the header fails its checksum"));
        }

        if (SnapshotName.Of(mark.Sequence) != name)
        {
            return (mark, length, new SkippedSnapshot(name, 0, $"it holds {mark.Sequence} records"));
        }

        var end = FileFormat.HeaderBytes + length;
        var expected = end + SHA256.HashSizeInBytes;
        if (file.Length != expected)
        {
            return (mark, length, new SkippedSnapshot(name, file.Length, $"it should have {expected} bytes"));
        }

        return IsWhole(file, length)
            ? (mark, length, null)
            : (mark, length, new SkippedSnapshot(name, end, "the content fails its checksum"));
    }

    private static bool IsWhole(IStorageFile file, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var window = new FileWindow(file);
        var end = FileFormat.HeaderBytes + length;
        for (long at = FileFormat.HeaderBytes; at < end; at += BufferBytes)
        {
            hash.AppendData(window.At(at, (int)Math.Min(BufferBytes, end - at)));
        }

        hash.AppendData(window.At(0, FileFormat.HeaderBytes));
        return window.At(end, SHA256.HashSizeInBytes).SequenceEqual(hash.GetHashAndReset());
    }

    private static void RefuseGap(List<SkippedSnapshot> skipped, long? journalFrom, long sequence)
    {
        if (skipped.Count > 0 && !(journalFrom <= sequence))
        {
            throw new JournalCorruptException(
                skipped[0].File,
                skipped[0].Offset,
                $"{skipped[0].Reason}, and the journal does not reach back to an older snapshot");
        }
    }

    private SnapshotReport Report(JournalMark mark, string? name, List<SkippedSnapshot> skipped)
    {
        _damaged.AddRange(skipped.Select(damage => damage.File));
        return new SnapshotReport(mark, name, skipped);
    }

    /// <summary>
    /// Deletes the damaged snapshots and the surplus; returns the sequence of the older one that stays.
    /// </summary>
    private long DeleteOld()
    {
        var sound = SnapshotName.NewestFirst(storage).Except(_damaged).ToList();
        foreach (var name in sound.Skip(Kept).Concat(_damaged))
        {
            storage.Delete(name);
        }

        _damaged.Clear();
        storage.SyncFolder();
        if (sound.Count < Kept)
        {
            return JournalMark.Beginning.Sequence;
        }

        using var older = storage.Open(sound[Kept - 1]);
        return FileFormat.Snapshot.Read(older, sound[Kept - 1]) is var (_, mark, _) ? mark.Sequence : 0;
    }
}
