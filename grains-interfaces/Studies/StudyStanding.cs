namespace FlashSale.GrainInterfaces;

/// <summary>How a study on the cluster stands.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.study-standing")]
public sealed record StudyStanding
{
    /// <summary>Its id.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>The hash of the code that has to run it.</summary>
    [Id(2)]
    public required string Code { get; init; }

    /// <summary>Why it was stopped; empty if it goes on.</summary>
    [Id(3)]
    public required string Stopped { get; init; }

    /// <summary>Runs that were posted.</summary>
    [Id(4)]
    public required int Runs { get; init; }

    /// <summary>Runs that have ended.</summary>
    [Id(5)]
    public required int Ended { get; init; }

    /// <summary>Runs that have ended without figures.</summary>
    [Id(6)]
    public required int Failed { get; init; }

    /// <summary>Runs that silos hold.</summary>
    [Id(7)]
    public required RunLease[] Leases { get; init; }

    /// <summary>How long a run takes on the average; null before the first.</summary>
    [Id(8)]
    public required double? RunSeconds { get; init; }

    /// <summary>How long the rest will take with as many slots as now; null before it can be told.</summary>
    [Id(9)]
    public required double? SecondsLeft { get; init; }
}

/// <summary>A run that a silo holds.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Silo">Who holds it.</param>
/// <param name="Since">Since when.</param>
/// <param name="Share">The share that is done, 0 to 1.</param>
[GenerateSerializer, Immutable, Alias("flashsale.run-lease")]
public sealed record RunLease(
    [property: Id(0)] string Key, [property: Id(1)] string Silo, [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] double Share);

/// <summary>What became of some runs of a study.</summary>
/// <param name="Lines">Outcomes as lines, in the order in which runs ended.</param>
/// <param name="Next">Where the next ones begin.</param>
/// <param name="Standing">How the study stands.</param>
[GenerateSerializer, Immutable, Alias("flashsale.run-outcomes")]
public sealed record RunOutcomes(
    [property: Id(0)] string[] Lines, [property: Id(1)] int Next, [property: Id(2)] StudyStanding Standing);
