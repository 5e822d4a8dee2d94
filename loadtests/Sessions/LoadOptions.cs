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

    /// <summary>The process to kill at the middle of the load.</summary>
    public int? Kill { get; init; }

    /// <summary>The folder for the reports.</summary>
    public string Out { get; init; } = "reports";

    /// <summary>Where to write what was measured for «flashsale plan»; null for nowhere.</summary>
    public string? Measurements { get; init; }
}
