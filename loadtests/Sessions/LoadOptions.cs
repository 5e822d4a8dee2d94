using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>What was asked of a load test; null where the scenario decides.</summary>
internal sealed record LoadOptions
{
    /// <summary>Which load test.</summary>
    public required LoadScenario Scenario { get; init; }

    /// <summary>Another scenario file than that of its name.</summary>
    public string? File { get; init; }

    /// <summary>The address of an HTTP API.</summary>
    public string? Url { get; init; }

    /// <summary>The database of a running cluster, to join it as an Orleans client.</summary>
    public string? Cluster { get; init; }

    /// <summary>The name that the cluster's silos share.</summary>
    public string ClusterId { get; init; } = "flashsale";

    /// <summary>Where a silo in this process keeps its rows.</summary>
    public Storage Storage { get; init; } = Storage.Memory;

    /// <summary>An empty PostgreSQL database for a silo in this process.</summary>
    public string? Connection { get; init; }

    /// <summary>The highest rate.</summary>
    public double? Peak { get; init; }

    /// <summary>Seconds, without the warm-up.</summary>
    public int? Seconds { get; init; }

    /// <summary>Seconds of the warm-up.</summary>
    public int? WarmUp { get; init; }

    /// <summary>The seed of all draws.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The process to kill when a third of the load has passed.</summary>
    public int? Kill { get; init; }

    /// <summary>The folder for the reports.</summary>
    public string Out { get; init; } = "reports";

    /// <summary>Where to write what was measured for «flashsale plan»; null for nowhere.</summary>
    public string? Measurements { get; init; }

    /// <summary>The command line that repeats it, without what may hold a password.</summary>
    public string CommandLine
    {
        get
        {
            (string Name, object? Value)[] options =
            [
                ("--file", File), ("--url", Url), ("--cluster", Cluster is null ? null : "…"),
                ("--storage", Storage == Storage.Memory ? null : LoadWords.Of(Storage)), ("--peak", Peak),
                ("--seconds", Seconds), ("--warm-up", WarmUp), ("--seed", Seed), ("--kill", Kill),
            ];
            var given = options.Where(option => option.Value is not null)
                .Select(option => FormattableString.Invariant($" {option.Name} {option.Value}"));
            return $"loadtests {Scenario.Name}" + string.Concat(given);
        }
    }
}
