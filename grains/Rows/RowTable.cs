namespace FlashSale.Grains;

/// <summary>
/// A kind of rows, as those see it who go over all kinds: sweeps, drains and audits. It is declared beside
/// the grain that keeps the rows.
/// </summary>
/// <param name="Kind">The kind.</param>
internal sealed record RowTable(RowKind Kind)
{
    /// <summary>All kinds with something to do though nobody calls, in the order of a sweep.</summary>
    public static IReadOnlyList<RowTable> All =>
    [
        AccountRows.Table, StoreGrain.Table, CartGrain.Table, HoldRows.Table, OutboxGrain.Table,
        SellerRows.Table, FestivalGrain.Table, StudyGrainRows.Table, RunTimeline.Table,
        CaseGrain.Table, TrailRows.Table, WatchGrain.Table, ClusterPublications.Table,
    ];

    /// <summary>Calls an owner whose rows are due; null if none ever is.</summary>
    public Func<GrainRoom, long, Task>? Wake { get; init; }

    /// <summary>Whether a row is due as soon as it is there, and one call serves them all.</summary>
    public bool IsDueAtOnce { get; init; }

    /// <summary>
    /// Adds the rows that a version before this one did not write, and says how many; null if it wrote all.
    /// </summary>
    public Func<GrainRoom, Task<int>>? Complete { get; init; }

    /// <summary>What an audit finds when the market is still; null if it counts them with others.</summary>
    public Func<GrainRoom, Task<AuditCheck>>? Audit { get; init; }

    /// <summary>
    /// Brings to its end what is under way at an owner, and says how much it was; null if there is nothing.
    /// </summary>
    public Func<GrainRoom, long, Task<int>>? Drain { get; init; }
}
