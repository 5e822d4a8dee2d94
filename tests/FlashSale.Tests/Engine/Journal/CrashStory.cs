using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>
/// One seed's life of a journal with snapshots: appends, syncs, seals, snapshots and trims over a faulty
/// disk, several crashes, and after each a recovery that is compared with what was written and answered for.
/// </summary>
/// <remarks>
/// An honest disk must never be refused and never lose a synced record. A disk that lies about one write may
/// lose the last synced group, which nothing witnesses yet, or be refused with file and offset; it must never
/// give a wrong record.
/// </remarks>
internal sealed class CrashStory(ulong seed, bool lies, Func<IStorage, IStorage>? weaken = null)
{
    private const int LivesMax = 5;

    private readonly SplitMix64 _chance = new(seed);
    private readonly List<string> _story = [];
    private readonly List<byte[]> _written = [];
    private bool _hasLied;

    /// <summary>Records that were answered for: a sync of theirs succeeded.</summary>
    private int _synced;

    /// <summary>Records that must be there even when the disk has lied once.</summary>
    private int _witnessed;

    /// <summary>What happened.</summary>
    public IReadOnlyList<string> Story => _story;

    /// <summary>Runs the story; returns what went wrong with all that led to it, or null.</summary>
    public string? Run()
    {
        var disk = new MemoryStorage();
        var lives = 1 + _chance.Below(LivesMax);
        for (var life = 0; life <= lives; life++)
        {
            var plan = life == lives ? new FaultPlan() : Plan();
            var faulty = new FaultyStorage(disk, plan, _chance.Fork(), _story);
            var wrong = Live(weaken is null ? faulty : weaken(faulty));
            var losesPower = faulty.IsDown || _chance.Happens(500);
            disk = losesPower ? faulty.AfterPowerLoss() : disk;
            if (wrong is not null)
            {
                return wrong.Length == 0
                    ? null
                    : string.Join('\n', [$"seed {seed}", .. _story, wrong]);
            }
        }

        return null;
    }

    private FaultPlan Plan()
    {
        if (!lies || _hasLied)
        {
            return FaultPlan.Honest(_chance);
        }

        _hasLied = true;
        return FaultPlan.WithLie(_chance);
    }

    /// <summary>
    /// One process: returns what is wrong, an empty text for a rightful refusal, or null to go on.
    /// </summary>
    private string? Live(IStorage storage)
    {
        var found = new List<byte[]>();
        try
        {
            var snapshots = new SnapshotStore(storage);
            var start = snapshots.Load(Journal.FirstSequence(storage), stream => ReadAll(stream, found));
            using var journal = Journal.Open(
                storage, start.Mark, (_, record) => found.Add(record.ToArray()), Options());
            Tell($"opened at {journal.End.Sequence}, {start.Skipped.Count} skipped");
            Tell($"cut: {journal.Recovery.Cut?.Reason}");
            if (found.Count < _synced)
            {
                Tell("the last sync is lost");
            }

            if (Compare(found, lies ? _witnessed : _synced) is { } wrong)
            {
                return wrong;
            }

            _written.RemoveRange(found.Count, _written.Count - found.Count);
            _synced = found.Count;
            Work(journal, snapshots);
        }
        catch (Exception fault) when (fault is IOException or JournalHaltedException)
        {
            Tell($"stopped: {fault.Message}");
            return Compare(found, 0);
        }
        catch (Exception refusal) when (refusal is JournalCorruptException or JournalFormatException)
        {
            Tell($"refused: {refusal.Message}");
            return lies ? Rightful(refusal) : "refused after a crash: " + refusal.Message;
        }

        return null;
    }

    private void Work(Journal journal, SnapshotStore snapshots)
    {
        var buffer = new RecordBuffer();
        for (var step = _chance.Below(60); step > 0; step--)
        {
            buffer.Clear();
            for (var count = 1 + _chance.Below(4); count > 0; count--)
            {
                _written.Add(_chance.Bytes(_chance.Below(120)));
                buffer.Add(_written[^1]);
            }

            journal.Append(buffer);
            if (_chance.Happens(600))
            {
                journal.Sync();
                Answered(journal, isSealed: false);
            }

            if (_chance.Happens(30))
            {
                journal.Seal();
                Answered(journal, isSealed: true);
            }

            if (_chance.Happens(50))
            {
                Snapshot(journal, snapshots);
            }
        }
    }

    private void Answered(Journal journal, bool isSealed)
    {
        var synced = (int)journal.Durable.Sequence;
        _witnessed = isSealed ? synced : synced > _synced ? _synced : _witnessed;
        _synced = synced;
    }

    private void Snapshot(Journal journal, SnapshotStore snapshots)
    {
        var at = journal.Durable;
        var needed = snapshots.Write(at, stream => WriteAll(stream, (int)at.Sequence));
        Tell($"snapshot at {at.Sequence}, trim before {needed}");
        journal.TrimBefore(needed);
    }

    private JournalOptions Options() => new()
    {
        SegmentBytes = 1_024 << _chance.Below(4),
        PreallocateBytes = 256 << _chance.Below(4),
    };

    private string? Compare(List<byte[]> found, int atLeast)
    {
        for (var i = 0; i < Math.Min(found.Count, _written.Count); i++)
        {
            if (!found[i].AsSpan().SequenceEqual(_written[i]))
            {
                return $"record {i} is not what was written";
            }
        }

        return found.Count > _written.Count ? $"record {_written.Count} was never written"
            : found.Count < atLeast ? $"record {found.Count} is gone, and {atLeast} had been answered for"
            : null;
    }

    private static string Rightful(Exception refusal) => refusal switch
    {
        JournalCorruptException { File.Length: > 0, Offset: >= 0 } => "",
        JournalFormatException { File.Length: > 0 } => "",
        _ => "refused without file and offset: " + refusal.Message,
    };

    private static void ReadAll(Stream stream, List<byte[]> found)
    {
        using var reader = new BinaryReader(stream);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            found.Add(reader.ReadBytes(reader.ReadInt32()));
        }
    }

    private void WriteAll(Stream stream, int count)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(count);
        foreach (var record in _written.Take(count))
        {
            writer.Write(record.Length);
            writer.Write(record);
        }
    }

    private void Tell(string what) => _story.Add(what);
}
