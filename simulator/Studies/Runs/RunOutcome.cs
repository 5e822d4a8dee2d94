namespace FlashSale.Simulator;

/// <summary>How a run of a study ended.</summary>
public enum RunStatus
{
    /// <summary>It reached its end, or the horizon, and its audit passed.</summary>
    Done = 1,

    /// <summary>It reached its end, and its audit did not pass.</summary>
    AuditFailed,

    /// <summary>The program met a fault of its own.</summary>
    Faulted,

    /// <summary>The process that ran it ended.</summary>
    Crashed,

    /// <summary>It needed more memory than there was for it.</summary>
    OutOfMemory,

    /// <summary>It did not end within the time that it was given.</summary>
    TimedOut,
}

/// <summary>What became of a run, without its figures: outcome.json of the cache.</summary>
public sealed record RunOutcome
{
    /// <summary>The name of the run.</summary>
    public required string Key { get; init; }

    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The hash of the market's state at its end; empty if it has none.</summary>
    public string StateHash { get; init; } = "";

    /// <summary>How many checks the audit made.</summary>
    public int Checks { get; init; }

    /// <summary>What went wrong, in a sentence; empty if nothing.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Orders of the sample, by which the time of others is guessed.</summary>
    public long Orders { get; init; }

    /// <summary>How long it took.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Whether the past that it goes on from was made for it.</summary>
    public bool HasMadePast { get; init; }

    /// <summary>
    /// How much less time it took because its past is shared; below 0 of the one that it was made for.
    /// </summary>
    public double SparedSeconds { get; init; }

    /// <summary>The most memory that its process held.</summary>
    public long PeakBytes { get; init; }

    /// <summary>SHA-256 of summary.json; empty if there is none.</summary>
    public string SummarySha256 { get; init; } = "";

    /// <summary>SHA-256 of timeline.csv.gz; empty if there is none.</summary>
    public string TimelineSha256 { get; init; } = "";

    /// <summary>SHA-256 of run.sqlite; empty if there is none.</summary>
    public string DatabaseSha256 { get; init; } = "";

    /// <summary>SHA-256 of all the rest.</summary>
    public string Seal { get; init; } = "";

    /// <summary>Whether it has figures: the market ran to the end or the horizon.</summary>
    public bool HasFigures => Status is RunStatus.Done or RunStatus.AuditFailed;

    /// <summary>How many of its figures are kept; of a run without any all that there are.</summary>
    public KeptFigures Kept => !HasFigures || DatabaseSha256.Length > 0 ? KeptFigures.Database
        : TimelineSha256.Length > 0 ? KeptFigures.Timeline
        : SummarySha256.Length > 0 ? KeptFigures.Summary
        : KeptFigures.Measures;

    /// <summary>
    /// Whether the same code gives the same again, so that it is kept; what the machine did is not.
    /// </summary>
    public bool IsOfCode => Status is RunStatus.Done or RunStatus.AuditFailed or RunStatus.Faulted;
}
