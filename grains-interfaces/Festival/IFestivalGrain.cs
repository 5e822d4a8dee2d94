using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// The festival: its phases, degradation switches and policies; there is one, 0 (rules CAP-2, GOV-1, IDN-5).
/// </summary>
[Alias("flashsale.festival-grain")]
public interface IFestivalGrain : ICommandGrain
{
    /// <summary>
    /// Stops the admission of checkouts on all silos until a moment, for a consistent audit; null resumes it.
    /// </summary>
    /// <remarks>
    /// Whoever pauses asks again before the moment comes: a pause outlives no auditor by long.
    /// </remarks>
    [Alias("pause-until")]
    Task PauseUntil(DateTimeOffset? moment);

    /// <summary>
    /// Sets how many checkouts a second the whole cluster admits (rule CAP-1); each silo admits its part.
    /// </summary>
    [Alias("admit")]
    Task Admit(int requestsPerSecond);

    /// <summary>Sets the phases, from the first to the last.</summary>
    [Alias("set-phases")]
    Task SetPhases(PhaseStart[] phases);

    /// <summary>
    /// How things stand, and from now on every change (see <see cref="IFestivalWatcher"/>).
    /// </summary>
    /// <remarks>A watcher that has not called for a minute is forgotten.</remarks>
    [Alias("watch")]
    Task<FestivalState> Watch(IFestivalWatcher watcher);

    /// <summary>
    /// How things stand, with the policy that silos begin with as long as none has followed.
    /// </summary>
    [Alias("state"), ReadOnly]
    Task<FestivalState> State();
}

/// <summary>A silo that wants to know of every change before the change is answered.</summary>
[Alias("flashsale.festival-watcher")]
public interface IFestivalWatcher : IGrainObserver
{
    /// <summary>Something changed.</summary>
    [Alias("changed")]
    Task Changed(FestivalState state);
}

/// <summary>A phase of the festival.</summary>
/// <param name="Name">Its name, in kebab-case.</param>
/// <param name="From">Its first moment; it lasts until the next one begins.</param>
[GenerateSerializer, Immutable, Alias("flashsale.festival-phase")]
public sealed record PhaseStart(
    [property: Id(0)] string Name, [property: Id(1)] DateTimeOffset From);

/// <summary>How the festival stands.</summary>
/// <param name="Version">Which is newer.</param>
/// <param name="PausedUntil">Until when checkouts are not admitted; null if they are.</param>
/// <param name="Flips">The trace of the switch board (rule IDN-5).</param>
/// <param name="Phases">The phases, the earliest first.</param>
/// <param name="AdmittedPerSecond">
/// Checkouts a second that the cluster admits (rule CAP-1); null for those of the policy.
/// </param>
/// <param name="Requests">Acts by the names that clients gave them (rule ORD-4); null is none.</param>
/// <param name="Policies">
/// Which policy is in force when (rule GOV-1); null as long as it is the one that silos begin with.
/// </param>
/// <param name="Untold">The latest act, if it may not stand in the trail yet (rule IDN-5).</param>
/// <param name="Withdrawn">
/// For which moment the change was planned that was withdrawn last; null if none was (rule ORD-4).
/// </param>
[GenerateSerializer, Immutable, Alias("flashsale.festival-state")]
public sealed record FestivalState(
    [property: Id(0)] long Version,
    [property: Id(4)] DateTimeOffset? PausedUntil, // 1 was a pause without an end
    [property: Id(2)] SwitchFlip[] Flips,
    [property: Id(3)] PhaseStart[] Phases,
    [property: Id(5)] int? AdmittedPerSecond = null,
    [property: Id(6)] KeyedRequest[]? Requests = null,
    [property: Id(7)] PolicyTimeline? Policies = null,
    [property: Id(8)] TrailEntry? Untold = null,
    [property: Id(9)] DateTimeOffset? Withdrawn = null)
{
    /// <summary>Before anything was set.</summary>
    public static FestivalState None { get; } = new(0, null, [], []);

    /// <summary>Checkouts a second that the whole cluster admits.</summary>
    public int Admitted(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return AdmittedPerSecond ?? policy.Admission.RequestsPerSecond;
    }

    /// <summary>Whether checkouts are not admitted at a moment.</summary>
    public bool IsPaused(DateTimeOffset now) => now < PausedUntil;
}
