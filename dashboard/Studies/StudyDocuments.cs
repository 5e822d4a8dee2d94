using System.Text.Json.Nodes;

namespace FlashSale.Dashboard;

/// <summary>A study as a client posts it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Code">The hash of the code that has to run it.</param>
/// <param name="Study">The study's file.</param>
/// <param name="Base">The scenario that it starts from.</param>
/// <param name="RunWithinSeconds">How long a run may take; null for 20 times those before it.</param>
public sealed record StudyBody(
    string Name, string Code, string Study, string Base, int? RunWithinSeconds = null);

/// <summary>Runs as a client posts them.</summary>
public sealed record StudyRunsBody(IReadOnlyList<StudyRunBody> Runs);

/// <summary>A run as a client posts it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Order">The whole order as a line of JSON.</param>
public sealed record StudyRunBody(string Key, ulong Seed, string Order);

/// <summary>How a study stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Code">The hash of the code that has to run it.</param>
/// <param name="Runs">Runs that were posted.</param>
/// <param name="Ended">Runs that have ended.</param>
/// <param name="Failed">Runs that have ended without figures.</param>
/// <param name="Leases">Runs that silos hold.</param>
/// <param name="Stopped">Why it was stopped; null if it goes on.</param>
/// <param name="RunSeconds">How long a run takes on the average; null before the first.</param>
/// <param name="SecondsLeft">How long the rest will take; null before it can be told.</param>
public sealed record StudyDocument(
    string Id, string Name, string Code, int Runs, int Ended, int Failed,
    IReadOnlyList<LeaseDocument> Leases, string? Stopped = null, double? RunSeconds = null,
    double? SecondsLeft = null);

/// <summary>A run that a silo holds.</summary>
/// <param name="Run">Its name.</param>
/// <param name="Silo">Who holds it.</param>
/// <param name="Since">Since when.</param>
/// <param name="Share">The share that is done, 0 to 1.</param>
public sealed record LeaseDocument(string Run, string Silo, DateTimeOffset Since, double Share);

/// <summary>The studies that are open, and the slots that run them.</summary>
public sealed record StudyListDocument(
    IReadOnlyList<StudyDocument> Studies, IReadOnlyList<SlotsDocument> Slots)
{
    /// <summary>Neither.</summary>
    public static StudyListDocument None { get; } = new([], []);
}

/// <summary>The slots of a silo.</summary>
/// <param name="Silo">Its name.</param>
/// <param name="Slots">How many it has.</param>
/// <param name="Busy">How many of them run something.</param>
/// <param name="Code">The hash of its code.</param>
public sealed record SlotsDocument(string Silo, int Slots, int Busy, string Code);

/// <summary>What became of some runs of a study.</summary>
/// <param name="Outcomes">Each run's outcome.</param>
/// <param name="Next">Where the next ones begin.</param>
/// <param name="Study">How the study stands.</param>
public sealed record EndedRunsDocument(IReadOnlyList<JsonObject> Outcomes, int Next, StudyDocument Study);
