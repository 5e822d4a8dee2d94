namespace FlashSale.Driver;

/// <summary>What the processes of the market used while orders counted, without the warm-up.</summary>
public sealed record MarketUse
{
    /// <summary>How many there are: the silos of a cluster, or one.</summary>
    public required int Processes { get; init; }

    /// <summary>CPU cores of each of them.</summary>
    public required int CoresEach { get; init; }

    /// <summary>CPU time of all of them.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>Whether the driver is one of them, so that its own work is among it.</summary>
    public bool HoldsDriver { get; init; }

    /// <summary>Whether rows are kept in a database that works beside them.</summary>
    public bool HasDatabase { get; init; }

    /// <summary>CPU time of the database; null if there is none, or nobody measured it.</summary>
    public double? DatabaseCpuSeconds { get; init; }

    /// <summary>Rows that became durable; null if nobody counted them.</summary>
    public long? Rows { get; init; }

    /// <summary>CPU time of the processes for each order, in microseconds; null without an order.</summary>
    public double? CpuUsOf(long orders) => orders == 0 ? null : Math.Round(CpuSeconds * 1e6 / orders);
}
