namespace FlashSale.GrainInterfaces;

/// <summary>
/// One run of studies, by its name, the hash of all that decides it: the memo of the whole cluster.
/// </summary>
/// <remarks>
/// It runs nothing: whoever asks first is told to, and everybody afterwards gets what came of it. Two studies
/// with a common run have it run once. If it was run twice – a silo was thought dead – both must agree.
/// </remarks>
[Alias("flashsale.run-grain")]
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>
    /// Says who should run it: the asking silo, if nobody else does; and what came of it, if it is done.
    /// </summary>
    [Alias("start")]
    Task<RunStanding> Start(string silo);

    /// <summary>The silo goes on with it, and has done so much.</summary>
    [Alias("tell")]
    Task Tell(string silo, double share);

    /// <summary>The silo does not go on with it.</summary>
    [Alias("give-up")]
    Task GiveUp(string silo);

    /// <summary>Keeps what came of it, or compares it with what is kept.</summary>
    [Alias("keep")]
    Task<KeptRun> Keep(FinishedRun run);

    /// <summary>How it stands.</summary>
    [Alias("look")]
    Task<RunStanding> Look();

    /// <summary>Its summary, packed; null if there is none.</summary>
    [Alias("summary")]
    Task<byte[]?> Summary();

    /// <summary>Its timeline, packed; null if there is none.</summary>
    [Alias("timeline")]
    Task<byte[]?> Timeline();

    /// <summary>Forgets it, when it was kept long enough.</summary>
    [Alias("wake")]
    Task Wake();
}

/// <summary>How a run stands.</summary>
public enum RunState
{
    /// <summary>Nobody runs it.</summary>
    None = 1,

    /// <summary>A silo runs it.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,
}

/// <summary>How a run stands, and with whom.</summary>
/// <param name="State">How.</param>
/// <param name="Silo">Who runs it, or has run it; empty for nobody.</param>
/// <param name="Since">Since when it is run.</param>
/// <param name="Share">The share that is done, 0 to 1.</param>
/// <param name="Done">What came of it; null before.</param>
[GenerateSerializer, Immutable, Alias("flashsale.run-standing")]
public sealed record RunStanding(
    [property: Id(0)] RunState State,
    [property: Id(1)] string Silo,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] double Share,
    [property: Id(4)] EndedRun? Done)
{
    /// <summary>Nobody runs it.</summary>
    public static RunStanding None { get; } = new(RunState.None, "", default, 0, null);
}

/// <summary>A run that was carried out, with its files.</summary>
/// <param name="Silo">Who has run it.</param>
/// <param name="End">What became of it.</param>
/// <param name="Summary">Its summary, packed; null if it has none.</param>
/// <param name="Timeline">Its timeline, packed; null if it has none.</param>
[GenerateSerializer, Immutable, Alias("flashsale.finished-run")]
public sealed record FinishedRun(
    [property: Id(0)] string Silo,
    [property: Id(1)] EndedRun End,
    [property: Id(2)] byte[]? Summary,
    [property: Id(3)] byte[]? Timeline);

/// <summary>What happened to a run that was to be kept.</summary>
public enum KeepResult
{
    /// <summary>It is kept.</summary>
    Kept = 1,

    /// <summary>It was kept before, with the same end.</summary>
    Same,

    /// <summary>It was kept before, with another end: the machines do not agree.</summary>
    Differs,

    /// <summary>Its files are larger than is kept.</summary>
    TooLarge,
}

/// <summary>What happened to a run that was to be kept, and the one that is.</summary>
/// <param name="Result">What.</param>
/// <param name="Silo">Who has run the one that is kept.</param>
/// <param name="End">How that one ended.</param>
[GenerateSerializer, Immutable, Alias("flashsale.kept-run")]
public sealed record KeptRun(
    [property: Id(0)] KeepResult Result, [property: Id(1)] string Silo, [property: Id(2)] EndedRun End);
