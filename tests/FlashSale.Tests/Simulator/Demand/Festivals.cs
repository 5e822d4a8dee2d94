using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Demand;

/// <summary>The shipped festivals, and what was published of how their days went.</summary>
internal static class Festivals
{
    /// <summary>The shipped scenario of a year.</summary>
    public static Scenario Shipped(int year)
    {
        var path = $"scenarios/double11-{year}.yaml";
        var reading = ScenarioReader.Read(Repository.Text(path), path);
        return reading.Value ?? throw new InvalidDataException(string.Join('\n', reading.Problems));
    }

    /// <summary>A festival that is not shipped: 2012, 2017 and 2019 were not fitted (FACTS A).</summary>
    public static Scenario Unfitted(int year) => Scenario.FromFacts(year switch
    {
        2012 => Facts(2012, 19.1e9, 180, 13_000, null),
        2017 => Facts(2017, 168.2e9, 207, 325_000, 256_000),
        2019 => Facts(2019, 268.4e9, 208, 544_000, null),
        _ => throw new ArgumentOutOfRangeException(nameof(year), year, "unknown"),
    });

    /// <summary>The published points of a year before its end.</summary>
    public static IReadOnlyList<PublishedClockPoint> Clock(int year) =>
        [.. Published.Year(year)!.Clock.Where(point => point.Seconds < 86_400)];

    private static FestivalFacts Facts(
        int year, double gmvYuan, double averageYuan, double peakOrders, double? peakPayments) => new()
        {
            Year = year,
            GmvYuan = gmvYuan,
            AverageOrderYuan = averageYuan,
            PeakOrdersPerSecond = peakOrders,
            PeakPaymentsPerSecond = peakPayments,
        };
}
