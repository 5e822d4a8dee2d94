namespace FlashSale.Engine;

/// <summary>
/// The durable order of all records: appended in batches, certain after <see cref="Sync"/>, read back in the
/// same order.
/// </summary>
/// <remarks>
/// <para>Single writer: one thread at a time. After a failed write or sync every call throws
/// <see cref="JournalHaltedException"/>; nothing is ever retried.</para>
/// <para><b>What opening can tell apart.</b> Every batch names what was durable when it was written, and the
/// hash of all before it. So damage anywhere before the last sync that a later batch, segment or seal
/// witnesses is refused with file and offset: lost, swapped, repeated, misplaced or changed bytes. What was
/// appended after the last successful sync may be torn in any way; its whole batches up to the first torn one
/// are kept, and the rest is cut and reported.</para>
/// <para><b>What it cannot.</b> The batches of the very last sync have no witness until something is written
/// after them. If the disk lied about that sync, or damages those bytes later, the journal ends earlier: with
/// a <see cref="JournalCut"/> if something is left of them, in silence if nothing is. <see cref="Seal"/>,
/// called when the host is idle and before it stops, closes this gap up to the seal. Nor can an opening tell
/// that whole segments were deleted from the end, unless a snapshot reaches further than the records.</para>
/// </remarks>
internal sealed class Journal : IDisposable
{
    private readonly IStorage _storage;
    private readonly JournalOptions _options;
    private readonly ChainHasher _hasher = new();
    private readonly byte[] _header = new byte[BatchHeader.Bytes];
    private IStorageFile _file;
    private long _segment;
    private long _offset;
    private long _allocated;
    private bool _isSealed;
    private bool _isDirty;
    private Exception? _fault;

    private Journal(IStorage storage, JournalOptions options, JournalScan scan, RecoveryReport recovery)
    {
        _storage = storage;
        _options = options;
        Recovery = recovery;
        End = Durable = recovery.End;
        (_file, _segment, _offset) = JournalRepair.ReadyToAppend(storage, scan, options.Rules);
        _allocated = _file.Length;
        if (scan.LastRules != options.Rules && scan.EndOffset > 0)
        {
            BeginSegment(); // what comes is carried out under other rules
        }
    }

    /// <summary>What opening found.</summary>
    public RecoveryReport Recovery { get; }

    /// <summary>The end of what is appended.</summary>
    public JournalMark End { get; private set; }

    /// <summary>The end of what is synced: the only point for answers and snapshots.</summary>
    public JournalMark Durable { get; private set; }

    /// <summary>Whether a write or a sync has failed.</summary>
    public bool IsHalted => _fault is not null;

    /// <summary>
    /// Reads the journal from a mark on, cuts a torn tail, and makes the rest durable and ready to append to.
    /// </summary>
    /// <param name="storage">The folder, which may be empty.</param>
    /// <param name="from">The mark of the snapshot that the caller has loaded, or the beginning.</param>
    /// <param name="visitor">Gets each record from the mark on. It has seen good records even when this
    /// throws later.</param>
    /// <param name="options">The sizes to write with.</param>
    /// <exception cref="JournalCorruptException">The journal is damaged, or does not go with the
    /// mark.</exception>
    /// <exception cref="JournalFormatException">A segment is of another format.</exception>
    /// <exception cref="IOException">The storage failed; what was durable is as it was.</exception>
    public static Journal Open(
        IStorage storage, JournalMark from, RecordVisitor visitor, JournalOptions? options = null)
    {
        options ??= new JournalOptions();
        options.Check();
        using var scan = new JournalScan(storage, from, visitor, options.Rules);
        return new Journal(storage, options, scan, scan.Run());
    }

    /// <summary>
    /// Reads a journal with the same checks, changing nothing: a copy, or one that another process is
    /// writing.
    /// </summary>
    /// <param name="storage">The folder.</param>
    /// <param name="from">From where on records are wanted.</param>
    /// <param name="visitor">Gets each record from the mark on.</param>
    /// <param name="rules">Under which rules they must have been carried out; null for any.</param>
    /// <returns>The report, whose cut is only what an opening would cut now.</returns>
    public static RecoveryReport Read(
        IStorage storage, JournalMark from, RecordVisitor visitor, int? rules = RulesVersion.Current)
    {
        using var scan = new JournalScan(storage, from, visitor, rules);
        return scan.Run();
    }

    /// <summary>The sequence that the journal reaches back to; null if there is no journal.</summary>
    public static long? FirstSequence(IStorage storage)
    {
        var numbers = SegmentName.NumbersIn(storage);
        if (numbers.Count == 0 || numbers[0] == SegmentHeader.FirstNumber)
        {
            return numbers.Count == 0 ? null : 0;
        }

        return HeaderOf(storage, numbers[0]).Start.Sequence;
    }

    /// <summary>Under which rules the first records were carried out; null if there is no journal.</summary>
    public static int? FirstRules(IStorage storage) =>
        SegmentName.NumbersIn(storage) is [var first, ..] ? HeaderOf(storage, first).Rules : null;

    /// <summary>Writes the records of a buffer as one batch.</summary>
    public void Append(RecordBuffer records) => Append(records.Framed, records.Count);

    /// <summary>
    /// Writes records as one batch, from the caller's memory. They are certain only after <see cref="Sync"/>.
    /// </summary>
    /// <param name="framed">The records, each after its length (<see cref="RecordFrame"/>).</param>
    /// <param name="count">How many they are, at least one.</param>
    /// <exception cref="ArgumentException">The bytes are not so many records, or more than a batch can
    /// carry.</exception>
    public void Append(ReadOnlySpan<byte> framed, int count)
    {
        ThrowIfHalted();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(framed.Length, _options.BatchBytesMax);
        if (RecordFrame.Count(framed) != count)
        {
            throw new ArgumentException($"These bytes are not {count} records.", nameof(framed));
        }

        try
        {
            WriteBatch(framed, count);
        }
        catch (Exception fault)
        {
            throw Halt("append", fault);
        }
    }

    /// <summary>Returns when everything appended would outlive a power loss.</summary>
    public void Sync()
    {
        ThrowIfHalted();
        try
        {
            SyncFile();
        }
        catch (Exception fault)
        {
            throw Halt("sync", fault);
        }
    }

    /// <summary>
    /// Syncs, and writes and syncs a witness of it: from then on damage to any record so far is told from a
    /// crash.
    /// </summary>
    /// <remarks>Costs two syncs, and nothing if nothing was appended since the last seal.</remarks>
    public void Seal()
    {
        ThrowIfHalted();
        if (_isSealed)
        {
            return;
        }

        try
        {
            SyncFile();
            WriteBatch([], 0);
            SyncFile();
        }
        catch (Exception fault)
        {
            throw Halt("seal", fault);
        }
    }

    /// <summary>
    /// Deletes the segments all of whose records are below a sequence, which a durable snapshot must cover.
    /// </summary>
    public void TrimBefore(long sequence)
    {
        ThrowIfHalted();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, Durable.Sequence);
        try
        {
            var numbers = SegmentName.NumbersIn(_storage);
            for (var i = 1;
                i < numbers.Count && HeaderOf(_storage, numbers[i]).Start.Sequence <= sequence;
                i++)
            {
                // Each deletion is synced, or a power loss could take a later one only and leave a gap.
                _storage.Delete(SegmentName.Of(numbers[i - 1]));
                _storage.SyncFolder();
            }
        }
        catch (Exception fault)
        {
            throw Halt("trim", fault);
        }
    }

    /// <summary>Closes the file. What is not synced may be lost; call <see cref="Seal"/> first.</summary>
    public void Dispose()
    {
        _fault ??= new ObjectDisposedException(nameof(Journal));
        _file.Dispose();
        _hasher.Dispose();
    }

    private static SegmentHeader HeaderOf(IStorage storage, long number)
    {
        var name = SegmentName.Of(number);
        using var file = storage.Open(name);
        return SegmentHeader.Read(file, name) ?? throw FileFormat.Segment.Refusal(file, name);
    }

    private void WriteBatch(ReadOnlySpan<byte> framed, int count)
    {
        var end = _offset + BatchHeader.Bytes + framed.Length;
        if (end > _options.SegmentBytes && _offset > SegmentHeader.Bytes)
        {
            BeginSegment();
        }

        var batch = new BatchHeader(
            framed.Length, count, End.Sequence, Durable.Sequence, Crc32C.Of(framed), default);
        batch.WriteChained(_header);
        var chain = _hasher.Next(End.Chain, _header.AsSpan(0, BatchHeader.ChainedBytes), framed);
        batch = batch with { Chain = chain };
        batch.Write(_header);
        Preallocate(_offset + batch.TotalBytes);
        _isDirty = true;
        _file.Write(_offset, _header);
        _file.Write(_offset + BatchHeader.Bytes, framed);
        _offset += batch.TotalBytes;
        _isSealed = count == 0;
        End = count == 0 ? End : new JournalMark(batch.Next, chain);
    }

    private void Preallocate(long needed)
    {
        if (needed <= _allocated)
        {
            return;
        }

        var step = (long)_options.PreallocateBytes;
        _allocated = Math.Max(needed, Math.Min(_options.SegmentBytes, (needed + step - 1) / step * step));
        _file.Preallocate(_allocated);
    }

    private void SyncFile()
    {
        if (_isDirty)
        {
            _file.Sync();
            _isDirty = false;
            Durable = End;
        }
    }

    /// <summary>
    /// Ends this segment for good and begins the next, whose header then witnesses that this one was synced.
    /// </summary>
    private void BeginSegment()
    {
        _file.Truncate(_offset);
        _isDirty = true;
        SyncFile();
        _file.Dispose();
        _segment++;
        _file = JournalRepair.CreateSegment(_storage, new SegmentHeader(_segment, End, _options.Rules));
        _offset = _allocated = SegmentHeader.Bytes;
    }

    private void ThrowIfHalted()
    {
        if (_fault is not null)
        {
            throw new JournalHaltedException("The journal is halted: " + _fault.Message, _fault);
        }
    }

    private JournalHaltedException Halt(string call, Exception fault)
    {
        _fault = fault;
        return new JournalHaltedException($"The journal halts: {call} failed. {fault.Message}", fault);
    }
}
