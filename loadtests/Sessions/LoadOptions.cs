namespace FlashSale.LoadTests;

/// <summary>What was asked of a load test; null where the scenario decides.</summary>
internal sealed record LoadOptions
{
    /// <summary>The name of a cluster when nobody gives another one.</summary>
    public const string ClusterIdUsual = "flashsale";

    /// <summary>Which load test.</summary>
    public required LoadScenario Scenario { get; init; }

    /// <summary>The project that was run: it stands in the command that repeats the load.</summary>
    public string Project { get; init; } = "loadtests";

    /// <summary>Another scenario file than that of its name.</summary>
    public string? File { get; init; }

    /// <summary>The address of an HTTP API.</summary>
    public string? Url { get; init; }

    /// <summary>The database of a running cluster, to join it as an Orleans client.</summary>
    public string? Cluster { get; init; }

    /// <summary>The name that the silos of a running cluster share.</summary>
    public string? ClusterId { get; init; }

    /// <summary>How many silo processes to start; null for one silo in this process.</summary>
    public int? Silos { get; init; }

    /// <summary>Where a silo in this process keeps its rows; null for a SQLite file.</summary>
    public Storage? Storage { get; init; }

    /// <summary>The store of the load's own silo: a synced SQLite file unless another one is named.</summary>
    public Storage OwnStorage => Storage ?? LoadTests.Storage.Sqlite;

    /// <summary>The PostgreSQL database of silos that are started here.</summary>
    public string? Connection { get; init; }

    /// <summary>The highest rate.</summary>
    public double? Peak { get; init; }

    /// <summary>Seconds, without the warm-up.</summary>
    public int? Seconds { get; init; }

    /// <summary>Seconds of the warm-up.</summary>
    public int? WarmUp { get; init; }

    /// <summary>The seed of all draws.</summary>
    public ulong? Seed { get; init; }

    /// <summary>
    /// The process to kill when a third of the load has passed: its number, or such as «silo-2».
    /// </summary>
    public string? Kill { get; init; }

    /// <summary>A file of trouble.</summary>
    public string? Chaos { get; init; }

    /// <summary>The folder for the reports; null for one of the scenario's name.</summary>
    public string? Out { get; init; }

    /// <summary>Where to write what was measured for «flashsale plan»; null for nowhere.</summary>
    public string? Measurements { get; init; }

    /// <summary>Whether the market is a silo in this process.</summary>
    public bool IsOwnSilo => Url is null && Cluster is null && Silos is null;

    /// <summary>The folder for the reports.</summary>
    public string Folder => Out ?? Path.Combine("runs", $"load-{Scenario.Name}");

    /// <summary>The command line that repeats it, without what may hold a password.</summary>
    public string CommandLine
    {
        get
        {
            (string Name, object? Value)[] options =
            [
                ("--file", File), ("--url", Url), ("--cluster", Cluster is null ? null : "…"),
                ("--cluster-id", ClusterId), ("--silos", Silos),
                ("--storage", Storage is { } storage ? Words.Of(storage) : null),
                ("--connection", Connection is null ? null : "…"), ("--peak", Peak), ("--seconds", Seconds),
                ("--warm-up", WarmUp), ("--seed", Seed), ("--kill", Kill), ("--chaos", Chaos),
            ];
            var given = options.Where(option => option.Value is not null)
                .Select(option => FormattableString.Invariant($" {option.Name} {option.Value}"));
            return $"dotnet run -c Release --project {Project} -- {Scenario.Name}" + string.Concat(given);
        }
    }
}
