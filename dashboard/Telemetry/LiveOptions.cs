namespace FlashSale.Dashboard;

/// <summary>What the dashboard of a host shows and offers.</summary>
public sealed record LiveOptions
{
    /// <summary>«simulate», «season», «serve» or «silo».</summary>
    public required string Kind { get; init; }

    /// <summary>The name of this host among others.</summary>
    public required string Name { get; init; }

    /// <summary>The market.</summary>
    public required IMarketWatch Market { get; init; }

    /// <summary>What an operator can do; null for nothing.</summary>
    public IHostControls? Controls { get; init; }

    /// <summary>The other hosts; null if there are none.</summary>
    public IHostsWatch? Hosts { get; init; }

    /// <summary>Whoever carries out the runs of studies; null for nobody.</summary>
    public IStudyHost? Studies { get; init; }

    /// <summary>The season that is played; null if none is.</summary>
    public ISeasonWatch? Season { get; init; }

    /// <summary>The scenario's name; null without one.</summary>
    public string? Scenario { get; init; }

    /// <summary>The seed of all draws; null without a scenario.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The share of buyers that is simulated: counts are shown at full scale.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The festival's first moment; null if none is played.</summary>
    public DateTimeOffset? Midnight { get; init; }

    /// <summary>Published festivals to race against, by year.</summary>
    public IReadOnlyList<RaceClock> Races { get; init; } = [];

    /// <summary>The year to race against at first.</summary>
    public int? RaceYear { get; init; }

    /// <summary>When alerts are raised.</summary>
    public IReadOnlyList<AlertRule> Alerts { get; init; } = AlertRule.Usual;

    /// <summary>The folder of past runs; null if there is none.</summary>
    public string? Runs { get; init; }

    /// <summary>What the host checks before the peak, beside what every host does.</summary>
    public Func<CancellationToken, ValueTask<IReadOnlyList<ReadyCheck>>>? Preflight { get; init; }
}

/// <summary>The published GMV of a past festival at moments of its day.</summary>
/// <param name="Year">The year.</param>
/// <param name="Points">Seconds since midnight, and yuan by then, in their order.</param>
public sealed record RaceClock(int Year, IReadOnlyList<(int Seconds, decimal Yuan)> Points);

/// <summary>Something that should be in order before the peak.</summary>
/// <param name="Name">What, in kebab-case.</param>
/// <param name="IsReady">Whether it is.</param>
/// <param name="Detail">What was found.</param>
public sealed record ReadyCheck(string Name, bool IsReady, string Detail);
