namespace FlashSale.GrainInterfaces;

/// <summary>A study as a client posts it; the client plans it, round by round.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Code">The hash of the code that has to run it.</param>
/// <param name="Text">The study's file.</param>
/// <param name="Base">The scenario that it starts from.</param>
/// <param name="RunWithin">How long a run may take; null for 20 times those before it.</param>
[GenerateSerializer, Immutable, Alias("flashsale.posted-study")]
public sealed record PostedStudy(
    [property: Id(0)] string Name,
    [property: Id(1)] string Code,
    [property: Id(2)] string Text,
    [property: Id(3)] string Base,
    [property: Id(4)] TimeSpan? RunWithin);

/// <summary>A run as a client posts it.</summary>
/// <param name="Key">Its name: the hash of all that decides it.</param>
/// <param name="Seed">Its seed: runs of one seed share much, and are best run by one silo.</param>
/// <param name="Order">The whole order as a line; only whoever runs it reads it.</param>
[GenerateSerializer, Immutable, Alias("flashsale.posted-run")]
public sealed record PostedRun(
    [property: Id(0)] string Key, [property: Id(1)] ulong Seed, [property: Id(2)] string Order);

/// <summary>What was said to a study, or to runs, that were posted.</summary>
public enum PostResult
{
    /// <summary>It is there.</summary>
    Posted = 1,

    /// <summary>The cluster runs other code than the study was planned by.</summary>
    WrongCode,

    /// <summary>As many studies as may be are open.</summary>
    TooManyStudies,

    /// <summary>The study has more runs than it may have.</summary>
    TooManyRuns,

    /// <summary>A text is longer than is kept.</summary>
    TooLong,

    /// <summary>There is no such study.</summary>
    UnknownStudy,

    /// <summary>The study was stopped: two machines did not agree.</summary>
    Stopped,
}

/// <summary>How much the studies of a cluster may be.</summary>
/// <remarks>All are assumed.</remarks>
public static class StudyLimits
{
    /// <summary>Studies that are open at once.</summary>
    public const int StudiesMax = 64;

    /// <summary>Runs of one study: what one grain can keep in mind.</summary>
    public const int RunsMax = 20_000;

    /// <summary>Runs that are posted at once.</summary>
    public const int RunsPerPostMax = 128;

    /// <summary>Bytes of a study's file, of its base, and of an order, in UTF-8.</summary>
    public const int TextBytesMax = 96 << 10;

    /// <summary>Characters of a study's name.</summary>
    public const int NameLengthMax = 100;

    /// <summary>Characters of what is said about a run, or about why a study stopped.</summary>
    public const int WhyLengthMax = 1_000;

    /// <summary>Outcomes that are told at once.</summary>
    public const int OutcomesPerPageMax = 200;

    /// <summary>Bytes of a run's timeline, packed.</summary>
    public const int TimelineBytesMax = 16 << 20;

    /// <summary>Bytes of a run's summary, packed.</summary>
    public const int SummaryBytesMax = 192 << 10;

    /// <summary>So often silos may lose a run until it is given up.</summary>
    public const int TriesMax = 3;

    /// <summary>How long a silo holds a run without renewing its lease.</summary>
    public static TimeSpan LeaseWithin { get; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a run that another study is running is left alone.</summary>
    public static TimeSpan ComeBackAfter { get; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a run is kept.</summary>
    public static TimeSpan RunKeptFor { get; } = TimeSpan.FromDays(30);

    /// <summary>How long a study is kept that nobody comes back to.</summary>
    public static TimeSpan StudyKeptFor { get; } = TimeSpan.FromDays(7);
}
