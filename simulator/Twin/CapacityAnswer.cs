namespace FlashSale.Simulator;

/// <summary>Whether a plan can carry what was asked.</summary>
public enum PlanResult
{
    /// <summary>It can.</summary>
    Carries = 1,

    /// <summary>Even at light load orders take longer than was asked.</summary>
    TooSlow,

    /// <summary>No number of silos does so much, or not the number that was given.</summary>
    TooFewSilos,

    /// <summary>The database's disks take too few rows a second.</summary>
    TooFewRows,
}

/// <summary>The rate at which one part of the system is full.</summary>
/// <param name="Part">Which part.</param>
/// <param name="OrdersPerSecond">The orders a second at which nothing of it is left.</param>
/// <param name="Used">The share of it that the planned rate uses.</param>
public sealed record CapacityLimit(string Part, double OrdersPerSecond, double Used);

/// <summary>A capacity plan: how large a cluster has to be, or what a given one carries.</summary>
public sealed record CapacityAnswer
{
    /// <summary>Whether it carries what was asked.</summary>
    public required PlanResult Result { get; init; }

    /// <summary>The silos; the best number there is if none carries it.</summary>
    public required int Silos { get; init; }

    /// <summary>CPU cores of the database.</summary>
    public required int DatabaseCores { get; init; }

    /// <summary>
    /// What these carry with the headroom left free and within the latency, orders a second.
    /// </summary>
    public required double SustainedPerSecond { get; init; }

    /// <summary>The latency at the rate that was asked; null if the line grows without end.</summary>
    public required double? LatencyMsP99 { get; init; }

    /// <summary>Every limit, the first one to break first.</summary>
    public required IReadOnlyList<CapacityLimit> Limits { get; init; }
}
