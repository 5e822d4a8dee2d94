namespace FlashSale.GrainInterfaces;

/// <summary>A study on the cluster, by its id: its runs, who has them, and what became of them.</summary>
/// <remarks>
/// Silos with free slots ask for runs; nobody is told to run anything. A silo holds a run by a lease that it
/// renews; the runs of a silo that dies are given to others when their leases have lapsed. Every call returns
/// at once.
/// </remarks>
[Alias("flashsale.study-grain")]
public interface IStudyGrain : IGrainWithStringKey
{
    /// <summary>Opens the study, or says that it goes on.</summary>
    [Alias("open")]
    Task<PostResult> Open(PostedStudy study);

    /// <summary>
    /// Adds runs; those that are there already stay, but what a machine spoilt is tried again.
    /// </summary>
    [Alias("add")]
    Task<PostResult> Add(PostedRun[] runs);

    /// <summary>Gives a silo runs for its free slots.</summary>
    [Alias("take")]
    Task<TakenRuns> Take(SlotsAsk ask);

    /// <summary>
    /// Renews the leases of a silo, with the share of each run that is done; those that it has lost.
    /// </summary>
    [Alias("renew")]
    Task<string[]> Renew(string silo, RunShare[] shares);

    /// <summary>Takes runs back that a silo does not go on with; others may have them later.</summary>
    [Alias("put-back")]
    Task PutBack(string silo, string[] runs);

    /// <summary>Says what became of a run.</summary>
    [Alias("end")]
    Task End(EndedRun run);

    /// <summary>Stops the study for good: two machines do not agree.</summary>
    [Alias("stop")]
    Task Stop(string why);

    /// <summary>How it stands; null if there is none.</summary>
    [Alias("look")]
    Task<StudyStanding?> Look();

    /// <summary>What became of runs, in the order in which they ended; null if there is no study.</summary>
    [Alias("outcomes")]
    Task<RunOutcomes?> Outcomes(int from);

    /// <summary>Forgets the study; its runs stay known by their names.</summary>
    [Alias("close")]
    Task Close();

    /// <summary>Forgets the study if nobody has come back to it for long.</summary>
    [Alias("wake")]
    Task Wake();
}
