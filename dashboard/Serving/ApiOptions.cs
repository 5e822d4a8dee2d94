namespace FlashSale.Dashboard;

/// <summary>How the API is served.</summary>
public sealed record ApiOptions
{
    /// <summary>Limits.</summary>
    public ApiLimits Limits { get; init; } = new();

    /// <summary>The keys that callers show; null if only this machine is served, and needs none.</summary>
    public ApiKeys? Keys { get; init; }

    /// <summary>
    /// Whether callers on this machine need no key although there are some. Behind a proxy on this machine
    /// that makes every stranger an operator.
    /// </summary>
    public bool TrustsLoopback { get; init; }

    /// <summary>The market's clock: what «now» is to buyers and sellers.</summary>
    public required TimeProvider MarketClock { get; init; }

    /// <summary>The clock that clients live by: for time-outs and latencies.</summary>
    public required TimeProvider RealClock { get; init; }

    /// <summary>How many seconds of the market pass in a second of its clients.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>By which numbers points become levels (rule REP-3).</summary>
    public ReputationPolicy Reputation { get; init; } = new();

    /// <summary>Whether «/health/live» and «/health/ready» are answered here, and not by the host.</summary>
    public bool ServesHealth { get; init; } = true;

    /// <summary>Whoever carries out the runs of studies; null for nobody.</summary>
    public IStudyHost? Studies { get; init; }

    /// <summary>The phases of the festival, in their order; none if no festival is planned.</summary>
    public IReadOnlyList<FestivalPhase> Phases { get; init; } = [];
}

/// <summary>A part of the festival's calendar (rule GOV-1).</summary>
/// <param name="Name">What it is called, in kebab-case.</param>
/// <param name="From">The first moment.</param>
/// <param name="Until">The first moment after it.</param>
public sealed record FestivalPhase(string Name, DateTimeOffset From, DateTimeOffset Until);
