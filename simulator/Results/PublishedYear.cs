namespace FlashSale.Simulator;

/// <summary>What is published about one year's festival; null where nothing was found.</summary>
/// <remarks>Sources and sureness: data/double11_*.csv and FACTS.md.</remarks>
public sealed record PublishedYear
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The day's GMV in yuan; of eleven days from 2020 on.</summary>
    public required decimal? GmvYuan { get; init; }

    /// <summary>Orders in the busiest second.</summary>
    public required double? PeakOrdersPerSecond { get; init; }

    /// <summary>Payments in the busiest second.</summary>
    public required double? PeakPaymentsPerSecond { get; init; }

    /// <summary>Payments of the whole day.</summary>
    public required double? Payments { get; init; }

    /// <summary>Parcels of the festival.</summary>
    public required double? Parcels { get; init; }

    /// <summary>The share of GMV that was ordered on phones.</summary>
    public required double? MobileShare { get; init; }

    /// <summary>Days until the first 100 million parcels were signed for.</summary>
    public required double? First100MillionParcelsDays { get; init; }

    /// <summary>The GMV clock, by time.</summary>
    public required IReadOnlyList<PublishedClockPoint> Clock { get; init; }
}

/// <summary>One announced point of the GMV clock.</summary>
/// <param name="Seconds">Seconds since midnight.</param>
/// <param name="Yuan">GMV reached.</param>
/// <param name="Share">Of that day's 24 h total.</param>
/// <param name="Sureness">sure, likely or memory.</param>
/// <param name="Source">Where it was published.</param>
public sealed record PublishedClockPoint(
    int Seconds, decimal Yuan, double Share, string Sureness, string Source);
