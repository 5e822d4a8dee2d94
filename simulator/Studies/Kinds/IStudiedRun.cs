using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Makes runs of scenarios of a kind for a study, one after the other.</summary>
internal interface IStudiedRuns
{
    /// <summary>A run that stands before its first event.</summary>
    IStudiedRun Create(IStudiedScenario scenario);

    /// <summary>A run of an arm that goes on where a run of its past was saved.</summary>
    /// <exception cref="InvalidDataException">The bytes are no saved run of the past.</exception>
    IStudiedRun GoOn(StateReader reader, IStudiedScenario past, IStudiedScenario arm);
}

/// <summary>A run of a study on its way.</summary>
internal interface IStudiedRun
{
    /// <summary>The share of it that is done, 0 to 1.</summary>
    double Share { get; }

    /// <summary>Lets up to so many events happen; false if the run is over.</summary>
    bool Step(int eventsMax);

    /// <summary>Lets up to so many events happen until a moment, this included; false if none is left.
    /// </summary>
    bool StepUntil(TimeSpan moment, int eventsMax);

    /// <summary>Writes the run between two events.</summary>
    void Save(StateWriter writer);

    /// <summary>A second run with the same past that goes on as an arm says.</summary>
    IStudiedRun ForkInto(IStudiedScenario arm);

    /// <summary>Audits the run and makes its figures, whether it is over or not.</summary>
    StudiedEnd Finish(RunStamp stamp);
}

/// <summary>What a run of a study ended with.</summary>
/// <param name="Audit">Its audit.</param>
/// <param name="StateHash">The hash of the market's state.</param>
/// <param name="Orders">Orders that were placed, of those that were simulated.</param>
/// <param name="Files">Makes what is kept of it.</param>
/// <param name="WriteDatabase">Writes its database to a path.</param>
internal sealed record StudiedEnd(
    AuditSummary Audit, string StateHash, long Orders, Func<RunFiles> Files, Action<string> WriteDatabase);
