namespace FlashSale.Engine;

/// <summary>How an engine is run.</summary>
public sealed record EngineOptions
{
    /// <summary>The numbers of the rules, for a new market; one that exists brings its own.</summary>
    public Policy Policy { get; init; } = new();

    /// <summary>How large the market may grow.</summary>
    public MarketSize Size { get; init; } = new();

    /// <summary>Commands that may wait for the writer; above, the market is busy.</summary>
    public int QueueMax { get; init; } = 1 << 16;

    /// <summary>How often what is due is looked for when no command comes.</summary>
    public TimeSpan IdleWithin { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Whether closing the engine writes a snapshot, so that the next start replays nothing.
    /// </summary>
    public bool SnapshotOnClose { get; init; } = true;

    /// <summary>Hears now and then which command of the journal was carried out again.</summary>
    public IProgress<long>? Replayed { get; init; }

    /// <summary>The sizes of the journal's files.</summary>
    internal JournalOptions Journal { get; init; } = new();

    /// <summary>
    /// Only for tests that prove the worth of the crash tests: answers do not wait for the disk.
    /// </summary>
    internal bool AnswersBeforeWriting { get; init; }
}
