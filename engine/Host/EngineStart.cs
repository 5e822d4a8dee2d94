namespace FlashSale.Engine;

/// <summary>What opening an engine found in its storage.</summary>
/// <param name="Snapshot">The snapshot it started from.</param>
/// <param name="Journal">What the journal brought after it.</param>
public sealed record EngineRecovery(SnapshotReport Snapshot, RecoveryReport Journal);

/// <summary>A market brought back from its newest snapshot and the journal after it.</summary>
internal sealed class EngineStart
{
    private const int ReplayedEvery = 1 << 16;

    private Market? _market;

    private EngineStart(IStorage storage) => Snapshots = new SnapshotStore(storage);

    public Market Market => _market!;

    public Journal Journal { get; private set; } = null!;

    public SnapshotStore Snapshots { get; }

    public EngineRecovery Report { get; private set; } = null!;

    public static EngineStart From(IStorage storage, EngineOptions options)
    {
        var start = new EngineStart(storage);
        var snapshot = start.Snapshots.Load(
            Journal.FirstSequence(storage),
            stream => start._market = SnapshotContent.Read(stream, options.Size));
        start.Journal = Journal.Open(
            storage,
            snapshot.Mark,
            (sequence, record) => start.Take(sequence, record, options),
            options.Journal);
        start.Report = new EngineRecovery(snapshot, start.Journal.Recovery);
        if (start._market is null)
        {
            start.Begin(options);
        }

        return start;
    }

    /// <summary>Carries out one record; the first of all records says under which policy.</summary>
    private void Take(long sequence, ReadOnlySpan<byte> record, EngineOptions options)
    {
        if (_market is null)
        {
            _market = new Market(PolicyRecord.Genesis(record, sequence), options.Size);
            return;
        }

        if (sequence % ReplayedEvery == 0)
        {
            options.Replayed?.Report(sequence);
        }

        CommandReader.Execute(_market, record);
    }

    private void Begin(EngineOptions options)
    {
        _market = new Market(options.Policy, options.Size);
        var records = new RecordBuffer();
        new CommandLog(records.Add).Begin(options.Policy);
        Journal.Append(records);
        Journal.Sync();
    }
}
