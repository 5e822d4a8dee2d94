using System.Net;
using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>Where rows are kept and how silos find each other.</summary>
internal enum ClusterKind
{
    /// <summary>One silo; rows are in a SQLite file.</summary>
    Sqlite = 1,

    /// <summary>Any number of silos; rows and membership are in a PostgreSQL database.</summary>
    Postgres,

    /// <summary>One silo that forgets everything when it stops.</summary>
    Memory,
}

/// <summary>How events of orders travel.</summary>
internal enum StreamKind
{
    /// <summary>Within one process.</summary>
    Memory = 1,

    /// <summary>Through a table of the PostgreSQL database.</summary>
    Database,
}

/// <summary>What a silo was told, checked: see <see cref="SiloSettings"/> for what each means.</summary>
internal sealed record SiloOptions
{
    public required ClusterKind Cluster { get; init; }

    public required string Folder { get; init; }

    /// <summary>Empty unless <see cref="Cluster"/> is <see cref="ClusterKind.Postgres"/>.</summary>
    public required string Connection { get; init; }

    public required string ClusterId { get; init; }

    /// <summary>Empty for its address and port.</summary>
    public required string Name { get; init; }

    public required IPAddress Address { get; init; }

    public required int SiloPort { get; init; }

    public required int GatewayPort { get; init; }

    public required IReadOnlyList<Uri> Urls { get; init; }

    /// <summary>Null if only callers on this machine are served, without keys.</summary>
    public required ApiKeys? Keys { get; init; }

    /// <summary>Whether callers on this machine need no key although there are keys.</summary>
    public required bool TrustsLoopback { get; init; }

    /// <summary>Whether Orleans' own dashboard is served.</summary>
    public required bool HasOrleansDashboard { get; init; }

    public required StreamKind Streams { get; init; }

    public required Policy Policy { get; init; }

    /// <summary>When the dashboard raises alerts.</summary>
    public required IReadOnlyList<AlertRule> Alerts { get; init; }

    public required TimeSpan ResponseWithin { get; init; }

    public required TimeSpan IdleWithin { get; init; }

    public required TimeSpan SilentWithin { get; init; }

    public required TimeSpan DrainWithin { get; init; }

    /// <summary>How many runs of studies this silo carries out at once; 0 for none.</summary>
    public required int StudySlots { get; init; }

    public required string Logs { get; init; }

    public required LogLevels LogLevels { get; init; }

    /// <summary>Null for none.</summary>
    public required string? ReadyFile { get; init; }

    /// <summary>Where metrics are sent; null for nowhere.</summary>
    public required Uri? Collector { get; init; }
}
