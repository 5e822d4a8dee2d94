namespace FlashSale.Engine;

/// <summary>
/// Reads the segments from a starting point on, checks every byte, and finds the end. Changes nothing.
/// </summary>
/// <remarks>
/// Where a batch does not follow the one before, <see cref="TailEvidence"/> decides: what a crash can leave
/// is a torn tail, and everything else is refused. Before refusing, the place is read once more, because
/// another process may be writing.
/// </remarks>
/// <param name="storage">Where the segments are.</param>
/// <param name="from">The starting point.</param>
/// <param name="visitor">Gets the records from there on.</param>
/// <param name="rules">Under which rules they must have been carried out; null for any.</param>
internal sealed class JournalScan(IStorage storage, JournalMark from, RecordVisitor visitor, int? rules)
    : IDisposable
{
    private readonly ChainHasher _hasher = new();
    private readonly Queue<(long First, long Offset)> _notKnownDurable = new();
    private long _batches;
    private long _records;
    private int _segments;
    private bool _started;
    private JournalCut? _cut;
    private bool _isSealed;

    /// <summary>The end of the records.</summary>
    public JournalMark End { get; private set; }

    /// <summary>The rules of the last segment.</summary>
    public int LastRules { get; private set; } = RulesVersion.Current;

    /// <summary>The last segment; 0 if there is none.</summary>
    public long LastSegment { get; private set; }

    /// <summary>
    /// Where in the last segment the records end; 0 if the creation of that segment was interrupted.
    /// </summary>
    public long EndOffset { get; private set; }

    /// <summary>
    /// Where in the last segment the bytes begin that nothing on the disk says were ever synced.
    /// </summary>
    public long NotKnownDurableFrom { get; private set; }

    /// <summary>Reads everything.</summary>
    /// <exception cref="JournalCorruptException">Something is there that no crash explains.</exception>
    /// <exception cref="JournalFormatException">A segment is of another format.</exception>
    public RecoveryReport Run()
    {
        var numbers = SegmentName.NumbersIn(storage);
        var start = StartingSegment(numbers);
        for (var i = start; i < numbers.Count; i++)
        {
            if (i > start && numbers[i] != numbers[i - 1] + 1)
            {
                var missing = SegmentName.Of(numbers[i - 1] + 1);
                throw new JournalCorruptException(missing, 0, "the segment is missing");
            }

            ReadSegment(numbers[i], isFirst: i == start, isLast: i == numbers.Count - 1);
        }

        if (End.Sequence < from.Sequence)
        {
            throw new JournalCorruptException(
                SegmentName.Of(Math.Max(1, LastSegment)),
                EndOffset,
                $"the journal ends at record {End.Sequence}, but the snapshot has {from.Sequence} records");
        }

        return new RecoveryReport(_segments, _batches, _records, End, _cut, _isSealed);
    }

    public void Dispose() => _hasher.Dispose();

    /// <summary>The last segment that begins at or before the starting point.</summary>
    private int StartingSegment(List<long> numbers)
    {
        for (var i = numbers.Count - 1; i >= 0; i--)
        {
            var name = SegmentName.Of(numbers[i]);
            using var file = storage.Open(name);
            var header = SegmentHeader.Read(file, name);
            if (header is null && (i < numbers.Count - 1 || numbers.Count == 1))
            {
                return i;
            }

            if (header?.Start.Sequence <= from.Sequence)
            {
                return i;
            }
        }

        return numbers.Count == 0
            ? 0
            : throw new JournalCorruptException(
                SegmentName.Of(numbers[0]),
                0,
                $"the journal begins after record {from.Sequence}: an earlier segment is missing");
    }

    private void ReadSegment(long number, bool isFirst, bool isLast)
    {
        var name = SegmentName.Of(number);
        using var file = storage.Open(name);
        var previousEnd = EndOffset;
        (LastSegment, EndOffset, NotKnownDurableFrom) = (number, 0, 0);
        _notKnownDurable.Clear();
        _segments++;
        var header = SegmentHeader.Read(file, name);
        if (header is null && isLast && (!isFirst || number == SegmentHeader.FirstNumber)
            && new SegmentHeader(number, End, rules ?? LastRules).IsInterruptedCreation(file))
        {
            var bytes = new FileWindow(file).EndOfContent(0);
            _cut = bytes == 0 ? null : new JournalCut(name, 0, bytes, "the segment was being created");
            return;
        }

        // Another process may just have written the header.
        header ??= SegmentHeader.Read(file, name) ?? throw FileFormat.Segment.Refusal(file, name);
        var continues = isFirst && number > SegmentHeader.FirstNumber || header.Value.Start == End;
        if (header.Value.Number != number || !continues)
        {
            throw Misfit(header.Value, name, number, previousEnd);
        }

        (End, LastRules) = (header.Value.Start, header.Value.Rules);
        CheckStart();
        ReadBatches(file, name, isLast);
    }

    private JournalCorruptException Misfit(
        SegmentHeader header, string name, long number, long previousEnd) =>
        header.Number == number && header.Start.Sequence > End.Sequence && number > 1
            ? new JournalCorruptException(
                SegmentName.Of(number - 1),
                previousEnd,
                $"records {End.Sequence} to {header.Start.Sequence - 1} are missing")
            : new JournalCorruptException(name, 0, "the segment does not continue the one before it");

    private void ReadBatches(IStorageFile file, string name, bool isLast)
    {
        var window = new FileWindow(file);
        EndOffset = SegmentHeader.Bytes;
        while (true)
        {
            if (TryReadBatch(window, file.Length))
            {
                continue;
            }

            window.Refresh();
            if (DamageAtEnd(window, name, isLast) is not { } damage)
            {
                break;
            }

            window.Refresh();
            if (!TryReadBatch(window, file.Length))
            {
                throw new JournalCorruptException(name, EndOffset, damage);
            }
        }

        NotKnownDurableFrom = _notKnownDurable.TryPeek(out var oldest) ? oldest.Offset : 0;
    }

    /// <summary>
    /// Hands out the batch at the end so far and moves the end behind it; false if none continues the chain
    /// there.
    /// </summary>
    private bool TryReadBatch(FileWindow window, long fileLength)
    {
        if (BatchHeader.Read(window.At(EndOffset, BatchHeader.Bytes)) is not { } header
            || header.First != End.Sequence
            || EndOffset + header.TotalBytes > fileLength)
        {
            return false;
        }

        var bytes = window.At(EndOffset, header.TotalBytes);
        if (bytes.Length < header.TotalBytes)
        {
            return false;
        }

        var records = bytes[BatchHeader.Bytes..];
        if (Crc32C.Of(records) != header.RecordsCrc
            || _hasher.Next(End.Chain, bytes[..BatchHeader.ChainedBytes], records) != header.Chain
            || RecordFrame.Count(records) != header.Records)
        {
            return false;
        }

        Visit(header, records);
        RememberDurable(header);
        _isSealed = header.Records == 0;
        End = header.Records == 0 ? End : new JournalMark(header.Next, header.Chain);
        EndOffset += header.TotalBytes;
        _batches++;
        CheckStart();
        return true;
    }

    private void Visit(BatchHeader header, ReadOnlySpan<byte> framed)
    {
        if (header.Next <= from.Sequence)
        {
            return;
        }

        if (header.First < from.Sequence)
        {
            throw new JournalCorruptException(
                SegmentName.Of(LastSegment),
                EndOffset,
                $"the snapshot has {from.Sequence} records, but no batch ends there");
        }

        if (rules is { } wanted && LastRules != wanted && header.Records > 0)
        {
            throw JournalFormatException.OtherRules(SegmentName.Of(LastSegment), LastRules, wanted);
        }

        for (var sequence = header.First; RecordFrame.TryTake(ref framed, out var record); sequence++)
        {
            visitor(sequence, record);
            _records++;
        }
    }

    private void RememberDurable(BatchHeader header)
    {
        while (_notKnownDurable.TryPeek(out var oldest) && oldest.First < header.DurableBefore)
        {
            _notKnownDurable.Dequeue();
        }

        _notKnownDurable.Enqueue((header.First, EndOffset));
    }

    /// <summary>At the starting point, compares the hash of all records before it.</summary>
    private void CheckStart()
    {
        if (_started || End.Sequence != from.Sequence)
        {
            return;
        }

        _started = true;
        if (End.Chain != from.Chain)
        {
            throw new JournalCorruptException(
                SegmentName.Of(LastSegment),
                EndOffset,
                $"the records before {from.Sequence} are not those that the snapshot was made from");
        }
    }

    /// <summary>
    /// What is wrong behind the last good batch; null if the journal ends there, be it with a torn tail.
    /// </summary>
    private string? DamageAtEnd(FileWindow window, string name, bool isLast)
    {
        var contentEnd = window.EndOfContent(EndOffset);
        if (contentEnd == EndOffset)
        {
            return null;
        }

        if (!isLast)
        {
            return "a batch is not whole, and another segment follows";
        }

        var evidence = TailEvidence.Find(window, EndOffset, contentEnd, End.Sequence);
        if (evidence is null)
        {
            _cut = new JournalCut(name, EndOffset, contentEnd - EndOffset, "the last batch is not whole");
        }

        return evidence;
    }
}
