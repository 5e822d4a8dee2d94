using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>How a measurement was loaded.</summary>
public enum LoadKind
{
    /// <summary>As much as the system could do: a closed loop, or the highest rate of an open one.</summary>
    Peak = 1,

    /// <summary>A rate below that, which the driver kept whatever the answers.</summary>
    Steady,
}

/// <summary>What one load test measured at one size of a cluster (rule CAP-5).</summary>
public sealed record LoadMeasurement
{
    /// <summary>How it was loaded.</summary>
    public required LoadKind Kind { get; init; }

    /// <summary>How many silos there were.</summary>
    public required int Silos { get; init; }

    /// <summary>How long was counted.</summary>
    public required double Seconds { get; init; }

    /// <summary>Orders placed and paid in that time.</summary>
    public required double Orders { get; init; }

    /// <summary>CPU time of all silos in that time.</summary>
    public required double SiloCpuSeconds { get; init; }

    /// <summary>CPU time of the database in that time; 0 if there is none.</summary>
    public double DatabaseCpuSeconds { get; init; }

    /// <summary>Rows written in that time; null if nobody counted.</summary>
    public double? RowsWritten { get; init; }

    /// <summary>99 of 100 orders were done after so many ms from their intended start.</summary>
    public double? LatencyMsP99 { get; init; }

    /// <summary>The throughput.</summary>
    [JsonIgnore]
    public double OrdersPerSecond => Orders / Seconds;

    internal static LoadMeasurement Read(Block block)
    {
        var (most, silosMax) = (new NumberRange(0, 1e12), 100_000);
        return new LoadMeasurement
        {
            Kind = block.Choice<LoadKind>("kind", null),
            Silos = (int)block.Count("silos", null, 1, silosMax),
            Seconds = block.Number("seconds", null, new(0.001, 1e9)),
            Orders = block.Number("orders", null, new(1, 1e12)),
            SiloCpuSeconds = block.Number("siloCpuSeconds", null, new(1e-6, 1e12)),
            DatabaseCpuSeconds = block.Number("databaseCpuSeconds", 0, most),
            RowsWritten = block.OptionalNumber("rowsWritten", most),
            LatencyMsP99 = block.OptionalNumber("latencyMsP99", new(0, 1e9)),
        };
    }
}
