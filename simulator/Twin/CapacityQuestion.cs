namespace FlashSale.Simulator;

/// <summary>What a capacity plan has to carry (rule CAP-5).</summary>
public sealed record CapacityQuestion
{
    /// <summary>The record of 2020 (FACTS): orders a second at the peak.</summary>
    public const double RecordOrdersPerSecond = 583_000;

    /// <summary>Orders a second.</summary>
    public double OrdersPerSecond { get; init; } = RecordOrdersPerSecond;

    /// <summary>
    /// 99 of 100 orders are done after at most so many ms. The default is the project's bar.
    /// </summary>
    public double LatencyMsP99 { get; init; } = 500;

    /// <summary>The share of every capacity that stays free. Assumed.</summary>
    public double Headroom { get; init; } = 0.2;

    /// <summary>A number of silos that is given; null to find the smallest.</summary>
    public int? Silos { get; init; }

    /// <summary>Rows that the database's disks take a second; null if that is no limit.</summary>
    public double? RowsPerSecondMax { get; init; }
}
