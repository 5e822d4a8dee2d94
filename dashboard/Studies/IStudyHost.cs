namespace FlashSale.Dashboard;

/// <summary>Whoever carries out the runs of studies behind the API; a host that does not has none.</summary>
/// <remarks>
/// Clients plan: they post a study, then its runs, round by round, and fetch what came of them. Runs are
/// named by the hash of all that decides them, so that every call may be sent again as it is.
/// </remarks>
public interface IStudyHost
{
    /// <summary>Opens a study, or goes on with it.</summary>
    ValueTask<StudyAnswer> Open(StudyBody study);

    /// <summary>Adds runs to a study.</summary>
    ValueTask<StudyAnswer> Add(string study, IReadOnlyList<StudyRunBody> runs);

    /// <summary>A study; null if there is none.</summary>
    ValueTask<StudyDocument?> Find(string study);

    /// <summary>All studies that are open, and the slots that run them.</summary>
    ValueTask<StudyListDocument> FindAll();

    /// <summary>What became of runs, in the order of their ends; null if there is no such study.</summary>
    ValueTask<EndedRunsDocument?> FindEnded(string study, int from);

    /// <summary>Forgets a study; its runs stay.</summary>
    ValueTask Close(string study);

    /// <summary>The summary of a run, packed; null if there is none.</summary>
    ValueTask<byte[]?> FindSummary(string run);

    /// <summary>The timeline of a run, packed; null if there is none.</summary>
    ValueTask<byte[]?> FindTimeline(string run);
}

/// <summary>Why a study, or runs, were not taken.</summary>
public enum StudyRefusal : byte
{
    /// <summary>The host runs other code than the study was planned by.</summary>
    WrongCode = 1,

    /// <summary>As many studies as may be are open.</summary>
    TooManyStudies,

    /// <summary>The study has more runs than it may have.</summary>
    TooManyRuns,

    /// <summary>A text is longer than is kept, or there are too many at once.</summary>
    TooLong,

    /// <summary>There is no such study.</summary>
    UnknownStudy,

    /// <summary>The study was stopped: two machines did not agree.</summary>
    Stopped,
}

/// <summary>What was said to a study, or to runs, that were posted.</summary>
/// <param name="Study">The study as it stands; null if it was refused.</param>
/// <param name="Refusal">Why; null if it was not.</param>
/// <param name="Detail">The case at hand; null if there is no more to say.</param>
public sealed record StudyAnswer(StudyDocument? Study, StudyRefusal? Refusal = null, string? Detail = null);
